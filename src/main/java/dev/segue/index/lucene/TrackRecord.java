package dev.segue.index.lucene;

import dev.segue.catalog.AudioFeatures;
import dev.segue.catalog.Track;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * A track as bytes, to be given back whole from a doc value: some 250 bytes, decoded in about a
 * microsecond, where a stored field would have to be decompressed in blocks.
 */
final class TrackRecord {
  /** Stands in for a whole number that the catalogue does not say; no field's range has it. */
  private static final int UNKNOWN = -1;

  private TrackRecord() {}

  static BytesRef encode(Track track) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    out.writeString(track.id());
    out.writeString(track.name());
    writeList(out, track.artists());
    writeOptional(out, track.album());
    writeList(out, track.genres());
    out.writeZInt(track.popularity() == null ? UNKNOWN : track.popularity());
    out.writeZInt(track.durationMillis());
    out.writeZInt(track.explicit() == null ? UNKNOWN : track.explicit() ? 1 : 0);
    out.writeZInt(track.year() == null ? UNKNOWN : track.year());
    writeOptional(out, track.imageUrl());
    AudioFeatures audio = track.audio();
    writeDouble(out, audio.danceability());
    writeDouble(out, audio.energy());
    out.writeZInt(audio.key());
    writeDouble(out, audio.loudness());
    out.writeZInt(audio.mode());
    writeDouble(out, audio.speechiness());
    writeDouble(out, audio.acousticness());
    writeDouble(out, audio.instrumentalness());
    writeDouble(out, audio.liveness());
    writeDouble(out, audio.valence());
    writeDouble(out, audio.tempo());
    out.writeZInt(audio.timeSignature());
    return new BytesRef(out.toArrayCopy());
  }

  static Track decode(BytesRef bytes) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    return new Track(
        in.readString(),
        in.readString(),
        readList(in),
        readOptional(in),
        readList(in),
        readNumber(in),
        in.readZInt(),
        readFlag(in),
        readNumber(in),
        readOptional(in),
        new AudioFeatures(
            readDouble(in),
            readDouble(in),
            in.readZInt(),
            readDouble(in),
            in.readZInt(),
            readDouble(in),
            readDouble(in),
            readDouble(in),
            readDouble(in),
            readDouble(in),
            readDouble(in),
            in.readZInt()));
  }

  private static void writeList(DataOutput out, List<String> values) throws IOException {
    out.writeVInt(values.size());
    for (String value : values) {
      out.writeString(value);
    }
  }

  private static List<String> readList(ByteArrayDataInput in) throws IOException {
    int size = in.readVInt();
    List<String> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(in.readString());
    }
    return values;
  }

  private static void writeOptional(DataOutput out, String value) throws IOException {
    out.writeByte((byte) (value == null ? 0 : 1));
    if (value != null) {
      out.writeString(value);
    }
  }

  private static String readOptional(ByteArrayDataInput in) throws IOException {
    return in.readByte() == 0 ? null : in.readString();
  }

  private static void writeDouble(DataOutput out, double value) throws IOException {
    out.writeLong(Double.doubleToLongBits(value));
  }

  private static double readDouble(ByteArrayDataInput in) {
    return Double.longBitsToDouble(in.readLong());
  }

  private static Integer readNumber(ByteArrayDataInput in) throws IOException {
    int number = in.readZInt();
    return number == UNKNOWN ? null : number;
  }

  private static Boolean readFlag(ByteArrayDataInput in) throws IOException {
    int flag = in.readZInt();
    return flag == UNKNOWN ? null : flag == 1;
  }
}
