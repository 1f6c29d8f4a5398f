package io.waxseal.audit;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes in the ways disks and attackers do. */
final class Mutations {
  private Mutations() {}

  static byte[] of(Random random, byte[] original) {
    byte[] bytes = original.clone();
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times && bytes.length > 0; i++) {
      bytes = once(random, bytes);
    }
    return bytes;
  }

  private static byte[] once(Random random, byte[] bytes) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(6)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0 : 0xff);
      case 3 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 4 -> {
        int from = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(16), bytes.length - Math.max(from, at));
        System.arraycopy(bytes, from, bytes, at, length);
      }
      default -> {
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 0, at);
        longer[at] = (byte) random.nextInt(256);
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        return longer;
      }
    }
    return bytes;
  }
}
