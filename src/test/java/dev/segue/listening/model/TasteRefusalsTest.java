package dev.segue.listening.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.listening.Ids;
import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What no model of taste can be learned from. */
class TasteRefusalsTest {
  @ParameterizedTest
  @EnumSource(TasteKind.class)
  void tooFewAreRefused(TasteKind kind) {
    ModelSettings<TasteKind> usual = ModelSettings.usual(kind);
    assertThatThrownBy(() -> TasteKind.train(usual, few("a x 1", "a y 1"), Training.of(1)))
        .isInstanceOf(ListeningException.class)
        .hasMessage("There are 1 users and 2 items to learn from; taste takes two of each.");
    assertThatThrownBy(() -> TasteKind.train(usual, few("a x 1", "b x 1"), Training.of(1)))
        .hasMessage("There are 2 users and 1 items to learn from; taste takes two of each.");
    assertThatThrownBy(() -> TasteKind.train(usual, few("a x 1", "b y 0", "b x 0"), Training.of(1)))
        .hasMessage("User 'b' has only records of 0; leave them out.");
    assertThatThrownBy(() -> TasteKind.train(usual, few("a x 1", "b y -2"), Training.of(1)))
        .hasMessage("User 'b' has -2.0 for item 'y'; plays are not negative.");
  }

  private static Interactions few(String... records) {
    Interactions.Builder few = new Interactions.Builder(new Ids(), new Ids());
    for (String record : records) {
      List<String> fields = List.of(record.split(" ", -1));
      few.add(
          fields.get(0),
          fields.get(1),
          Double.parseDouble(fields.get(2)),
          Interactions.UNKNOWN_TIME);
    }
    return few.build();
  }

  @Test
  void moreFactorsThanThereAreAreRefused() {
    Interactions data = RandomInteractions.of(60, 50, new Random(1));
    assertThatThrownBy(
            () ->
                TasteKind.train(
                    ModelSettings.parse("pure-svd", TasteKind.values()), data, Training.of(1)))
        .hasMessage("factors is 64, but 60 users and 50 items have 50 at most.");
    for (int i = 0; i < 50; i++) {
      data.items().number("unheard " + i);
    }
    assertThatThrownBy(
            () ->
                TasteKind.train(
                    ModelSettings.parse("pure-svd", TasteKind.values()), data, Training.of(1)))
        .hasMessage("factors is 64, but 60 users and 50 items have 50 at most.");
  }
}
