package dev.segue.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.catalog.Track;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * What a catalogue knows by name only, and several tracks have in common. Ids are derived from
 * {@link NameKey}s, so that the same name has the same id in every catalogue and at all times: 22
 * digits to base 62, each made of a byte of the SHA-256 hash.
 */
public enum Entity {
  /** Known by the name. */
  ARTIST,
  /** Known by its title and its main artist: many are called Greatest Hits. */
  ALBUM;

  /** How long an id is. */
  private static final int ID_LENGTH = 22;

  private static final String DIGITS =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** The ids of a track's artists, in their order, or of its album, if it has one. */
  public List<String> ids(Track track) {
    return switch (this) {
      case ARTIST -> track.artists().stream().map(Entity::artistId).toList();
      case ALBUM ->
          track.album() == null
              ? List.of()
              : List.of(
                  id(this + "\n" + key(track.artists().getFirst()) + "\n" + key(track.album())));
    };
  }

  /** The id of an artist. */
  public static String artistId(String name) {
    return id(ARTIST + "\n" + key(name));
  }

  /** What the entity with one of a track's {@link #ids} is called there. */
  public String name(Track track, String id) {
    if (this == ALBUM) {
      return track.album();
    }
    return track.artists().size() == 1
        ? track.artists().getFirst()
        : track.artists().get(ids(track).indexOf(id));
  }

  private static String key(String name) {
    return NameKey.of(name);
  }

  private static String id(String text) {
    byte[] hash;
    try {
      hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
    StringBuilder id = new StringBuilder(ID_LENGTH);
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(DIGITS.charAt(Byte.toUnsignedInt(hash[i]) % DIGITS.length()));
    }
    return id.toString();
  }
}
