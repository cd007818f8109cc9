package dev.segue.listening.log;

import java.util.List;

/** Events have the ids of others that are kept; nothing of what came with them was kept. */
public final class EventConflictException extends Exception {
  private static final long serialVersionUID = 1;

  /** As many ids as a message has. */
  private static final int TOLD = 10;

  EventConflictException(List<String> eventIds) {
    super(
        "%d of these events have the id of another event that is kept: %s%s. Nothing was kept."
            .formatted(
                eventIds.size(),
                String.join(", ", eventIds.subList(0, Math.min(TOLD, eventIds.size()))),
                eventIds.size() > TOLD ? ", …" : ""));
  }
}
