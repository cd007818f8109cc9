package dev.segue.peers;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is compared and how; the profile {@code peers} of pom.xml has the defaults.
 *
 * @param catalogue a CSV file, or empty for none
 * @param keepDuplicates whether every row of the file is a track of its own
 * @param tracks the sizes of generated catalogues
 * @param peers names of {@link Peers}
 * @param efforts how many candidates a search keeps, for peers that are not exact; more than {@link
 *     Questions#K}
 * @param rounds of which each timing is the median
 * @param warmUpSeconds for each peer and setting
 * @param output gets a line of JSON for each measurement
 * @param python the command that runs scikit-learn
 * @param sampledRows of how many rows scikit-learn is asked for neighbours; with 0 nobody is asked
 *     for those of the whole catalogue
 * @param seed of generated catalogues and of the choice of questions
 */
record Settings(
    String catalogue,
    boolean keepDuplicates,
    List<Integer> tracks,
    List<String> peers,
    List<Integer> efforts,
    int questions,
    int rounds,
    double warmUpSeconds,
    Path output,
    String python,
    int sampledRows,
    long seed) {

  /** Reads the system properties. */
  static Settings read() {
    String peers = property("peers");
    return new Settings(
        property("catalogue"),
        Boolean.parseBoolean(property("keepDuplicates")),
        numbers("tracks"),
        peers.equals("all") ? Peers.names() : list(peers).toList(),
        numbers("efforts"),
        Integer.parseInt(property("questions")),
        Integer.parseInt(property("rounds")),
        Double.parseDouble(property("warmUpSeconds")),
        Path.of(property("output")),
        property("python"),
        Integer.parseInt(property("sampledRows")),
        Long.parseLong(property("seed")));
  }

  long warmUpNanos() {
    return (long) (warmUpSeconds * 1e9);
  }

  private static String property(String name) {
    return System.getProperty("bench." + name);
  }

  private static List<Integer> numbers(String name) {
    return list(property(name)).map(Integer::valueOf).toList();
  }

  private static Stream<String> list(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(item -> !item.isEmpty());
  }
}
