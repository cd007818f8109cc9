package dev.segue.index;

/**
 * What may be put for a word that was typed.
 *
 * @param text a word of the catalogue; or two with a space between, which follow each other
 * @param beginning whether the text is only the beginning of a word
 * @param cost how unlikely it is to be meant, at least 0; one edit is about 1
 */
public record Spelling(String text, boolean beginning, double cost) {}
