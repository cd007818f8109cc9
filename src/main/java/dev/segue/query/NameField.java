package dev.segue.query;

/** A kind of name that a track has. */
public enum NameField {
  TITLE,
  ARTIST,
  ALBUM
}
