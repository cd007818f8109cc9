package dev.segue.playlist;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.query.RequestException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A kind of file that players and programs read playlists from, in UTF-8. */
public enum PlaylistFormat {
  /** A table with the columns of a catalogue, the place, and the key on the Camelot wheel. */
  CSV("csv", "text/csv") {
    @Override
    public String write(String title, List<Track> tracks) {
      StringWriter text = new StringWriter();
      try (CSVPrinter printer = new CSVPrinter(text, TABLE)) {
        for (int i = 0; i < tracks.size(); i++) {
          printer.printRecord(row(i + 1, tracks.get(i)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return text.toString();
    }
  },

  /** What most players read. Where an id is none of Spotify's, it stands for a file itself. */
  M3U8("m3u8", "audio/mpegurl") {
    @Override
    public String write(String title, List<Track> tracks) {
      StringBuilder text = new StringBuilder("#EXTM3U\n#PLAYLIST:%s\n".formatted(line(title)));
      for (Track track : tracks) {
        text.append(
            "#EXTINF:%d,%s - %s\n%s\n"
                .formatted(
                    Math.round(track.durationMillis() / 1e3),
                    line(String.join(", ", track.artists())),
                    line(track.name()),
                    uri(track).orElseGet(() -> encoded(track.id()))));
      }
      return text.toString();
    }
  },

  /** Where an id is none of Spotify's, a player looks for title and artist. */
  XSPF("xspf", "application/xspf+xml") {
    @Override
    public String write(String title, List<Track> tracks) {
      StringWriter text = new StringWriter();
      try {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("playlist");
        xml.writeDefaultNamespace("http://xspf.org/ns/0/");
        xml.writeAttribute("version", "1");
        element(xml, "title", title);
        xml.writeStartElement("trackList");
        for (Track track : tracks) {
          xml.writeCharacters("\n");
          xml.writeStartElement("track");
          element(xml, "location", uri(track).orElse(null));
          element(xml, "title", track.name());
          element(xml, "creator", String.join(", ", track.artists()));
          element(xml, "album", track.album());
          element(xml, "duration", Integer.toString(track.durationMillis()));
          xml.writeEndElement();
        }
        xml.writeEndDocument();
      } catch (XMLStreamException e) {
        throw new IllegalStateException(e); // a StringWriter takes everything
      }
      return text.append('\n').toString();
    }
  },

  /** One a line, to be pasted into a playlist. Only for catalogues with Spotify's ids. */
  SPOTIFY_URIS("txt", "text/plain") {
    @Override
    public String write(String title, List<Track> tracks) {
      return tracks.stream()
          .map(
              track ->
                  uri(track)
                          .orElseThrow(
                              () ->
                                  RequestException.invalid(
                                      "format",
                                      "format is spotify_uris, but '%s' is no id of Spotify's; ask for another format."
                                          .formatted(track.id())))
                      + "\n")
          .collect(Collectors.joining());
    }
  };

  private static final CSVFormat TABLE =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              Stream.concat(
                      Stream.of(
                          "position",
                          "track_id",
                          "track_name",
                          "artists",
                          "album_name",
                          "track_genre",
                          "explicit",
                          "camelot"),
                      Arrays.stream(NumericField.values()).map(NumericField::label))
                  .toArray(String[]::new))
          .setRecordSeparator('\n')
          .get();

  private static final Pattern SPOTIFY_ID = Pattern.compile("[0-9A-Za-z]{22}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  /** What XML 1.0 cannot hold (section 2.2). */
  private static final Pattern NOT_IN_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final String extension;
  private final String mediaType;

  PlaylistFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** How names of such files end, without the dot. */
  public String extension() {
    return extension;
  }

  /** Its media type. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Tracks as the text of such a file.
   *
   * @throws RequestException when a track has no place in it
   */
  public abstract String write(String title, List<Track> tracks);

  private static List<Object> row(int position, Track track) {
    List<Object> row = new ArrayList<>();
    row.add(position);
    row.add(track.id());
    row.add(track.name());
    row.add(String.join(";", track.artists()));
    row.add(track.album());
    row.add(String.join(";", track.genres()));
    row.add(track.explicit());
    row.add(CamelotKey.of(track.audio()).map(CamelotKey::label).orElse(null));
    for (NumericField field : NumericField.values()) {
      double number = field.of(track);
      row.add(Double.isNaN(number) ? null : field.integral() ? (Object) (long) number : number);
    }
    return row;
  }

  private static Optional<String> uri(Track track) {
    return SPOTIFY_ID.matcher(track.id()).matches()
        ? Optional.of("spotify:track:" + track.id())
        : Optional.empty();
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String line(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    if (text != null) {
      xml.writeStartElement(name);
      xml.writeCharacters(NOT_IN_XML.matcher(text).replaceAll("\uFFFD"));
      xml.writeEndElement();
    }
  }
}
