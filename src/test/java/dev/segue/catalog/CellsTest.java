package dev.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, lists of names and years as they stand in cells. */
class CellsTest {
  @Property
  void decimalsAreReadToTheLastBit(@ForAll("decimals") String text) {
    assertThat(NumberCell.decimal(text)).isEqualTo(Double.parseDouble(text));
  }

  @Provide
  Arbitrary<String> decimals() {
    Arbitrary<String> sign = Arbitraries.of("", "-", "+");
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(20);
    Arbitrary<String> fraction = Arbitraries.oneOf(Arbitraries.just(""), digits.map(d -> "." + d));
    Arbitrary<String> exponent =
        Arbitraries.oneOf(
            Arbitraries.of("", "e0", "E+7", "e-06", "e-22", "e22", "e23", "e99999"),
            Arbitraries.integers().between(-340, 310).map(e -> "e" + e));
    return Arbitraries.oneOf(
        Combinators.combine(sign, digits, fraction, exponent).as((s, d, f, e) -> s + d + f + e),
        Arbitraries.doubles().map(String::valueOf),
        Arbitraries.doubles().map(d -> new BigDecimal(d).toPlainString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "NaN",
        "inf",
        "-Infinity",
        "1d",
        "1f",
        "0x10",
        "0x1p3",
        "1_000",
        "1,5",
        "1.2.3",
        "e5",
        "1e",
        "1e+",
        "1e5x",
        "--1",
        ".",
        "-",
        "ten",
        "1 2",
        "１"
      })
  void whatIsNoDecimal(String text) {
    assertThat(NumberCell.decimal(text.strip())).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "KEY, C, 0",
    "KEY, C#, 1",
    "KEY, Db, 1",
    "KEY, b, 11",
    "KEY, Cb, 11",
    "KEY, B#, 0",
    "KEY, F♯, 6",
    "KEY, A, 9",
    "KEY, ' 7.0 ', 7",
    "KEY, H, NaN",
    "KEY, C##, NaN",
    "MODE, Major, 1",
    "MODE, minor, 0",
    "MODE, dorian, NaN",
    "TIME_SIGNATURE, 3/4, 3",
    "TIME_SIGNATURE, 4, 4",
    "TIME_SIGNATURE, 4/, NaN",
    "ENERGY, C, NaN",
    "ENERGY, 3/4, NaN",
    "TEMPO, Major, NaN"
  })
  void wordsForNumbers(NumericField field, String cell, Double expected) {
    assertThat(NumberCell.parse(field, cell)).isEqualTo(expected);
  }

  @Test
  void artists() {
    assertThat(NameList.artists(" Ann ; Bo;; ;Cy")).containsExactly("Ann", "Bo", "Cy");
    assertThat(NameList.artists("['Ann', \"Bo's; Band\", 'C, D']"))
        .containsExactly("Ann", "Bo's; Band", "C, D");
    assertThat(NameList.artists("['a\\'b\\\\c\\x41\\u00e9\\U0001F600\\q', ' ', '']"))
        .containsExactly("a'b\\cAé😀\\q");
    assertThat(NameList.artists("[]")).isEmpty();
    assertThat(NameList.artists(" ")).isEmpty();
    assertThat(NameList.artists(";")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[re:mix]",
        "[:ABC:]",
        "[a, b]",
        "['open]",
        "['a' x]",
        "['a' 'b']",
        "['a\\']",
        "["
      })
  void bracketsInTheNamesOfArtists(String name) {
    assertThat(NameList.artists(name)).containsExactly(name);
  }

  @Test
  void genres() {
    assertThat(NameList.genres("['cool jazz', 'pop']")).containsExactly("cool jazz", "pop");
    assertThat(NameList.genres("[cool jazz, pop]")).containsExactly("cool jazz", "pop");
    assertThat(NameList.genres("[]")).isEmpty();
    assertThat(NameList.genres("r&b;folk, world & country"))
        .containsExactly("r&b", "folk, world & country");
  }

  @Property
  void pythonListsAreReadBack(@ForAll List<String> names) {
    String cell = names.stream().map(CellsTest::python).collect(Collectors.joining(", ", "[", "]"));
    assertThat(NameList.artists(cell))
        .isEqualTo(names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList());
  }

  /** As Python's {@code repr} writes it: double quotes only where that saves a backslash. */
  private static String python(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    return escaped.contains("'") && !escaped.contains("\"")
        ? '"' + escaped + '"'
        : "'" + escaped.replace("'", "\\'") + "'";
  }

  @ParameterizedTest
  @CsvSource({
    "2003, 2003",
    "2003.0, 2003",
    "2003-05, 2003",
    "2003-05-14, 2003",
    "5/14/2003, 2003",
    "2003-05-14T00:00:00Z, 2003",
    "' 1921 ', 1921",
    "0000,",
    "0,",
    "0000-00-00,",
    "'',"
  })
  void years(String cell, Integer expected) throws Exception {
    assertThat(ReleaseYear.parse(cell)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "20035", "2003-", "03-05-14", "2003.5"})
  void whatIsNoYear(String cell) {
    assertThatThrownBy(() -> ReleaseYear.parse(cell))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining("'" + cell + "'")
        .extracting(e -> ((Rejection) e).reason())
        .isEqualTo("year not a date");
  }
}
