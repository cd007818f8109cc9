package dev.segue.query;

import static java.util.stream.Collectors.joining;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tracks may be answered. A tree that every index translates for itself; {@link #accepts}
 * says what the translation must mean.
 */
public sealed interface TrackFilter {
  /** Lets every track pass. */
  TrackFilter EVERYTHING = new AllOf(List.of());

  /** Whether a track passes: the meaning of the filter, slow but plain. */
  boolean accepts(Track track);

  /** The parameters of the API that say a filter. */
  static String label(TrackFilter filter) {
    return switch (filter) {
      case AllOf(var parts) -> parts.stream().map(TrackFilter::label).collect(joining(", "));
      case Not(IdAnyOf ids) -> "exclude";
      case Not(var part) -> "not " + label(part);
      case GenreAnyOf genre -> "genre";
      case ArtistAnyOf artist -> "artist";
      case IdAnyOf ids -> "id";
      case EntityIs(var entity, var id) -> entity == Entity.ARTIST ? "artist" : "album";
      case Named named -> "q";
      case ExplicitIs explicit -> "explicit";
      case Range range when Double.isInfinite(range.max) -> "min_" + range.field.label();
      case Range range when Double.isInfinite(range.min) -> "max_" + range.field.label();
      case Range range -> "min_%1$s, max_%1$s".formatted(range.field.label());
    };
  }

  /** Passes what all the parts pass; with no parts, everything. */
  record AllOf(List<TrackFilter> parts) implements TrackFilter {
    /** Copies. */
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean accepts(Track track) {
      return parts.stream().allMatch(part -> part.accepts(track));
    }
  }

  /** Passes what the part does not. */
  record Not(TrackFilter part) implements TrackFilter {
    @Override
    public boolean accepts(Track track) {
      return !part.accepts(track);
    }
  }

  /** Passes tracks of at least one of the genres, given as {@link NameKey}s. */
  record GenreAnyOf(Set<String> keys) implements TrackFilter {
    /** Copies. */
    public GenreAnyOf {
      keys = inOrder(keys);
    }

    @Override
    public boolean accepts(Track track) {
      return track.genres().stream().map(NameKey::of).anyMatch(keys::contains);
    }
  }

  /** Passes tracks by at least one of the artists, given as {@link NameKey}s. */
  record ArtistAnyOf(Set<String> keys) implements TrackFilter {
    /** Copies. */
    public ArtistAnyOf {
      keys = inOrder(keys);
    }

    @Override
    public boolean accepts(Track track) {
      return track.artists().stream().map(NameKey::of).anyMatch(keys::contains);
    }
  }

  /** Passes tracks with one of the ids, to the letter. */
  record IdAnyOf(Set<String> ids) implements TrackFilter {
    /** Copies. */
    public IdAnyOf {
      ids = inOrder(ids);
    }

    @Override
    public boolean accepts(Track track) {
      return ids.contains(track.id());
    }
  }

  /** Passes tracks by an artist, or of an album, known by its id. */
  record EntityIs(Entity entity, String id) implements TrackFilter {
    @Override
    public boolean accepts(Track track) {
      return entity.ids(track).contains(id);
    }
  }

  /**
   * Passes tracks that have the words of a text after each other in one of their names.
   *
   * <p>Here words are told apart by anything that is no letter or digit, and compared as {@link
   * NameKey}s; an index may find more, where it knows scripts without spaces, or other spellings of
   * one word.
   *
   * @param field in which kind of name, or empty for all kinds
   * @param beginning whether the last word may go on
   */
  record Named(Optional<NameField> field, String text, boolean beginning) implements TrackFilter {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    @Override
    public boolean accepts(Track track) {
      String wanted = words(text);
      return !wanted.isBlank()
          && names(track)
              .map(Named::words)
              .anyMatch(name -> name.contains(beginning ? wanted.stripTrailing() : wanted));
    }

    private Stream<String> names(Track track) {
      return Stream.of(NameField.values())
          .filter(kind -> field.isEmpty() || field.get() == kind)
          .flatMap(
              kind ->
                  switch (kind) {
                    case TITLE -> Stream.of(track.name());
                    case ARTIST -> track.artists().stream();
                    case ALBUM -> Stream.ofNullable(track.album());
                  });
    }

    /** With a space before and behind each word. */
    private static String words(String text) {
      return BETWEEN.matcher(" " + NameKey.of(text) + " ").replaceAll(" ");
    }
  }

  /** Passes tracks that are known to be explicit, or known not to be. */
  record ExplicitIs(boolean explicit) implements TrackFilter {
    @Override
    public boolean accepts(Track track) {
      return track.explicit() != null && track.explicit() == explicit;
    }
  }

  /**
   * Passes tracks whose number lies in [min, max]; those without the number do not pass.
   *
   * @param min inclusive, or negative infinity
   * @param max inclusive, or infinity
   */
  record Range(NumericField field, double min, double max) implements TrackFilter {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException naming the field and the bounds
     */
    public Range {
      if (Double.isNaN(min) || Double.isNaN(max) || min > max) {
        throw new IllegalArgumentException(
            "min_%1$s is %2$s and max_%1$s is %3$s: nothing lies between"
                .formatted(field.label(), min, max));
      }
      min += 0.0; // -0.0 is 0
      max += 0.0;
    }

    @Override
    public boolean accepts(Track track) {
      double number = field.of(track);
      return number >= min && number <= max;
    }
  }

  /** The keys of names as people write them. */
  static Set<String> keys(Collection<String> names) {
    return names.stream().map(NameKey::of).collect(Collectors.toUnmodifiableSet());
  }

  /** A copy that is the same text in every run of the program: cursors rely on it. */
  private static Set<String> inOrder(Set<String> values) {
    return Collections.unmodifiableSet(new TreeSet<>(values));
  }
}
