package dev.segue.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnalysisTest {
  private static TextAnalysis analysis;

  @BeforeAll
  static void create() {
    analysis = new TextAnalysis();
  }

  @AfterAll
  static void close() {
    analysis.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Dvořák, dvorak",
    "BJÖRK, björk",
    "Straße, STRASSE",
    "ＦＵＬＬ Ｗｉｄｔｈ, full width",
    "God’s Plan, gods plan",
    "ソコ, そこ",
    "ｶﾞｷﾞ, ガギ",
    "ガギ, がぎ",
    "スーパー, すーぱー",
    "ヽヾ, ゝゞ",
    "God´s Plan, gods plan",
    "葛\uDB40\uDD01城\uFE00, 葛城",
    "カ\u3099, ガ",
    "e\u0301te\u0301, été",
    "Й, И\u0306",
    "T.N.T., tnt",
    "B.o.B, bob",
    "will.i.am, will i am",
    "feat.Drake, feat drake",
    "P!nk, pink",
    "A$AP $uicideboy$, asap suicideboys",
    "R&B, r and b",
    "'10,000 Maniacs', 10000 maniacs",
    "snake_case, snake case",
    "a\u200Bb\uFEFFc\u00ADd, abcd",
    "\u202Bاردو\u202C, اردو",
    "أغنية, اغنيه",
    "مُحَمَّد, محمد",
    "کی, كي",
    "كتـــاب, كتاب",
    "שָׁלוֹם, שלומ",
    "ג׳ז, גז",
    "👨‍👩‍👧, 👨👩👧",
    "❤️, ❤",
  })
  void areTheSameWords(String one, String other) {
    assertThat(analysis.words(one).all()).isNotEmpty();
    assertThat(analysis.words(one).all()).isEqualTo(analysis.words(other).all());
  }

  @ParameterizedTest
  @CsvSource({"べ, へ", "ガ, カ", "ぱ, ば", "つ, て", "々, 木"})
  void areDifferentWords(String one, String other) {
    assertThat(analysis.words(one).all()).doesNotContainAnyElementsOf(analysis.words(other).all());
  }

  @ParameterizedTest
  @CsvSource({
    "東京事変の歌, 事変",
    "東京事変の歌, 京事",
    "東京事変の歌, 変",
    "東京事変の歌, 変の",
    "佐々木, 々木",
    "日々, 日々",
    "𠮷野家, 野家",
    "夜に駆ける, 駆け",
    "ラブ・ストーリーは突然に, ストーリー",
    "ラブ・ストーリーは突然に, すとーりーは突",
    "사랑했지만, 사랑",
    "사랑했지만, 했지",
    "月亮代表我的心, 我的心",
    "Best of 東京 2020, 東京",
    "𠮷野家, 𠮷野",
    "Hello World, world",
  })
  void partsOfATextAreFound(String text, String part) {
    List<String> asked = asked(part);
    assertThat(asked).isNotEmpty();
    assertThat(analysis.words(text).all()).containsAll(asked);
  }

  @Test
  void whatDoesNotFollowIsNoPair() {
    assertThat(analysis.words("東京事変").all()).contains("東京").doesNotContain("京変", "東事");
    assertThat(analysis.words("東 京").all()).doesNotContain("東京");
  }

  @Test
  void aQuestionLooksForPairs() {
    assertThat(analysis.words("東京事変").all()).containsExactly("東", "東京", "京", "京事", "事", "事変", "変");
    assertThat(asked("東京事変")).containsExactly("東京", "京事", "事変");
    assertThat(asked("愛 東京 恋")).containsExactly("愛", "東京", "恋");
    assertThat(asked("Best of 東京 2020")).containsExactly("best", "of", "東京", "2020");
    assertThat(asked("愛")).containsExactly("愛");
  }

  @Test
  void wholeTextsAreToldButForSpaces() {
    assertThat(analysis.words("東京都").whole()).isNotEqualTo(analysis.words("東京 京都").whole());
    assertThat(analysis.words("日々").whole()).isNotEqualTo(analysis.words("日").whole());
    assertThat(analysis.words("AC/DC").whole()).isEqualTo(analysis.words("acdc").whole());
  }

  @Test
  void thaiIsCutIntoWords() {
    assertThat(asked("ความรักของฉัน")).hasSizeGreaterThan(1).contains("ของ");
  }

  @Test
  void wordsWithSpacesStayWhole() {
    assertThat(analysis.words("Группа крови").all()).containsExactly("группа", "крови");
    assertThat(analysis.words("שלום עולם").all()).containsExactly("שלומ", "עולמ");
  }

  @ParameterizedTest
  @CsvSource({
    "???, ???",
    "' ÷ ', ÷",
    "!!! …, !!!...",
  })
  void aTextOfSignsIsOneWord(String text, String word) {
    assertThat(analysis.words(text).all()).containsExactly(word);
  }

  @Test
  void nothingIsNoWord() {
    for (String nothing : List.of("", "  ", "\u200B\u200E", "\u0301", "\0\t\uD800")) {
      assertThat(analysis.words(nothing).all()).isEmpty();
    }
  }

  @Test
  void saysWhereAWordStood() {
    String text = "  T.N.T. & p!nk’s ｶﾞｷﾞ Ke$ha, 東京都";
    assertThat(
            analysis.words(text).asked().stream()
                .map(word -> word.text() + "=" + text.substring(word.start(), word.end())))
        .containsExactly(
            "tnt=T.N.T", "and=&", "pinks=p!nk’s", "がぎ=ｶﾞｷﾞ", "kesha=Ke$ha", "東京=東京", "京都=京都");
  }

  private static List<String> asked(String text) {
    return analysis.words(text).asked().stream().map(Words.Word::text).toList();
  }
}
