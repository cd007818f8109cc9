package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.http.Served.Reply;
import dev.segue.query.NameKey;
import dev.segue.query.TrackFilter;
import dev.segue.recording.Foremost;
import dev.segue.recording.RecordingLinkage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code /api/search}. */
class SearchHttpTest extends ServedTest {
  private static final List<Track> TRACKS = Served.catalogue();

  @Test
  void findsATrackByWordsInAnyOrder() throws Exception {
    Track wanted = TRACKS.get(42);
    String artist = wanted.artists().getFirst();
    for (String q : List.of(wanted.name() + " " + artist, artist + " " + wanted.name())) {
      Reply reply = served.get(Served.url("/api/search", "q", q));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().get("query").asString()).isEqualTo(q);
      JsonNode first = reply.json().get("tracks").get(0).get("track");
      assertThat(first.get("name").asString()).isEqualTo(wanted.name());
      assertThat(first.get("artists").get(0).asString()).isEqualTo(artist);
    }
  }

  @Test
  void scoresAddUpAndFall() throws Exception {
    String q = TRACKS.get(42).artists().getFirst();
    double last = Double.MAX_VALUE;
    for (JsonNode hit : served.get(Served.url("/api/search", "q", q)).json().get("tracks")) {
      double score = hit.get("score").asDouble();
      double sum = 0;
      for (JsonNode part : hit.get("score_parts")) {
        sum += part.asDouble();
      }
      assertThat(sum).isCloseTo(score, within(1e-5));
      assertThat(score).isLessThanOrEqualTo(last);
      last = score;
    }
  }

  @Test
  void aMisspeltQuestionSaysWhatItWasTakenFor() throws Exception {
    Track wanted =
        TRACKS.stream()
            .filter(track -> track.name().matches("[A-Za-z]{7,}"))
            .findFirst()
            .orElseThrow();
    String name = wanted.name();
    String q = name.substring(0, 3) + "x" + name.substring(3) + " ";
    JsonNode reply = served.get(Served.url("/api/search", "q", q)).json();
    JsonNode said = reply.get("did_you_mean");
    assertThat(said.get("applied").asBoolean()).isTrue();
    assertThat(said.get("q").asString().strip()).isEqualTo(name.toLowerCase(Locale.ROOT));
    assertThat(reply.get("tracks").get(0).get("track").get("name").asString()).isEqualTo(name);
  }

  @Test
  void aBrokenQuestionIsAnsweredOrRefused() throws Exception {
    JsonNode lenient = served.get("/api/search?q=love+energy:%3E2").json();
    assertThat(lenient.get("syntax_error").get("position").asInt()).isEqualTo(12);
    Reply strict = served.get("/api/search?q=love+energy:%3E2&syntax=strict");
    assertThat(strict.status()).isEqualTo(400);
    assertThat(strict.json().get("parameter").asString()).isEqualTo("q");
    assertThat(strict.json().get("detail").asString())
        .contains("energy is 2, allowed is 0 to 1", "character 13");
    assertThat(served.get("/api/search?syntax=loose").json().get("detail").asString())
        .contains("syntax is 'loose', allowed are lenient, strict");
  }

  @Test
  void aWishIsTakenOutWhereItStands() throws Exception {
    for (String[] each :
        new String[][] {
          {"\"120\" bpm", "\""},
          {"hip -live calm", "hip -live"},
          {"artist:\"calm lovers\" calm songs", "artist:\"calm lovers\" songs"},
        }) {
      JsonNode reply = served.get(Served.url("/api/search", "q", each[0])).json();
      for (JsonNode wish : reply.get("understood")) {
        assertThat(wish.get("without").asString()).isEqualTo(each[1]);
      }
    }
  }

  @Test
  void whateverIsAskedIsAnsweredOrRefused() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> pieces =
        new ArrayList<>(
            List.of(
                " ",
                " ",
                " ",
                "-",
                "\"",
                "*",
                ":",
                "(",
                "..",
                "energy:>",
                "year:",
                "artist:",
                "0.5",
                "calm",
                "under 3 minutes",
                "120 bpm",
                "the",
                "東京",
                "ガ",
                "\u200B",
                "\u0301",
                "👶🏽",
                "Группа",
                "שלום",
                "\t",
                "&",
                "$",
                "!",
                ".",
                "#",
                "in c minor",
                "not ",
                "a"));
    TRACKS.stream().limit(40).forEach(track -> pieces.add(track.name()));
    List<String> parameters =
        List.of(
            "",
            "&facets=true",
            "&highlight=true",
            "&mode=hybrid",
            "&mode=sound",
            "&mode=text",
            "&fusion=rrf",
            "&syntax=strict",
            "&sort=name",
            "&facets=true&highlight=true&limit=100");
    for (int i = 0; i < 600; i++) {
      StringBuilder q = new StringBuilder();
      for (int n = random.nextInt(10); n > 0; n--) {
        q.append(pieces.get(random.nextInt(pieces.size())));
      }
      String text = q.substring(0, Math.min(q.length(), 500));
      String url =
          random.nextInt(4) == 0
              ? Served.url("/api/suggest", "q", text)
              : Served.url("/api/search", "q", text)
                  + parameters.get(random.nextInt(parameters.size()));
      Reply reply = served.get(url);
      assertThat(reply.status()).as("seed %d: %s", seed, url).isIn(200, 400);
      if (reply.status() == 200 && url.startsWith("/api/search")) {
        assertThat(reply.json().get("partial").asBoolean()).as("seed %d: %s", seed, url).isFalse();
      }
    }
  }

  @Test
  void suggestsWhileTyping() throws Exception {
    Track wanted = TRACKS.get(42);
    String typed = wanted.artists().getFirst().substring(0, 4);
    JsonNode items = served.get(Served.url("/api/suggest", "q", typed)).json().get("suggestions");
    assertThat(items.size()).isBetween(1, 8);
    boolean artist = false;
    for (JsonNode item : items) {
      artist |= item.get("text").asString().equals(wanted.artists().getFirst());
    }
    assertThat(artist).isTrue();
    assertThat(served.get("/api/suggest?limit=21").status()).isEqualTo(400);
  }

  @Test
  void listsTenWithoutAnyParameter() throws Exception {
    Reply reply = served.get("/api/search");
    RecordingLinkage linkage = new RecordingLinkage();
    TRACKS.forEach(linkage::add);
    assertThat(reply.json().get("total").asInt())
        .isEqualTo(linkage.link(Foremost.MOST_POPULAR).count());
    assertThat(reply.ids()).hasSize(10);
    assertThat(served.get("/api/search?versions=all").json().get("total").asInt())
        .isEqualTo(TRACKS.size());
  }

  @Test
  void oneVersionStandsForARecordingWithTheOthersBesideIt() throws Exception {
    JsonNode hit = null;
    for (JsonNode each : served.get("/api/search?limit=100").json().get("tracks")) {
      hit = hit == null && each.has("other_versions") ? each : hit;
    }
    String name = hit.get("track").get("name").asString();
    JsonNode other = hit.get("other_versions").get(0);
    assertThat(other.get("popularity").asInt(0))
        .isLessThanOrEqualTo(hit.get("track").get("popularity").asInt());
    String id = hit.get("track").get("id").asString();
    String otherId = other.get("id").asString();
    assertThat(served.get(Served.url("/api/tracks/" + otherId)).json().get("artists"))
        .isEqualTo(hit.get("track").get("artists"));
    assertThat(served.get(Served.url("/api/search", "q", name, "versions", "all")).ids())
        .contains(id);

    String similar = "/api/tracks/" + id + "/similar?k=100&space=audio-12";
    assertThat(served.get(similar).ids()).as("as published").contains(otherId).doesNotContain(id);
    assertThat(served.get(similar + "&versions=one").ids()).doesNotContain(otherId, id);
    assertThat(served.get("/api/tracks/" + id + "/similar?k=100").ids())
        .as("in a space of our own")
        .doesNotContain(otherId, id);
    assertThat(served.get("/api/search?versions=some").json().get("detail").asString())
        .contains("versions is 'some'", "one", "all");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sort=name", "sort=-popularity", "sort=year", "q=the"})
  void pagesNeitherRepeatNorSkip(String question) throws Exception {
    List<String> paged = new ArrayList<>();
    String cursor = "";
    long total;
    do {
      Reply reply = served.get("/api/search?limit=7&" + question + cursor);
      assertThat(reply.status()).isEqualTo(200);
      JsonNode json = reply.json();
      total = json.get("total").asLong();
      assertThat(json.get("tracks").get(0).get("rank").asInt()).isEqualTo(paged.size() + 1);
      paged.addAll(reply.ids());
      cursor =
          json.get("next_cursor").isNull() ? null : "&cursor=" + json.get("next_cursor").asString();
    } while (cursor != null);
    assertThat(paged).doesNotHaveDuplicates().hasSize((int) total);
    List<String> atOnce = new ArrayList<>();
    for (String next = ""; next != null; ) {
      Reply reply = served.get("/api/search?limit=100&" + question + next);
      atOnce.addAll(reply.ids());
      JsonNode token = reply.json().get("next_cursor");
      next = token.isNull() ? null : "&cursor=" + token.asString();
    }
    assertThat(paged).isEqualTo(atOnce);
  }

  @TestFactory
  Stream<DynamicTest> filtersLetPassWhatTheyMean() {
    Track some = TRACKS.get(17);
    Stream<DynamicTest> words =
        Stream.of(
            filter(
                new TrackFilter.GenreAnyOf(Set.of(NameKey.of(some.genres().getFirst()))),
                "genre",
                some.genres().getFirst().toUpperCase(Locale.ROOT)),
            filter(
                new TrackFilter.ArtistAnyOf(
                    TrackFilter.keys(
                        List.of(some.artists().getFirst(), TRACKS.get(200).artists().getFirst()))),
                "artist",
                some.artists().getFirst(),
                "artist",
                TRACKS.get(200).artists().getFirst()),
            filter(new TrackFilter.ExplicitIs(true), "explicit", "true"),
            filter(new TrackFilter.ExplicitIs(false), "explicit", "false"),
            filter(
                new TrackFilter.Not(new TrackFilter.IdAnyOf(Set.of(some.id(), TRACKS.get(3).id()))),
                "exclude",
                some.id(),
                "exclude",
                TRACKS.get(3).id()));
    return Stream.concat(words, Stream.of(NumericField.values()).flatMap(this::ranges));
  }

  private Stream<DynamicTest> ranges(NumericField field) {
    double[] values =
        TRACKS.stream().mapToDouble(field::of).filter(v -> !Double.isNaN(v)).sorted().toArray();
    double low = values[values.length / 4];
    double high = values[values.length * 3 / 4];
    return Stream.of(
        filter(
            new TrackFilter.Range(field, low, Double.POSITIVE_INFINITY),
            "min_" + field.label(),
            Double.toString(low)),
        filter(
            new TrackFilter.Range(field, Double.NEGATIVE_INFINITY, high),
            "max_" + field.label(),
            Double.toString(high)),
        filter(
            new TrackFilter.Range(field, low, high),
            "min_" + field.label(),
            Double.toString(low),
            "max_" + field.label(),
            Double.toString(high)));
  }

  private DynamicTest filter(TrackFilter meaning, String... parameters) {
    return DynamicTest.dynamicTest(
        String.join(" ", parameters),
        () -> {
          List<String> passing =
              TRACKS.stream().filter(meaning::accepts).map(Track::id).sorted().toList();
          assertThat(passing).isNotEmpty();
          List<String> answered = new ArrayList<>();
          String url = Served.url("/api/search", parameters) + "&limit=100&versions=all";
          for (String cursor = ""; cursor != null; ) {
            Reply reply = served.get(url + cursor);
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            assertThat(reply.json().get("total").asInt()).isEqualTo(passing.size());
            answered.addAll(reply.ids());
            JsonNode next = reply.json().get("next_cursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asString();
          }
          assertThat(answered).containsExactlyInAnyOrderElementsOf(passing);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"popularity", "year", "tempo", "loudness", "duration_ms"})
  void sortsByNumbersBothWays(String name) throws Exception {
    NumericField field = NumericField.named(name).orElseThrow();
    Comparator<Double> rising =
        Comparator.comparing((Double number) -> number.isNaN()).thenComparing(number -> number);
    Comparator<Double> falling =
        Comparator.comparing((Double number) -> number.isNaN())
            .thenComparing(Comparator.<Double>reverseOrder());
    assertThat(numbers(name, field)).isSortedAccordingTo(rising);
    assertThat(numbers("-" + name, field)).isSortedAccordingTo(falling);
  }

  private List<Double> numbers(String sort, NumericField field) throws Exception {
    List<Double> numbers = new ArrayList<>();
    for (String cursor = ""; cursor != null; ) {
      Reply reply = served.get("/api/search?limit=100&versions=all&sort=" + sort + cursor);
      for (String id : reply.ids()) {
        numbers.add(
            field.of(TRACKS.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow()));
      }
      JsonNode next = reply.json().get("next_cursor");
      cursor = next.isNull() ? null : "&cursor=" + next.asString();
    }
    assertThat(numbers).hasSize(TRACKS.size());
    return numbers;
  }

  @Test
  void sortsByNameBothWays() throws Exception {
    Comparator<String> byKey = Comparator.comparing(NameKey::of);
    assertThat(names("name")).hasSize(100).isSortedAccordingTo(byKey);
    assertThat(names("-name")).hasSize(100).isSortedAccordingTo(byKey.reversed());
  }

  private List<String> names(String sort) throws Exception {
    List<String> names = new ArrayList<>();
    served
        .get("/api/search?limit=100&versions=all&sort=" + sort)
        .json()
        .get("tracks")
        .forEach(hit -> names.add(hit.get("track").get("name").asString()));
    return names;
  }

  @Test
  void readsWordsOfAnyScript() throws Exception {
    String q = "Ärger & 恋 + 100% ‘naïve’ 🎵";
    assertThat(served.get(Served.url("/api/search", "q", q)).json().get("query").asString())
        .isEqualTo(q);
    assertThat(served.get("/api/search?q=a+b").json().get("query").asString()).isEqualTo("a b");
  }

  @Test
  void longestQuestionsOfManyWordsAreAnswered() throws Exception {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 250; i++) {
      words.appendCodePoint(0x4E00 + i).append(' ');
    }
    assertThat(served.get(Served.url("/api/search", "q", words.toString())).status())
        .isEqualTo(200);
  }
}
