package dev.segue.query;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two names are the same name. */
class NameKeyTest {
  @ParameterizedTest
  @CsvSource({
    "Dvořák, dvorak",
    "BEYONCÉ, beyoncé",
    "Straße, STRASSE",
    "GROẞ, groß",
    "ＡＢＢＡ, abba",
    "ｶﾞ, ガ",
    "'  Daft   Punk ', daft punk",
    "Ёлка, елка",
  })
  void sameName(String one, String other) {
    assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other));
  }

  @ParameterizedTest
  @CsvSource({"べ, へ", "ガ, カ", "pop, k-pop", "AC/DC, ACDC"})
  void otherName(String one, String other) {
    assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
  }

  @Property
  void aKeyIsItsOwnKey(@ForAll String name) {
    String key = NameKey.of(name);
    assertThat(NameKey.of(key)).isEqualTo(key);
  }
}
