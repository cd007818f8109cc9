package dev.segue.index.lucene;

import dev.segue.index.lucene.Words.Word;
import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Words that were found once, each unit at a place of its own and each pair at that of its first.
 */
final class WordStream extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Words words;
  private Iterator<Word> left;

  WordStream(Words words) {
    this.words = words;
  }

  @Override
  public void reset() {
    left = words.list().iterator();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (!left.hasNext()) {
      return false;
    }
    Word word = left.next();
    term.append(word.text());
    step.setPositionIncrement(word.pair() ? 0 : 1);
    return true;
  }
}
