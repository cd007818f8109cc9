package dev.segue.listening.log;

import dev.segue.query.Quoted;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events have the ids of others that differ; nothing of what came with them was kept. */
public final class EventConflictException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * Some conflicts, at least one.
   *
   * @param ofKept ids under which other events are kept
   * @param ofEachOther ids that several of these events have
   */
  EventConflictException(List<String> ofKept, List<String> ofEachOther) {
    super(
        Stream.of(
                told("%d of these events have the id of another event that is kept: %s.", ofKept),
                told("%d of these events have the id of another of them: %s.", ofEachOther),
                "Nothing was kept.")
            .filter(sentence -> !sentence.isEmpty())
            .collect(Collectors.joining(" ")));
  }

  private static String told(String sentence, List<String> eventIds) {
    return eventIds.isEmpty() ? "" : sentence.formatted(eventIds.size(), Quoted.list(eventIds));
  }
}
