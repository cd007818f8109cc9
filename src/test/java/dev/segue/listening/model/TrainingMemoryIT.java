package dev.segue.listening.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Progress;
import dev.segue.listening.Ids;
import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import dev.segue.listening.rating.RatingKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a training is said to take at most is enough, and not much too much: it goes through in a
 * JVM that has just that left, and fails in one that has a fraction of it left.
 */
class TrainingMemoryIT {
  /** How many times as much as is needed may be asked for. */
  private static final int GENEROSITY = 4;

  /** What threads have in their hands, and what is lost between large arrays, in bytes. */
  private static final long LOST = 4 << 20;

  private static final int BALLAST = 1 << 16;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "popularity, 1000, 1000000, 100000",
    "item-knn:k=1000, 2000, 4000, 20000",
    "ease, 1800, 1600, 20000",
    "ease, 1200, 4000, 20000",
    "ease without OpenBLAS, 1800, 1600, 20000",
    "edlae:kept=40, 4000, 1500, 20000",
    "'ials:factors=32,epochs=1', 200000, 40000, 200000",
    "'ials:factors=8,epochs=1', 10000, 10000, 2000000",
    "pure-svd:factors=20, 50000, 40000, 100000",
    "'svd:factors=50,epochs=1', 60000, 40000, 200000",
    "'svd++:factors=50,epochs=1', 40000, 40000, 200000",
    "knn-baseline, 3500, 20000, 40000",
    "knn-baseline:neighbours=items, 20000, 3500, 40000",
  })
  void isEnoughAndNotMuchTooMuch(String model, int users, int items, int records) throws Exception {
    Process enough = train(model, users, items, records, 1);
    Process tooLittle = train(model, users, items, records, GENEROSITY); // at the same time
    String success = said(enough);
    String complaint = said(tooLittle);
    assertThat(success).startsWith("trained");
    if (!model.equals("popularity")) { // where what is lost is as much
      assertThat(complaint).contains("OutOfMemoryError");
    }
  }

  private static String said(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Process train(String model, int users, int items, int records, int part)
      throws IOException {
    boolean natively = !model.contains("without OpenBLAS");
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.bytedeco.javacpp.platform" + (natively ? ".extension=" : "=none"),
            "-Xmx600m",
            "-Xmn8m", // so that what there is is in one piece
            "-cp",
            System.getProperty("java.class.path"),
            TrainingMemoryIT.class.getName(),
            model.split(" ", -1)[0],
            Integer.toString(users),
            Integer.toString(items),
            Integer.toString(records),
            Integer.toString(part))
        .redirectErrorStream(true)
        .start();
  }

  /** Trains with no more memory than is needed, or a part of that. */
  public static void main(String[] arguments) throws Exception {
    Interactions data =
        spread(
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    if (arguments[0].matches("(svd|knn-baseline).*")) {
      ModelSettings<RatingKind> settings = ModelSettings.parse(arguments[0], RatingKind.values());
      train(settings, data, RatingKind::train, Integer.parseInt(arguments[4]));
    } else {
      ModelSettings<TasteKind> settings = ModelSettings.parse(arguments[0], TasteKind.values());
      train(settings, data, TasteKind::train, Integer.parseInt(arguments[4]));
    }
  }

  private interface Trainer<K extends TrainedKind<K>> {
    Object train(ModelSettings<K> settings, Interactions data, Training training)
        throws ListeningException;
  }

  private static <K extends TrainedKind<K>> void train(
      ModelSettings<K> settings, Interactions data, Trainer<K> trainer, int part)
      throws ListeningException {
    long left = settings.kind().need(settings, Shape.of(data)).bytes() / part;
    System.gc();
    long taken = Training.of(1).memoryBytes() - left - LOST;
    if (taken < 0) {
      throw new IllegalArgumentException("%,d bytes are not there".formatted(left));
    }
    List<byte[]> ballast = new ArrayList<>();
    for (long bytes = 0; bytes < taken; bytes += BALLAST) {
      ballast.add(new byte[BALLAST - (int) MemoryNeed.ARRAY_BYTES]);
    }
    Object model = trainer.train(settings, data, new Training(1, Long.MAX_VALUE, Progress.NONE));
    System.out.printf("trained %s beside %d%n", model, ballast.size());
  }

  /** Users who listen to about as many items each, spread over all, none twice. */
  private static Interactions spread(int users, int items, int records) {
    Ids itemIds = new Ids();
    for (int item = 0; item < items; item++) {
      itemIds.number("i" + item);
    }
    Interactions.Builder data = new Interactions.Builder(new Ids(), itemIds);
    for (int record = 0; record < records; record++) {
      long item = (record % users * 104_729L + record / users * 7_919L) % items;
      data.add("u" + record % users, "i" + item, 1, 0);
    }
    return data.build();
  }
}
