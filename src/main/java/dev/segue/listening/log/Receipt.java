package dev.segue.listening.log;

/**
 * What became of events.
 *
 * @param accepted how many are kept that were not before
 * @param repeated how many were kept already
 */
public record Receipt(int accepted, int repeated) {}
