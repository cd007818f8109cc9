package dev.segue.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 text with or without a byte order mark, in which every broken sequence becomes U+FFFD and
 * is counted.
 *
 * <p>It also stops a row that never ends: after {@link #rowEnds} at most {@value #LONGEST_ROW}
 * characters are given out (and one buffer's more) until the next call. A quote that is never
 * closed would otherwise swallow the file into one cell, and the heap with it.
 */
final class Utf8Reader extends Reader {
  static final int LONGEST_ROW = 1 << 20;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private final InputStream bytes;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private boolean atStart = true;
  private boolean atEnd;
  private long brokenSequences;
  private int sinceRowEnd;

  Utf8Reader(InputStream bytes) {
    this.bytes = bytes;
  }

  /** Broken sequences that were replaced so far. */
  long brokenSequences() {
    return brokenSequences;
  }

  /** A row was read to its end. */
  void rowEnds() {
    sinceRowEnd = 0;
  }

  /**
   * {@inheritDoc}
   *
   * @throws RowTooLongException when a row does not end
   */
  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (sinceRowEnd > LONGEST_ROW) {
      throw new RowTooLongException();
    }
    int count = decode(CharBuffer.wrap(target, offset, length));
    if (atStart && count > 0) {
      atStart = false;
      if (target[offset] == BYTE_ORDER_MARK) {
        count--;
        System.arraycopy(target, offset + 1, target, offset, count);
        return count > 0 ? count : read(target, offset, length);
      }
    }
    sinceRowEnd += Math.max(0, count);
    return count;
  }

  /** Decodes what is there; waits only for the first character. Gives -1 at the end. */
  private int decode(CharBuffer target) throws IOException {
    int start = target.position();
    while (true) {
      CoderResult result = decoder.decode(buffer, target, atEnd);
      if (result.isError()) {
        if (!target.hasRemaining()) {
          break;
        }
        buffer.position(buffer.position() + result.length());
        target.put(REPLACEMENT);
        brokenSequences++;
      } else if (result.isOverflow() || target.position() > start) {
        break;
      } else if (atEnd) {
        return -1;
      } else {
        fill();
      }
    }
    return target.position() - start;
  }

  private void fill() throws IOException {
    buffer.compact();
    int count = bytes.read(buffer.array(), buffer.position(), buffer.remaining());
    atEnd = count < 0;
    buffer.position(buffer.position() + Math.max(0, count)).flip();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  /** A row is longer than any row of a catalogue. */
  static final class RowTooLongException extends IOException {
    private static final long serialVersionUID = 1;
  }
}
