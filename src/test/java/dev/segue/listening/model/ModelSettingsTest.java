package dev.segue.listening.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.query.RequestException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelSettingsTest {
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @BeforeEach
  void printSeed() {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
  }

  private static ModelSettings<TasteKind> settings(String text) {
    return ModelSettings.parse(text, TasteKind.values());
  }

  @Test
  void settingsAreReadAndWritten() {
    assertThat(settings("edlae:dropout=.30,lambda=5e1")).hasToString("edlae:dropout=0.3");
    assertThat(settings("edlae:dropout=0.5")).isEqualTo(settings("edlae"));
    for (String wrong : List.of("nmf", "ease:", "ease:lambda", "ease:lambda=1,lambda=2")) {
      assertThatThrownBy(() -> settings(wrong)).isInstanceOf(RequestException.class);
    }
    assertThatThrownBy(() -> settings("nmf"))
        .hasMessage(
            "There is no model 'nmf'. There are: popularity, item-knn, ease, edlae, ials,"
                + " pure-svd.");
    assertThatThrownBy(() -> settings("ease:dropout=0.5"))
        .hasMessage("ease has no setting 'dropout'. It has: lambda, kept, weights.");
    assertThatThrownBy(() -> settings("ials:factors=1.5"))
        .hasMessage("factors is '1.5', allowed is a whole number from 1 to 2048.");
    assertThatThrownBy(() -> settings("ials:factors=0"))
        .hasMessage("factors is '0', allowed is a whole number from 1 to 2048.");
    assertThatThrownBy(() -> settings("item-knn:metric=jaccard"))
        .hasMessage("metric is 'jaccard', allowed is cosine, euclidean, manhattan.");
    for (TasteKind kind : TasteKind.values()) {
      for (int i = 0; i < 50; i++) {
        ModelSettings<TasteKind> drawn = ModelSettings.random(kind, random);
        assertThat(settings(drawn.toString())).as("seed %d", seed).isEqualTo(drawn);
      }
    }
  }
}
