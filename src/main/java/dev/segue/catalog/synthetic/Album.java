package dev.segue.catalog.synthetic;

import java.util.List;

/**
 * A release whose songs share a mood.
 *
 * @param songs their titles, at least one
 * @param genres under which they are filed
 * @param mood how they depart from their genre, all alike
 * @param appeal what it adds to each song's popularity
 */
record Album(
    String title, int year, List<String> songs, List<String> genres, Sound mood, double appeal) {}
