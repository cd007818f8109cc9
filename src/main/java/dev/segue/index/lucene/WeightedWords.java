package dev.segue.index.lucene;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/**
 * All words of a track as one text, in which a word counts as often as its places weigh together.
 * BM25 over this text is BM25F over the places (Robertson, Zaragoza & Taylor 2004, "Simple BM25
 * extension to multiple weighted fields"), at the price of one field.
 */
final class WeightedWords extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
  private final Map<String, Integer> weights = new LinkedHashMap<>();
  private Iterator<Map.Entry<String, Integer>> left;

  /** Adds a name that stands in a place of that weight; what it is in Latin letters adds once. */
  void add(NameText name, int weight) {
    name.words().list().forEach(word -> weights.merge(word.text(), weight, Integer::sum));
    for (Words latin : name.latin()) {
      latin.list().forEach(word -> weights.putIfAbsent(word.text(), weight));
    }
  }

  /** The words that were added. */
  Set<String> words() {
    return weights.keySet();
  }

  @Override
  public void reset() {
    left = weights.entrySet().iterator();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (!left.hasNext()) {
      return false;
    }
    Map.Entry<String, Integer> word = left.next();
    term.append(word.getKey());
    frequency.setTermFrequency(word.getValue());
    return true;
  }
}
