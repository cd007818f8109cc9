package dev.segue.peers;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;

/**
 * The neighbours of the whole catalogue, by our tree and by scikit-learn in the same run.
 *
 * @param treeSeconds to build our tree and find the {@link Questions#K} nearest of every point, on
 *     all cores
 * @param scikitLearn {@code null} when it did not run
 * @param ratio how many times as long scikit-learn's best way takes, or {@code null}
 * @param notRun why scikit-learn did not run, or {@code null}
 */
record Export(
    String space, int n, double treeSeconds, ScikitLearn scikitLearn, Double ratio, String notRun) {
  private static final int RUNS = 3;

  static Export run(Settings settings, Dataset dataset) throws IOException, InterruptedException {
    double[] runs = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      runs[i] = treeSeconds(dataset);
    }
    Arrays.sort(runs);
    double seconds = runs[RUNS / 2];
    String space = dataset.space().name();
    try {
      ScikitLearn other = ScikitLearn.run(settings, dataset);
      return new Export(space, dataset.size(), seconds, other, other.bestSeconds() / seconds, null);
    } catch (IOException | JacksonException e) {
      return new Export(space, dataset.size(), seconds, null, null, e.getMessage());
    }
  }

  private static double treeSeconds(Dataset dataset) throws IOException {
    try (Scratch scratch = Scratch.create()) {
      long start = System.nanoTime();
      TreePeer peer = new TreePeer(dataset.vectors(), dataset.space().metric(), scratch.folder());
      neighbours(peer, dataset.vectors());
      return (System.nanoTime() - start) / 1e9;
    }
  }

  /**
   * The neighbours of each point. Points are asked about in the order of the tree: what the one
   * before has just read is still at hand.
   */
  private static int[] neighbours(TreePeer peer, float[][] vectors) {
    int[] order = peer.tree().order();
    int[] neighbours = new int[Math.multiplyExact(vectors.length, Questions.K)];
    IntStream.range(0, order.length)
        .parallel()
        .forEach(
            i -> {
              int point = order[i];
              int[] answer = peer.nearestBut(point, Questions.K);
              System.arraycopy(answer, 0, neighbours, point * Questions.K, answer.length);
            });
    return neighbours;
  }

  /** As a line for people. */
  String line() {
    String ours =
        "%s, %,d vectors, the %d nearest of all: tree %.2f s; scikit-learn "
            .formatted(space, n, Questions.K, treeSeconds);
    return scikitLearn == null
        ? ours + "not run: " + notRun
        : ours + "%s, ratio %.1f".formatted(scikitLearn.summary(), ratio);
  }
}
