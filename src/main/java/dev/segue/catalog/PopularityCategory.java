package dev.segue.catalog;

/** Four steps of popularity: the names that the published notebooks use. */
public enum PopularityCategory {
  LOW("Low", 0),
  MEDIUM("Medium", 25),
  HIGH("High", 50),
  VERY_HIGH("Very High", 75);

  private final String label;
  private final int from;

  PopularityCategory(String label, int from) {
    this.label = label;
    this.from = from;
  }

  /** The category of a popularity from 0 to 100; each begins at its bound, inclusive. */
  public static PopularityCategory of(int popularity) {
    PopularityCategory found = LOW;
    for (PopularityCategory category : values()) {
      if (popularity >= category.from) {
        found = category;
      }
    }
    return found;
  }

  /** Its name as people read it, such as {@code Very High}. */
  public String label() {
    return label;
  }
}
