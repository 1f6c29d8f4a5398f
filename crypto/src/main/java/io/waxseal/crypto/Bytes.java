package io.waxseal.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the formats of this package write ids and texts, all big-endian. */
final class Bytes {
  static final int UUID_LENGTH = 16;

  private Bytes() {}

  /** A name for what associated data belongs to, ended by a zero byte. */
  static byte[] label(String name) {
    return (name + "\0").getBytes(US_ASCII);
  }

  static byte[] of(UUID id) {
    return ByteBuffer.allocate(UUID_LENGTH)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  static UUID uuid(ByteBuffer from) {
    return new UUID(from.getLong(), from.getLong());
  }

  static @Nullable UUID uuid(byte @Nullable [] bytes) {
    return bytes == null || bytes.length != UUID_LENGTH ? null : uuid(ByteBuffer.wrap(bytes));
  }

  /** LP(x): two bytes of length, then x. */
  static byte[] prefixed(byte[] part) {
    if (part.length > 0xffff) {
      throw new IllegalArgumentException("a part of associated data has at most 65,535 bytes");
    }
    return ByteBuffer.allocate(2 + part.length)
        .putShort((short) part.length)
        .put(part)
        .array();
  }

  static byte[] prefixed(String part) {
    return prefixed(part.getBytes(UTF_8));
  }

  static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer joined = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      joined.put(part);
    }
    return joined.array();
  }
}
