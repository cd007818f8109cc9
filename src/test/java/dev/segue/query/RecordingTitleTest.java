package dev.segue.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTitleTest {
  private static final List<String> ARTISTS = List.of("George", "Sómebody", "Else");

  private static String of(String title) {
    return RecordingTitle.of(title, ARTISTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Here Comes the Sun",
        "here comes the sun",
        "Here Comes The Sun - Remastered 2009",
        "Here Comes The Sun - 2019 Remaster",
        "Here Comes The Sun - Mono / 2009 Remaster",
        "Here Comes The Sun (Remastered) [Mono]",
        "Here Comes The Sun - 2005 Digital Remaster",
        "Here Comes The Sun - Remastered Version",
        "Here Comes The Sun - Versión Remasterizada",
        "Here Comes The Sun - Single Version",
        "Here Comes The Sun - Original Album Version",
        "Here Comes The Sun (Bonus Track)",
        "Here Comes The Sun (Deluxe Edition)",
        "Here Comes The Sun (feat. Somebody Else)",
        "Here Comes The Sun feat. Somebody & Else",
        "Here Comes The Sun (with Somebody)",
        "Here Comes The Sun (feat. Somebody, Nobody Else & Others) [2009 - Remaster]",
        "Here Comes The Sun - 2009 - Remaster",
        "Here Comes The Sun (Remaster, 2009)",
        "Here Comes The Sun - Versão Remasterizada",
        "Here Comes The Sun (From the Motion Picture Sunshine)",
        "Here Comes The Sun - From \"A Film\"",
        "Here Comes The Sun (From \"A Film\") - Remastered 2009",
        "Ｈｅｒｅ　Ｃｏｍｅｓ　ｔｈｅ　Ｓｕｎ",
      })
  void releasesOfOnePerformanceAreOne(String title) {
    assertThat(of(title)).isEqualTo(of("Here Comes The Sun"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Here Comes The Sun - Live",
        "Here Comes The Sun (Live) - Remastered 2009",
        "Here Comes The Sun - Ao Vivo",
        "Here Comes The Sun - Acoustic",
        "Here Comes The Sun - Radio Edit",
        "Here Comes The Sun - Somebody Remix",
        "Here Comes The Sun - 2019 Mix",
        "Here Comes The Sun - Instrumental",
        "Here Comes The Sun - Demo",
        "Here Comes The Sun - Original Mix",
        "Here Comes The Sun (Somebody's Version)",
        "Here Comes The Sun - 2019 Version",
        "Here Comes The Sun - Version",
        "Here Comes The Sun - 1969",
        "Here Comes The Sun (With My Love)",
        "Here Comes The Sun (From Me)",
        "Here Comes The Sun - feat. Somebody - Live",
        "Here Comes The Sun ft deep",
        "Here Comes The Sun (Live from Paris)",
        "Here Comes The Sun (From the Paris Sessions)",
        "Here Comes The Sun (Part 2)",
        "Here Comes The Sun, Pt. 2",
        "Here Comes The Sun Again",
        "Here Comes",
      })
  void otherPerformancesStayApart(String title) {
    assertThat(of(title)).isNotEqualTo(of("Here Comes The Sun"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Song - Live - 2009 Remaster | Song (Live)",
        "Song (Live) [feat. Somebody] | Song - Live",
        "Rock & Roll | Rock and Roll",
        "(What's the Story) Morning Glory? | (Whats The Story) Morning Glory",
        "東京 (2009 Remaster) | 東京",
      })
  void whatIsKeptIsCompared(String one, String other) {
    assertThat(of(one)).isEqualTo(of(other));
  }

  @Test
  void titlesOfSignsAreTitles() {
    Set<String> keys = new HashSet<>();
    for (String title :
        List.of(
            "÷",
            "(Interlude)",
            "- -",
            "!!!",
            "",
            "(((((",
            "[",
            "Song (",
            "😀",
            ") - (",
            "6 ft deep")) {
      assertThat(keys.add(of(title))).as(title).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wonderwall - Remastered | Wonderwall",
        "Wonderwall (Remastered 2014) [Mono] | Wonderwall",
        "Spicy (feat. Post Malone, YG) | Spicy",
        "Runaway (With My Love) |",
        "6 ft deep (feat. Galvanic & Silent Child) | 6 ft deep",
        "Wonderwall - Live; 2014 Remaster |",
        "Wonderwall |",
        "(Remastered) |",
      })
  void additionsOfTheReleaseCanBeLeftOut(String title, String unreleased) {
    assertThat(RecordingTitle.unreleased(title, ARTISTS))
        .isEqualTo(Optional.ofNullable(unreleased));
  }
}
