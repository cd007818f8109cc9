package dev.segue.listening.model;

import dev.segue.listening.ListeningException;

/**
 * The memory that a training takes at most beside its data, known before any of it is allocated.
 *
 * @param bytes on the heap, and what a library copies out of it
 * @param longestArray how many numbers the longest of its arrays has
 */
public record MemoryNeed(long bytes, long longestArray) {
  /** What an array takes beside its numbers: its header, and a reference to it. */
  public static final long ARRAY_BYTES = 24;

  /** What every JVM can make. */
  static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private static final double MEGABYTE = 1e6;
  private static final double GIGABYTE = 1e9;

  private boolean fits(long available) {
    return bytes <= available && longestArray <= LONGEST_ARRAY;
  }

  /**
   * Says what a training takes, or refuses it.
   *
   * @param available bytes
   * @return a sentence for people
   * @throws ListeningException when it does not fit, naming what does
   */
  public static <K extends TrainedKind<K>> String told(
      ModelSettings<K> settings, Shape data, long available) throws ListeningException {
    MemoryNeed need = settings.kind().need(settings, data);
    if (need.fits(available)) {
      return "%s will take up to %s of the %s there are"
          .formatted(settings, amount(need.bytes), amount(available));
    }
    String instead =
        settings
            .kind()
            .lighter(settings)
            .filter(each -> each.kind().need(each, data).fits(available))
            .findFirst()
            .map(
                each ->
                    "Take '%s', which takes up to %s"
                        .formatted(each, amount(each.kind().need(each, data).bytes)))
            .orElse("No other model takes so much less");
    if (need.longestArray > LONGEST_ARRAY) {
      throw new ListeningException(
          "%s makes an array of %,d numbers of %s; Java has arrays of %,d at most. %s."
              .formatted(settings, need.longestArray, data, LONGEST_ARRAY, instead));
    }
    throw new ListeningException(
        ("%s takes up to %s to learn from %s; there are %s. %s, or give Java more memory"
                + " (SEGUE_JAVA_OPTS=-Xmx…).")
            .formatted(settings, amount(need.bytes), data, amount(available), instead));
  }

  private static String amount(long bytes) {
    return bytes < GIGABYTE / 10
        ? "%,.1f MB".formatted(bytes / MEGABYTE)
        : "%,.1f GB".formatted(bytes / GIGABYTE);
  }
}
