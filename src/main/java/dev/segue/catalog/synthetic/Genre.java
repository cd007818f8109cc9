package dev.segue.catalog.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of {@code genres.txt}, whose head explains the columns.
 *
 * @param weight how often an artist's home
 * @param since the first year of release
 * @param appeal popularity of an ordinary track, 0 to 100
 * @param explicit share of explicit tracks, [0, 1]
 * @param major share of tracks in a major key, [0, 1]
 * @param three share of tracks in three-four time, [0, 1]
 * @param doubled share of tracks whose beat is counted twice or half as fast, [0, 1]
 * @param voices names of phrasebooks
 * @param kin names of genres that its artists also play
 * @param profile how it sounds
 */
record Genre(
    String name,
    int weight,
    int since,
    double appeal,
    double explicit,
    double major,
    double three,
    double doubled,
    Weighted<String> voices,
    List<String> kin,
    Profile profile) {

  private static final int COLUMNS_BEFORE_TRAITS = 10;

  static Genre parse(String line) {
    String[] cells = line.strip().split("\\s+", -1);
    List<Marginal> marginals = new ArrayList<>();
    for (int i = COLUMNS_BEFORE_TRAITS; i < cells.length; i++) {
      marginals.add(Marginal.parse(cells[i]));
    }
    return new Genre(
        cells[0],
        Integer.parseInt(cells[1]),
        Integer.parseInt(cells[2]),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]),
        Double.parseDouble(cells[5]),
        Double.parseDouble(cells[6]),
        Double.parseDouble(cells[7]),
        parseVoices(cells[8]),
        List.of(cells[9].split(",", -1)),
        new Profile(marginals));
  }

  private static Weighted<String> parseVoices(String cell) {
    List<String> names = new ArrayList<>();
    List<Integer> weights = new ArrayList<>();
    for (String voice : cell.split(",", -1)) {
      String[] parts = voice.split(":", 2);
      names.add(parts[0]);
      weights.add(Integer.valueOf(parts[1]));
    }
    return Weighted.of(names, weights);
  }
}
