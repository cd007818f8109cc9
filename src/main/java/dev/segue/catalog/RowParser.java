package dev.segue.catalog;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes tracks of the rows of one file. Not safe for several threads. */
final class RowParser {
  private static final String URI_PREFIX = "spotify:track:";

  /** Characters of one name; twice what real catalogues have. */
  private static final int LONGEST = 1_000;

  private final Header header;
  private final TypicalValues typical;
  private final Set<CatalogColumn> filled = EnumSet.noneOf(CatalogColumn.class);

  /**
   * Prepares for one file.
   *
   * @param typical what stands in for missing values, {@link TypicalValues#NONE} for nothing
   */
  RowParser(Header header, TypicalValues typical) {
    this.header = header;
    this.typical = typical;
  }

  /**
   * The track of that row, with the genres of that row.
   *
   * @throws Rejection when the row is none
   */
  Track parse(String[] row) throws Rejection {
    filled.clear();
    if (row.length > header.width()) {
      throw new Rejection(
          "too many cells",
          "the row has %d cells, the header %d".formatted(row.length, header.width()));
    }
    return new Track(
        shortEnough(CatalogColumn.ID, id(row)),
        shortEnough(CatalogColumn.NAME, name(row)),
        shortEnough(CatalogColumn.ARTISTS, artists(row)),
        shortEnough(CatalogColumn.ALBUM, textOrNull(CatalogColumn.ALBUM, row)),
        shortEnough(CatalogColumn.GENRES, genres(row)),
        popularity(row),
        whole(CatalogColumn.DURATION_MS, row),
        explicit(row),
        year(row),
        textOrNull(CatalogColumn.IMAGE_URL, row),
        audio(row));
  }

  /** The columns of the last row whose values were filled in; changes with the next row. */
  Set<CatalogColumn> filled() {
    return filled;
  }

  private String id(String[] row) throws Rejection {
    String cell = header.cell(CatalogColumn.ID, row).strip();
    String id = cell.startsWith(URI_PREFIX) ? cell.substring(URI_PREFIX.length()) : cell;
    if (id.isEmpty()) {
      throw missing(CatalogColumn.ID);
    }
    return id;
  }

  private String name(String[] row) throws Rejection {
    String name = header.cell(CatalogColumn.NAME, row);
    return name.isBlank() ? fill(CatalogColumn.NAME, typical.name()) : name;
  }

  private List<String> artists(String[] row) throws Rejection {
    List<String> artists = NameList.artists(header.cell(CatalogColumn.ARTISTS, row));
    return artists.isEmpty() ? fill(CatalogColumn.ARTISTS, typical.artists()) : artists;
  }

  private List<String> genres(String[] row) {
    Set<String> genres = new LinkedHashSet<>();
    header.cells(CatalogColumn.GENRES, row).forEach(cell -> genres.addAll(NameList.genres(cell)));
    return List.copyOf(genres);
  }

  private String textOrNull(CatalogColumn column, String[] row) {
    String text = header.cell(column, row);
    return text.isBlank() ? null : text;
  }

  private Integer popularity(String[] row) throws Rejection {
    boolean unknown =
        header.cell(CatalogColumn.POPULARITY, row).isBlank()
            && (!header.has(CatalogColumn.POPULARITY)
                || !typical.medians().containsKey(CatalogColumn.POPULARITY));
    return unknown ? null : (Integer) whole(CatalogColumn.POPULARITY, row);
  }

  private Boolean explicit(String[] row) throws Rejection {
    String cell = header.cell(CatalogColumn.EXPLICIT, row).strip();
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "true", "1", "1.0", "yes" -> true;
      case "false", "0", "0.0", "no" -> false;
      default ->
          throw new Rejection(
              "explicit not true or false",
              "explicit is '%s', allowed are true, false, 1, 0, yes, no".formatted(cell));
    };
  }

  private Integer year(String[] row) throws Rejection {
    return ReleaseYear.parse(header.cell(CatalogColumn.YEAR, row));
  }

  private AudioFeatures audio(String[] row) throws Rejection {
    return new AudioFeatures(
        number(CatalogColumn.DANCEABILITY, row),
        number(CatalogColumn.ENERGY, row),
        whole(CatalogColumn.KEY, row),
        number(CatalogColumn.LOUDNESS, row),
        whole(CatalogColumn.MODE, row),
        number(CatalogColumn.SPEECHINESS, row),
        number(CatalogColumn.ACOUSTICNESS, row),
        number(CatalogColumn.INSTRUMENTALNESS, row),
        number(CatalogColumn.LIVENESS, row),
        number(CatalogColumn.VALENCE, row),
        number(CatalogColumn.TEMPO, row),
        whole(CatalogColumn.TIME_SIGNATURE, row));
  }

  /** A number of a column whose values are whole, which {@link NumberCell} has seen to. */
  private int whole(CatalogColumn column, String[] row) throws Rejection {
    return (int) number(column, row);
  }

  private double number(CatalogColumn column, String[] row) throws Rejection {
    String cell = header.cell(column, row);
    double number = NumberCell.parse(column.field(), cell);
    if (Double.isFinite(number)) {
      return NumberCell.inRange(column.field(), number);
    }
    Double median = typical.medians().get(column);
    if (median == null && !cell.isBlank()) {
      throw new Rejection(
          column.label() + " not a finite number", "%s is '%s'".formatted(column.label(), cell));
    }
    return fill(column, median);
  }

  private <T> T fill(CatalogColumn column, T value) throws Rejection {
    if (value == null) {
      throw missing(column);
    }
    filled.add(column);
    return value;
  }

  private static List<String> shortEnough(CatalogColumn column, List<String> texts)
      throws Rejection {
    for (String text : texts) {
      shortEnough(column, text);
    }
    return texts;
  }

  /** Nobody calls a song by a page of text: it is a quote that was not closed. */
  private static String shortEnough(CatalogColumn column, String text) throws Rejection {
    if (text != null && text.length() > LONGEST) {
      throw new Rejection(
          column.label() + " too long",
          "%s has %d characters, allowed are %d".formatted(column.label(), text.length(), LONGEST));
    }
    return text;
  }

  private static Rejection missing(CatalogColumn column) {
    return new Rejection(column.label() + " missing", column.label() + " is blank");
  }
}
