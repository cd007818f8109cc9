package dev.segue.evaluate.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.Progress;
import dev.segue.listening.Ids;
import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.RandomInteractions;
import dev.segue.listening.model.TasteKind;
import dev.segue.query.RequestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final Interactions data = RandomInteractions.of(20, 12, random);

  @BeforeEach
  void printSeed() {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
  }

  private List<Split> splits(String protocol) throws Exception {
    return Protocol.parse(protocol).splits(once(data), new Random(seed));
  }

  private static Recorded once(Interactions data) {
    return new Recorded(data, UnaryOperator.identity());
  }

  private static List<String> records(Interactions part) {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < part.size(); i++) {
      records.add("%d %d %s %d".formatted(part.user(i), part.item(i), part.value(i), part.time(i)));
    }
    return records;
  }

  @Test
  void newListenersAreKnownByFewRecordsAndTestedByTheRest() throws Exception {
    Set<Integer> asked = new HashSet<>();
    for (Split split : splits("cold:2")) {
      assertWhole(split);
      for (int user = 0; user < data.users().size(); user++) {
        int of = user;
        long tested = count(split.test(), of);
        long known = count(split.known(), of);
        if (tested > 0) {
          assertThat(known).isBetween(1L, 2L);
          assertThat(count(split.train(), of)).as("seed %d", seed).isZero();
          assertThat(asked.add(user)).as("seed %d, each once", seed).isTrue();
        }
      }
    }
    long many =
        IntStream.range(0, data.users().size()).filter(user -> count(data, user) > 2).count();
    assertThat(asked).as("seed %d", seed).hasSize((int) many);
    assertThatThrownBy(() -> splits("cold:1000"))
        .isInstanceOf(ListeningException.class)
        .hasMessageContaining("have more than 1000 records; cold takes 5");
  }

  private static long count(Interactions part, int user) {
    return IntStream.range(0, part.size()).filter(i -> part.user(i) == user).count();
  }

  /** Every record is in one part, once. */
  private void assertWhole(Split split) {
    List<String> all = new ArrayList<>(records(split.train()));
    all.addAll(records(split.test()));
    if (split.known() != split.train()) {
      all.addAll(records(split.known()));
    }
    assertThat(all).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(records(data));
  }

  @Test
  void everyRecordIsTestedInOneFold() throws Exception {
    List<Split> folds = splits("k-fold:7");
    assertThat(folds).hasSize(7);
    List<String> tested = new ArrayList<>();
    for (Split fold : folds) {
      assertWhole(fold);
      assertThat(fold.test().size()).isBetween(data.size() / 7, data.size() / 7 + 1);
      tested.addAll(records(fold.test()));
    }
    assertThat(tested).containsExactlyInAnyOrderElementsOf(records(data));
  }

  @Test
  void theLastOfEachUserAreTested() throws Exception {
    Split split = splits("leave-last:2").getFirst();
    assertWhole(split);
    for (int user = 0; user < data.users().size(); user++) {
      List<Long> train = times(split.train(), user);
      List<Long> test = times(split.test(), user);
      assertThat(train).as("something is known of user %d", user).isNotEmpty();
      assertThat(test).hasSize(train.size() + test.size() > 2 ? 2 : 0);
      test.forEach(time -> assertThat(train).allMatch(before -> before <= time));
    }
  }

  private static List<Long> times(Interactions part, int user) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < part.size(); i++) {
      if (part.user(i) == user) {
        times.add(part.time(i));
      }
    }
    return times;
  }

  @Test
  void nothingIsLearnedFromTheFuture() throws Exception {
    Split split = splits("time:0.7").getFirst();
    assertWhole(split);
    assertThat(split.train().size()).isEqualTo(Math.round(.7 * data.size()));
    long cut =
        IntStream.range(0, split.train().size()).mapToLong(split.train()::time).max().orElseThrow();
    for (int i = 0; i < split.test().size(); i++) {
      assertThat(split.test().time(i)).isGreaterThan(cut);
    }
  }

  /** Ten plays of two users, in the order of their times. */
  private static Recorded plays(double least) {
    Interactions.Builder plays = new Interactions.Builder(new Ids(), new Ids());
    int time = 0;
    for (String play : List.of("ax", "ay", "bx", "ax", "by", "bz", "ax", "az", "az", "bx")) {
      plays.add(play.substring(0, 1), play.substring(1), 1, ++time);
    }
    return new Recorded(
        plays.build(),
        all -> {
          Interactions added = all.added();
          return added.where(i -> added.value(i) >= least);
        });
  }

  private static List<Split> splits(String protocol, Recorded data) throws Exception {
    return Protocol.parse(protocol).splits(data, new Random(1));
  }

  /** Such as {@code ax2@4}: user, item, how many plays, and when the last of them was. */
  private static List<String> merged(Interactions part) {
    return IntStream.range(0, part.size())
        .mapToObj(
            i ->
                "%s%s%.0f@%d"
                    .formatted(
                        part.users().id(part.user(i)),
                        part.items().id(part.item(i)),
                        part.value(i),
                        part.time(i)))
        .toList();
  }

  @Test
  void playsAfterTheCutAreNeitherLearnedFromNorNewWhenTheTrackIsKnown() throws Exception {
    Split split = splits("time:0.6", plays(1)).getFirst();
    assertThat(merged(split.train())).containsExactly("ax2@4", "ay1@2", "bx1@3", "by1@5", "bz1@6");
    assertThat(merged(split.test())).containsExactly("az2@9");
    Split searched = splits("time:0.5", split.learned()).getFirst();
    assertThat(merged(searched.train())).containsExactly("ax1@1", "ay1@2", "bx1@3");
    assertThat(merged(searched.test())).containsExactly("by1@5", "bz1@6");
    Split often = splits("time:0.6", plays(2)).getFirst();
    assertThat(merged(often.train())).containsExactly("ax2@4");
    assertThat(merged(often.test())).containsExactly("az2@9");
  }

  @Test
  void theLastAreTracksThatWereNew() throws Exception {
    Split one = splits("leave-last:1", plays(1)).getFirst();
    assertThat(merged(one.train())).containsExactly("ax3@7", "ay1@2", "bx1@3", "by1@5");
    assertThat(merged(one.test())).containsExactly("bz1@6", "az2@9");
    Split two = splits("leave-last:2", plays(1)).getFirst();
    assertThat(merged(two.train())).containsExactly("ax1@1", "bx1@3");
    assertThat(merged(two.test())).containsExactly("ay1@2", "by1@5", "bz1@6", "az2@9");
    Split often = splits("leave-last:1", plays(2)).getFirst();
    assertThat(merged(often.train())).containsExactly("ax3@7", "bx2@10");
    assertThat(merged(often.test())).containsExactly("az2@9");
  }

  @Test
  void chancePartsPairsWithAllTheirPlays() throws Exception {
    List<String> pairs = List.of("ax3@7", "ay1@2", "az2@9", "bx2@10", "by1@5", "bz1@6");
    List<String> tested = new ArrayList<>();
    for (Split split : splits("k-fold:3", plays(1))) {
      tested.addAll(merged(split.test()));
    }
    assertThat(tested).containsExactlyInAnyOrderElementsOf(pairs);
    Split heldOut = splits("users:0.5", plays(1)).getFirst();
    List<String> all = new ArrayList<>(merged(heldOut.train()));
    all.addAll(merged(heldOut.known()));
    all.addAll(merged(heldOut.test()));
    assertThat(all).containsExactlyInAnyOrderElementsOf(pairs);
  }

  @Test
  void nothingIsLearnedFromHeldOutUsers() throws Exception {
    Split split = splits("users:0.3").getFirst();
    assertWhole(split);
    Set<Integer> learned = users(split.train());
    assertThat(users(split.test()))
        .isEqualTo(users(split.known()))
        .doesNotContainAnyElementsOf(learned);
    for (int user : users(split.test())) {
      int known = times(split.known(), user).size();
      int all = known + times(split.test(), user).size();
      assertThat(known).isEqualTo(Math.clamp(Math.round(.8 * all), 1, all - 1));
    }
  }

  private static Set<Integer> users(Interactions part) {
    Set<Integer> users = new HashSet<>();
    for (int i = 0; i < part.size(); i++) {
      users.add(part.user(i));
    }
    return users;
  }

  /** What models are given are the parts of a split, and of these none can hold a test's record. */
  @Test
  void aPlantedLeakIsCaught() throws Exception {
    Split clean = splits("users:0.3").getFirst();
    Interactions leaking = data.where(i -> true);
    String user = data.users().id(clean.test().user(0));
    assertThatThrownBy(
            () -> Split.of("a split", once(leaking), once(clean.known()), once(clean.test())))
        .isInstanceOf(ListeningException.class)
        .hasMessageStartingWith("a split leaks: user '")
        .hasMessageContaining("are among what is learned from and what is tested");
    assertThatThrownBy(
            () -> Split.of("a split", once(clean.train()), once(clean.test()), once(clean.test())))
        .hasMessageStartingWith("a split leaks: user '%s'".formatted(user));
    assertThatThrownBy(() -> Split.of("a split", once(data).where(i -> false), once(data)))
        .hasMessage("a split has no records to learn from.");
    assertThatThrownBy(() -> Split.of("a split", once(data), once(data).where(i -> false)))
        .hasMessage("a split has no records to test.");
  }

  @Test
  void protocolsAreWrittenAsTheyAreRead() {
    for (String text : List.of("k-fold:7", "leave-last:2", "time:0.7", "users:0.3", "cold:3")) {
      assertThat(Protocol.parse(text).written()).isEqualTo(text);
    }
  }

  @Test
  void theSameSeedIsTheSameSplit() throws Exception {
    for (String protocol : List.of("k-fold:3", "users:0.5", "cold:2")) {
      assertThat(records(splits(protocol).getFirst().test()))
          .isEqualTo(records(splits(protocol).getFirst().test()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k-fold:1",
        "k-fold:2.5",
        "k-fold:x",
        "leave-last:0",
        "time:1",
        "users:0",
        "cold:0",
        "loo"
      })
  void wrongProtocolsAreNamed(String protocol) {
    assertThatThrownBy(() -> Protocol.parse(protocol))
        .isInstanceOf(RequestException.class)
        .hasMessageStartingWith("protocol is '%s', allowed".formatted(protocol));
  }

  @Test
  void dataThatDoNotSufficeAreRefused() {
    Interactions two =
        new Interactions.Builder(new Ids(), new Ids())
            .add("a", "x", 1, Interactions.UNKNOWN_TIME)
            .add("b", "y", 1, Interactions.UNKNOWN_TIME)
            .build();
    assertThatThrownBy(() -> Protocol.parse("k-fold").splits(once(two), random))
        .hasMessage("2 records cannot be 5 folds.");
    assertThatThrownBy(() -> Protocol.parse("time").splits(once(two), random))
        .hasMessage("'time' takes times, but not every record has one; take k-fold or users.");
    assertThatThrownBy(() -> Protocol.parse("users:0.5").splits(once(two), random))
        .hasMessageContaining("has no records to test");
  }

  @Test
  void givenFoldsAreRead(@TempDir Path folder) throws Exception {
    for (int fold = 1; fold <= 11; fold++) {
      Files.writeString(
          folder.resolve("u%d.base".formatted(fold)), "a,x\nb,y\nb,%d\n".formatted(fold));
      Files.writeString(folder.resolve("u%d.test".formatted(fold)), "a,y\n");
    }
    Files.writeString(folder.resolve("README"), "no data");
    Dataset dataset = read(folder);
    assertThat(dataset.splits()).hasSize(11);
    assertThat(dataset.splits().get(1).name()).isEqualTo("fold 2");
    assertThat(dataset.splits().getLast().train().items().size()).isEqualTo(13);
    Files.writeString(folder.resolve("u3.test"), "b,y\n");
    assertThatThrownBy(() -> read(folder))
        .hasMessageStartingWith("fold 3 leaks: user 'b' and item 'y'");
  }

  @Test
  void foldersAreFolds(@TempDir Path folder) throws Exception {
    for (int fold : new int[] {0, 1}) {
      Path own = Files.createDirectory(folder.resolve("fold" + fold));
      Files.writeString(own.resolve("train.dat"), "a,x,1\nb,y,1\n");
      Files.writeString(own.resolve("test.dat"), "a,y,1\n");
    }
    assertThat(read(folder).splits()).hasSize(2);
    Files.delete(folder.resolve("fold1/test.dat"));
    assertThatThrownBy(() -> read(folder)).hasMessageEndingWith("fold1 has no file test.*.");
  }

  @Test
  void foldersWithoutFoldsAreRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(ListeningException.class)
        .hasMessageContaining("has no folds");
    assertThatThrownBy(
            () ->
                Dataset.read(
                    folder, Optional.of(new Protocol.KFold(2)), UnaryOperator.identity(), 1))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("holds folds, which no protocol parts");
  }

  private static Dataset read(Path folder) throws Exception {
    return Dataset.read(folder, Optional.empty(), UnaryOperator.identity(), 1);
  }

  /** A search is shown nothing but what its split learns from. */
  @Test
  void aSearchSeesNoTest() throws Exception {
    List<Split> splits = splits("k-fold:3");
    List<Split> seen = new ArrayList<>();
    Entrant<TasteKind> found =
        new Tuning(8, new Protocol.KFold(10), seed)
            .search(
                ModelSettings.usual(TasteKind.EASE),
                splits,
                (settings, inner) -> {
                  seen.add(inner);
                  return Math.abs(Math.log(settings.number("lambda") / 40));
                },
                Progress.NONE);
    int candidates = seen.size() / 3; // of those that are drawn twice, one
    assertThat(seen).hasSize(3 * candidates).hasSizeBetween(6, 24);
    for (int i = 0; i < seen.size(); i++) {
      List<String> inner = new ArrayList<>(records(seen.get(i).train()));
      inner.addAll(records(seen.get(i).test()));
      assertThat(inner)
          .containsExactlyInAnyOrderElementsOf(records(splits.get(i / candidates).train()));
    }
    assertThat(found.bySplit()).hasSize(3);
    assertThat(found.found().orElseThrow().settings())
        .as("the first is the usual one, and the search does better")
        .isNotEqualTo("ease");
    assertThat(found.found().orElseThrow().loss()).isLessThan(Math.log(500 / 40.0));
  }
}
