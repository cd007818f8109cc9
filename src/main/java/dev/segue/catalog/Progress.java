package dev.segue.catalog;

/**
 * Is told how far long work has come. One task at a time; calls may come from several threads, each
 * task's {@link #begin} before and {@link #end} after all its {@link #advance} calls.
 */
public interface Progress {
  /** Listens to nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void begin(String task, long total, String unit) {}

        @Override
        public void advance(long by) {}

        @Override
        public void end() {}
      };

  /**
   * A task begins.
   *
   * @param task what is done, as people read it, such as {@code Reading dataset.csv}
   * @param total how much there is to do, or -1 when nobody knows
   * @param unit what is counted, such as {@code bytes} or {@code tracks}; empty when nothing is
   */
  void begin(String task, long total, String unit);

  /** So much more of the task is done. */
  void advance(long by);

  /** The task is over, done or failed. */
  void end();

  /** Something that is good to know about the work, as one line for people. */
  default void note(String line) {}
}
