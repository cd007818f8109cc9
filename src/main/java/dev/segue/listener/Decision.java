package dev.segue.listener;

import dev.segue.listener.Listener.Liked;
import java.util.List;
import java.util.Optional;

/** What an answer to a listener goes by, and why, in words for them. */
record Decision(Strategy strategy, String why) {
  /**
   * Decides.
   *
   * @param wanted which falls back where too little is known
   * @param tasted whether a model of taste knows something that they like
   * @param sounding whether something that they like has a place in the space that is asked for
   * @param noTaste why there is no model of taste; empty where there is one
   */
  static Decision of(
      Strategy wanted,
      List<Liked> liked,
      boolean tasted,
      boolean sounding,
      Optional<String> noTaste) {
    if (liked.isEmpty()) {
      return new Decision(
          Strategy.POPULARITY, "Nothing is known yet that you like, so this is what many like.");
    }
    boolean one = liked.size() == 1;
    String songs = one ? "one song" : "%,d songs".formatted(liked.size());
    String them = one ? "it" : "them";
    String noSound =
        one
            ? "The one song that you like has no sound"
            : "None of the %s that you like has a sound".formatted(songs);
    String unknownTaste =
        noTaste.orElse(
            one ? "the model of taste does not know it" : "the model of taste knows none of them");
    if (!tasted && !sounding) {
      return new Decision(
          Strategy.POPULARITY,
          "%s, and %s, so this is what many like.".formatted(noSound, unknownTaste));
    }
    if (!sounding && wanted == Strategy.SOUND) {
      return new Decision(Strategy.TASTE, noSound + "; by what others play who like the same.");
    }
    if (!tasted || wanted == Strategy.SOUND) {
      String instead = wanted == Strategy.SOUND ? "" : "; " + unknownTaste;
      return new Decision(
          Strategy.SOUND, "By the sound of the %s that you like%s.".formatted(songs, instead));
    }
    return sounding && wanted == Strategy.HYBRID
        ? new Decision(
            Strategy.HYBRID,
            "By the %1$s that you like: what others play who like %2$s, and what sounds like %2$s."
                .formatted(songs, them))
        : new Decision(
            Strategy.TASTE, "By what others play who like the %s that you like.".formatted(songs));
  }
}
