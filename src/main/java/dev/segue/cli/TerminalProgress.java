package dev.segue.cli;

import dev.segue.catalog.Progress;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar with the time left, when a person is watching; notes in any case. */
final class TerminalProgress implements Progress {
  private static final int REFRESH_MILLIS = 200;

  private final boolean watched = Boolean.getBoolean("segue.terminal");
  private final PrintWriter err;
  private ProgressBar bar;

  TerminalProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void begin(String task, long total, String unit) {
    if (watched) {
      boolean bytes = unit.equals("bytes");
      ProgressBarBuilder builder =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total)
              .setUnit(bytes ? " MiB" : " " + unit, bytes ? 1 << 20 : 1)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(REFRESH_MILLIS)
              .clearDisplayOnFinish();
      if (!unit.isEmpty()) {
        builder.showSpeed();
      }
      bar = builder.build();
    }
  }

  @Override
  public void advance(long by) {
    if (bar != null) {
      bar.stepBy(by);
    }
  }

  @Override
  public void end() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  @Override
  public void note(String line) {
    err.println(line);
    err.flush();
  }
}
