package dev.segue.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Decoding, judged by the JDK's own decoder. */
class Utf8ReaderTest {
  @Property
  void decodesAsTheJdkDoes(
      @ForAll("bytes") byte[] bytes, @ForAll @IntRange(min = 1, max = 5) int atOnce)
      throws IOException {
    String expected = new String(bytes, UTF_8);
    assertThat(decode(new Utf8Reader(dribble(bytes, atOnce)), atOnce + 1))
        .isEqualTo(expected.startsWith("\uFEFF") ? expected.substring(1) : expected);
  }

  /** Pieces of sequences, well and badly put together, without U+FFFD itself. */
  @Provide
  Arbitrary<byte[]> bytes() {
    return Arbitraries.of(
            0x41, 0x80, 0xbf, 0xc3, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0xff, 0xef, 0xbb)
        .map(Integer::byteValue)
        .array(byte[].class)
        .ofMaxSize(20);
  }

  @Property
  void countsEverySequenceItReplaces(@ForAll("bytes") byte[] bytes) throws IOException {
    Utf8Reader reader = new Utf8Reader(new ByteArrayInputStream(bytes));
    String text = decode(reader, 64);
    assertThat(reader.brokenSequences()).isEqualTo(text.chars().filter(c -> c == 0xFFFD).count());
  }

  @Test
  void onlyTheFirstMarkIsDropped() throws IOException {
    String text = "\uFEFFa\uFEFF😀";
    Utf8Reader reader = new Utf8Reader(dribble(text.getBytes(UTF_8), 1));
    assertThat(decode(reader, 2)).isEqualTo("a\uFEFF😀");
    assertThat(reader.brokenSequences()).isZero();
  }

  @Test
  void aRowMustEndSomewhere() throws IOException {
    Utf8Reader reader =
        new Utf8Reader(new ByteArrayInputStream(new byte[3 * Utf8Reader.LONGEST_ROW]));
    char[] target = new char[Utf8Reader.LONGEST_ROW / 2 + 1];
    read(reader, target, 2);
    reader.rowEnds();
    read(reader, target, 2);
    assertThatThrownBy(() -> reader.read(target))
        .isInstanceOf(Utf8Reader.RowTooLongException.class);
  }

  private static void read(Utf8Reader reader, char[] target, int times) throws IOException {
    for (int left = times * target.length; left > 0; ) {
      left -= reader.read(target, 0, Math.min(left, target.length));
    }
  }

  private static String decode(Utf8Reader reader, int charsAtOnce) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] target = new char[charsAtOnce];
    for (int count = reader.read(target); count >= 0; count = reader.read(target)) {
      text.append(target, 0, count);
    }
    return text.toString();
  }

  private static InputStream dribble(byte[] bytes, int atOnce) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, atOnce));
      }
    };
  }
}
