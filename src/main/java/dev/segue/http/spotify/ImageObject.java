package dev.segue.http.spotify;

/** A picture of unknown size. */
record ImageObject(String url, Integer height, Integer width) {}
