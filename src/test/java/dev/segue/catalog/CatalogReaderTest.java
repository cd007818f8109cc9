package dev.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows become tracks: merging, files of every make, and what happens to what is broken. */
class CatalogReaderTest {
  private static final ReadOptions KEEP = new ReadOptions(true, false, 0.05);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("tracks.csv");
  }

  private Reading read(Object text) throws IOException {
    return Reading.of(ReadOptions.DEFAULT, file, text);
  }

  private void refused(Object text, String... messageParts) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(CatalogException.class)
        .message()
        .contains(messageParts);
  }

  @Test
  void rowsOfOneIdAreOneTrack() throws Exception {
    Csv csv =
        Csv.tracks()
            .row("track_id", "a", "track_genre", "pop", "popularity", "1")
            .row("track_id", "b", "track_genre", "jazz")
            .row("track_id", "a", "track_genre", "rock;pop", "popularity", "2")
            .row("track_id", "a", "track_genre", "ambient");
    Reading reading = read(csv);
    assertThat(reading.tracks())
        .extracting(Track::id, Track::genres, Track::popularity)
        .containsExactly(
            tuple("a", List.of("pop", "rock", "ambient"), 1), tuple("b", List.of("jazz"), 50));
    assertThat(reading.surveyed())
        .extracting(Track::id, Track::genres)
        .containsExactly(tuple("a", List.of("pop")), tuple("b", List.of("jazz")));
    assertThat(reading.report().rows()).isEqualTo(4);
    assertThat(reading.report().tracks()).isEqualTo(2);
    assertThat(reading.report().mergedDuplicates()).isEqualTo(2);
    assertThat(reading.report().rowsPerSecond()).isPositive();
  }

  @Test
  void everyRowIsATrackWhenDuplicatesAreKept() throws Exception {
    Csv csv =
        Csv.tracks()
            .row("track_id", "a", "track_genre", "pop")
            .row("track_id", "a", "track_genre", "rock")
            .row("track_id", "a", "track_genre", "pop");
    Reading reading = Reading.of(KEEP, file, csv);
    assertThat(reading.tracks())
        .extracting(Track::genres)
        .map(List::getFirst)
        .containsExactly("pop", "rock", "pop");
    assertThat(reading.surveyed()).isEqualTo(reading.tracks());
    assertThat(reading.report().mergedDuplicates()).isZero();
  }

  @Test
  void filesWithOtherHeadersAreOneCatalogue() throws Exception {
    Path other = folder.resolve("other.csv");
    Csv second =
        Csv.empty()
            .column("genres", "['rock']")
            .column("id", "a")
            .column("name", "Other")
            .column("artists", "['Ann']")
            .column("duration_ms", "9")
            .audio();
    Files.writeString(file, Csv.tracks().row("track_id", "a").toString());
    Files.writeString(other, second.row().row("id", "b").toString());
    Reading reading = Reading.of(ReadOptions.DEFAULT, file.toString(), other.toString());
    assertThat(reading.tracks())
        .extracting(Track::id, Track::name, Track::genres)
        .containsExactly(
            tuple("a", "Some Song", List.of("pop", "rock")), tuple("b", "Other", List.of("rock")));
    assertThat(reading.report().sources())
        .containsExactly(
            new SourceReport(file.toString(), Files.size(file), 1, 0),
            new SourceReport(other.toString(), Files.size(other), 2, 0));
  }

  @Test
  void textStaysAsItIs() throws Exception {
    Csv csv =
        Csv.tracks()
            .row("track_id", " a ", "track_name", " True ", "album_name", "NaN", "artists", "null")
            .row("track_id", "b", "track_name", "=1+1", "album_name", "\"Q\"\n,", "explicit", "")
            .row("track_id", "c", "popularity", " ", "album_name", "  ", "track_genre", "");
    assertThat(read(csv).tracks())
        .extracting(Track::id, Track::name, Track::album, Track::popularity, Track::genres)
        .containsExactly(
            tuple("a", " True ", "NaN", 50, List.of("pop")),
            tuple("b", "=1+1", "\"Q\"\n,", 50, List.of("pop")),
            tuple("c", "Some Song", null, null, List.of()));
  }

  @Test
  void everyFaultHasItsReason() throws Exception {
    Csv csv =
        Csv.tracks()
            .column("year", "2001")
            .row()
            .row("track_id", " ")
            .row("track_name", "")
            .row("artists", ";")
            .row("tempo", "")
            .row("tempo", "fast")
            .row("energy", "NaN")
            .row("valence", "inf")
            .row("tempo", "500.5")
            .row("loudness", "-61")
            .row("duration_ms", "0")
            .row("key", "1.5")
            .row("popularity", "101")
            .row("popularity", "high")
            .row("explicit", "maybe")
            .row("year", "soon")
            .row("year", "3000");
    Reading reading = Reading.of(Reading.LENIENT, file, csv);
    assertThat(reading.tracks()).hasSize(1);
    assertThat(reading.reasons())
        .containsExactly(
            "track_id missing",
            "track_name missing",
            "artists missing",
            "tempo missing",
            "tempo not a finite number",
            "energy not a finite number",
            "valence not a finite number",
            "tempo out of range",
            "loudness out of range",
            "duration_ms out of range",
            "key not a whole number",
            "popularity out of range",
            "popularity not a finite number",
            "explicit not true or false",
            "year not a date",
            "year out of range");
    RejectedRow tooFast = reading.rejects().get(7);
    assertThat(tooFast.detail()).isEqualTo("tempo is 500.5, allowed is 0 to 500");
    assertThat(tooFast.file()).isEqualTo(file.toString());
    assertThat(tooFast.line()).isEqualTo(10);
    assertThat(tooFast.values()).hasSize(21).contains("500.5").startsWith("id", "Some One");
    assertThat(reading.report().rejected()).isEqualTo(16);
    assertThat(reading.report().rejectsByReason()).hasSize(16).containsEntry("tempo missing", 1L);
  }

  @Test
  void valuesAtTheEdgesAreKept() throws Exception {
    Csv csv =
        Csv.tracks()
            .row("track_id", "a", "loudness", "4.5", "tempo", "0", "time_signature", "0")
            .row("track_id", "b", "key", "-1", "popularity", "100.0", "energy", "1.01e-06");
    assertThat(read(csv).tracks())
        .extracting(t -> t.audio().loudness(), t -> t.audio().energy(), Track::popularity)
        .containsExactly(tuple(4.5, 0.6, 50), tuple(-7.5, 1.01e-06, 100));
  }

  @Test
  void shortRowsAreBlankAtTheEndAndLongOnesAreRejected() throws Exception {
    String line = Csv.tracks().row().toString().lines().toList().get(1);
    String text = Csv.tracks() + line + "\na,b,c\n" + line.replace(",pop", "\n") + line + ",x\n";
    Reading reading = Reading.of(new ReadOptions(true, false, 1), file, text);
    assertThat(reading.tracks())
        .extracting(Track::genres)
        .containsExactly(List.of("pop"), List.of());
    assertThat(reading.rejects())
        .extracting(RejectedRow::reason, RejectedRow::line, RejectedRow::detail)
        .containsExactly(
            tuple("track_name missing", 3L, "track_name is blank"),
            tuple("too many cells", 5L, "the row has 21 cells, the header 20"));
  }

  @Test
  void linesAreCountedThroughQuotedNewlinesAndBlankLines() throws Exception {
    String text =
        '\uFEFF'
            + Csv.tracks()
                .row("track_id", "a", "track_name", "two\r\nlines")
                .row("track_id", "b", "track_name", "three\nlines\n", "tempo", "x")
                .row("track_id", "c")
                .row("track_id", "d", "tempo", "x")
                .toString()
                .replaceAll("(?<!\r)\n", "\r\n")
                .replace("\r\nc,", "\r\n\r\nc,");
    Reading reading = Reading.of(Reading.LENIENT, file, text.substring(0, text.length() - 2));
    assertThat(reading.tracks())
        .extracting(Track::name)
        .containsExactly("two\r\nlines", "Some Song");
    assertThat(reading.rejects()).extracting(RejectedRow::line).containsExactly(4L, 9L);
    assertThat(reading.report().rows()).isEqualTo(4);
  }

  @Test
  void brokenUtf8IsReplacedAndCounted() throws Exception {
    byte[] text =
        Csv.tracks().row("track_name", "caf# au #ait").toString().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length; i++) {
      text[i] = text[i] == '#' ? (byte) 0xe9 : text[i];
    }
    Files.write(file, text);
    Reading reading = Reading.of(ReadOptions.DEFAULT, file.toString());
    assertThat(reading.tracks().getFirst().name()).isEqualTo("caf\uFFFD au \uFFFDait");
    assertThat(reading.report().sources().getFirst().brokenSequences()).isEqualTo(2);
  }

  @Test
  void compressedFilesAreKnownByTheirContent() throws Exception {
    Path zipped = folder.resolve("tracks.data");
    for (String part : Csv.tracks().rows(1000, "a").toString().split("(?<=\n)", 500)) {
      try (OutputStream out =
          new GZIPOutputStream(
              Files.newOutputStream(
                  zipped, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
        out.write(part.getBytes(StandardCharsets.UTF_8));
      }
    }
    Reading reading = Reading.of(ReadOptions.DEFAULT, zipped.toString());
    assertThat(reading.tracks()).hasSize(1000);
    assertThat(reading.report().sources().getFirst().bytes()).isEqualTo(Files.size(zipped));

    byte[] whole = Files.readAllBytes(zipped);
    Files.write(zipped, Arrays.copyOf(whole, whole.length - 20));
    assertThatThrownBy(() -> Reading.of(ReadOptions.DEFAULT, zipped.toString()))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("tracks.data, after line")
        .hasMessageContaining("cannot be read (EOFException");
  }

  @Test
  void whatIsNoFileIsRefused() {
    String missing = folder.resolve("none.csv").toString();
    assertThatThrownBy(() -> Reading.of(ReadOptions.DEFAULT, missing))
        .isInstanceOf(CatalogException.class)
        .hasMessage(missing + " does not exist.");
    assertThatThrownBy(() -> Reading.of(ReadOptions.DEFAULT, folder.toString()))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("is a folder");
    assertThatThrownBy(() -> Reading.of(ReadOptions.DEFAULT, "a\0b"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("is no path");
    assertThatIllegalArgumentException().isThrownBy(() -> Reading.of(ReadOptions.DEFAULT));
  }

  @Test
  void whatHoldsNoTrackIsRefused() {
    refused("", "tracks.csv is empty");
    refused("\n\n", "tracks.csv is empty");
    refused("\uFEFF", "tracks.csv is empty");
    refused(Csv.tracks(), "there is a header, but no row");
    assertThatThrownBy(() -> Reading.of(Reading.LENIENT, file, Csv.tracks().row("tempo", "999")))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("no track is left, all 1 rows were rejected")
        .hasMessageContaining("1 × tempo out of range, such as " + file + " line 2: tempo is 999");
  }

  @Test
  void tooManyRejectsAreRefusedWithTheReasons() throws Exception {
    Csv csv = Csv.tracks().rows(95, "a");
    csv.row("tempo", "x").row("tempo", "y").row("energy", "2").row("tempo", "z").row("key", "H");
    assertThat(read(csv).report().rejected()).as("exactly 5 % are allowed").isEqualTo(5);

    refused(
        csv.row("track_name", ""),
        "6 of 101 rows were rejected (5.94 %), allowed are 5 %.",
        "\n  3 × tempo not a finite number, such as " + file + " line 97: tempo is 'x'",
        "\n  1 × energy out of range, such as " + file + " line 99: energy is 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReadOptions(false, false, 1.5))
        .withMessage("max_rejects is 1.5, allowed is 0 to 1");
  }

  @Test
  void brokenQuotingIsRefusedWithItsLine() {
    String before = Csv.tracks().rows(3, "a").toString();
    refused(before + "b,\"open\nc,d\n", "tracks.csv, line 5: ", "a quote is not closed");
    refused(before + "b,\"x\" y,z\n", "tracks.csv, line 5: ", "text follows a closing quote");
    refused(
        before + "b,\"" + "row without end\n".repeat(200_000),
        "tracks.csv, line 5: ",
        "does not end within 1048576 characters");
  }

  @Test
  void aFileThatChangesBetweenThePassesIsRefused() throws Exception {
    Files.writeString(file, Csv.tracks().rows(10, "a").toString());
    try (CatalogReader reader =
        new CatalogReader(List.of(file.toString()), ReadOptions.DEFAULT, Progress.NONE)) {
      assertThatThrownBy(() -> reader.forEach(track -> {}))
          .isInstanceOf(IllegalStateException.class);
      reader.survey(track -> {}, row -> {});
      Files.writeString(file, Csv.tracks().rows(11, "a").toString());
      assertThatThrownBy(() -> reader.forEach(track -> {}))
          .isInstanceOf(CatalogException.class)
          .hasMessageContaining("changed while it was read");
    }
  }

  @Test
  void aFileThatGrowsDuringThePassIsRefused() throws Exception {
    Files.writeString(file, Csv.tracks().rows(20_000, "a").toString());
    try (CatalogReader reader =
        new CatalogReader(List.of(file.toString()), ReadOptions.DEFAULT, Progress.NONE)) {
      reader.survey(track -> {}, row -> {});
      List<String> seen = new ArrayList<>();
      assertThatThrownBy(
              () ->
                  reader.forEach(
                      track -> {
                        seen.add(track.id());
                        if (seen.size() == 1) {
                          append(Csv.tracks().rows(1, "b").toString().lines().toList().get(1));
                        }
                      }))
          .isInstanceOf(CatalogException.class)
          .hasMessageContaining("changed while it was read");
      assertThat(seen).hasSize(20_000).doesNotContain("b0");
    }
  }

  private void append(String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theSecondPassMayBeRepeatedAndLeftEarly() throws Exception {
    Files.writeString(file, Csv.tracks().rows(10_000, "a").toString());
    try (CatalogReader reader =
        new CatalogReader(List.of(file.toString()), ReadOptions.DEFAULT, Progress.NONE)) {
      reader.survey(track -> {}, row -> {});
      assertThatThrownBy(
              () ->
                  reader.forEach(
                      track -> {
                        throw new UncheckedIOException(new IOException("disk full"));
                      }))
          .isInstanceOf(UncheckedIOException.class);
      List<Track> tracks = new ArrayList<>();
      reader.forEach(tracks::add);
      assertThat(tracks).hasSize(10_000);
    }
  }

  @Test
  void progressTellsTheBytesOfEachPass() throws Exception {
    Files.writeString(file, Csv.tracks().rows(100, "a").toString());
    List<String> told = new ArrayList<>();
    Progress progress =
        new Progress() {
          private long done;

          @Override
          public void begin(String task, long total, String unit) {
            done = 0;
            told.add("%s: %d %s".formatted(task, total, unit));
          }

          @Override
          public synchronized void advance(long by) {
            done += by;
          }

          @Override
          public synchronized void end() {
            told.add("end " + done);
          }
        };
    try (CatalogReader reader =
        new CatalogReader(List.of(file.toString()), new ReadOptions(false, true, 0), progress)) {
      reader.survey(track -> {}, row -> {});
      reader.forEach(track -> {});
    }
    long size = Files.size(file);
    assertThat(told)
        .containsExactly(
            "Counting %s: %d bytes".formatted(file, size),
            "end " + size,
            "Reading %s: %d bytes".formatted(file, size),
            "end " + size,
            "Reading again %s: %d bytes".formatted(file, size),
            "end " + size);
  }
}
