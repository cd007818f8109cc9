package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What does not fit in memory is told in one line. */
class OutOfMemoryTest {
  @Command(name = "hungry")
  private static final class Hungry implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new OutOfMemoryError("Java heap space");
    }
  }

  @Test
  void isOneLine() {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new Hungry()).setErr(new PrintWriter(err, true));
    assertThat(Main.run(command)).isEqualTo(Main.FAILED);
    assertThat(err.toString().lines())
        .containsExactly("segue: Java has no memory left; give it more (SEGUE_JAVA_OPTS=-Xmx…).");
  }
}
