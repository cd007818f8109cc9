package dev.segue.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.Track;
import dev.segue.query.RequestException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What players and programs read. */
class PlaylistFormatTest {
  private static final String SPOTIFY_ID = "5SuOikwiRyPMVoIQDJUgSV";

  private static final List<Track> TRACKS =
      List.of(
          track(SPOTIFY_ID, "Comedy, \"live\"", "Gen Hoshino", "Guest"),
          track("own id/1", "<Tom & Jerry>\n\u0007 🎵", "A\u0000B"));

  private static Track track(String id, String name, String... artists) {
    return new Track(
        id,
        name,
        List.of(artists),
        "An album; really",
        List.of("pop", "j-pop"),
        73,
        230_666,
        true,
        null,
        null,
        CamelotKeyTest.audio(9, 0, 87.917));
  }

  @Test
  void m3u8HasALineAboutEachTrackAndOneForIt() {
    assertThat(PlaylistFormat.M3U8.write("Even\ning", TRACKS))
        .isEqualTo(
            """
            #EXTM3U
            #PLAYLIST:Even ing
            #EXTINF:231,Gen Hoshino, Guest - Comedy, "live"
            spotify:track:5SuOikwiRyPMVoIQDJUgSV
            #EXTINF:231,A B - <Tom & Jerry>  🎵
            own%20id%2F1
            """);
  }

  @Test
  void xspfIsXmlWhateverTheNames() throws Exception {
    String text = PlaylistFormat.XSPF.write("Q & A", TRACKS);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    Element playlist = document.getDocumentElement();
    assertThat(playlist.getNamespaceURI()).isEqualTo("http://xspf.org/ns/0/");
    assertThat(playlist.getAttribute("version")).isEqualTo("1");
    assertThat(texts(document, "title"))
        .containsExactly("Q & A", "Comedy, \"live\"", "<Tom & Jerry>\n\uFFFD 🎵");
    assertThat(texts(document, "creator")).containsExactly("Gen Hoshino, Guest", "A\uFFFDB");
    assertThat(texts(document, "duration")).containsExactly("230666", "230666");
    assertThat(texts(document, "location")).containsExactly("spotify:track:" + SPOTIFY_ID);
  }

  private static List<String> texts(Document document, String name) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < document.getElementsByTagName(name).getLength(); i++) {
      texts.add(document.getElementsByTagName(name).item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void csvIsATable() throws Exception {
    String text = PlaylistFormat.CSV.write("ignored", TRACKS);
    List<CSVRecord> rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(text))
            .getRecords();
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().toMap())
        .containsEntry("position", "1")
        .containsEntry("track_id", SPOTIFY_ID)
        .containsEntry("artists", "Gen Hoshino;Guest")
        .containsEntry("track_genre", "pop;j-pop")
        .containsEntry("camelot", "8A")
        .containsEntry("tempo", "87.917")
        .containsEntry("duration_ms", "230666")
        .containsEntry("year", "");
  }

  @Test
  void urisAreOfSpotifyOnly() {
    assertThat(PlaylistFormat.SPOTIFY_URIS.write("", TRACKS.subList(0, 1)))
        .isEqualTo("spotify:track:5SuOikwiRyPMVoIQDJUgSV\n");
    assertThatThrownBy(() -> PlaylistFormat.SPOTIFY_URIS.write("", TRACKS))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "format is spotify_uris, but 'own id/1' is no id of Spotify's; ask for another"
                + " format.");
  }
}
