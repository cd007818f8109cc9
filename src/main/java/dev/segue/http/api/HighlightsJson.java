package dev.segue.http.api;

import dev.segue.search.Highlights;
import dev.segue.search.MarkedText;
import java.util.List;

/** A track's names, each in parts of which those that were asked for are marked. */
public record HighlightsJson(
    List<MarkedText.Part> name,
    List<List<MarkedText.Part>> artists,
    List<MarkedText.Part> album,
    List<List<MarkedText.Part>> genres) {
  static HighlightsJson of(Highlights highlights) {
    return new HighlightsJson(
        highlights.name().parts(),
        highlights.artists().stream().map(MarkedText::parts).toList(),
        highlights.album().map(MarkedText::parts).orElse(null),
        highlights.genres().stream().map(MarkedText::parts).toList());
  }
}
