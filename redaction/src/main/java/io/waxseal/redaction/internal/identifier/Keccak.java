package io.waxseal.redaction.internal.identifier;

/**
 * Keccak-256 with the padding of the original submission, which Ethereum kept when FIPS 202 chose another: no Java platform
 * has it. For messages that fit one block.
 */
final class Keccak {

  /** Bytes of a block. */
  private static final int RATE = 136;

  private static final int LANES = 25;
  private static final int ROUNDS = 24;
  private static final int[] ROTATIONS = {
    0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14
  };
  private static final long[] CONSTANTS = constants();

  private Keccak() {}

  /** The first 32 bytes of the state after one block; fewer than {@link #RATE} bytes are admitted. */
  static byte[] hash(byte[] message) {
    byte[] block = new byte[RATE];
    System.arraycopy(message, 0, block, 0, message.length);
    block[message.length] = 1;
    block[RATE - 1] |= (byte) 0x80;
    long[] state = new long[LANES];
    for (int i = 0; i < RATE; i++) {
      state[i / 8] |= (block[i] & 0xFFL) << (i % 8 * 8);
    }
    for (long constant : CONSTANTS) {
      round(state, constant);
    }
    byte[] hash = new byte[32];
    for (int i = 0; i < hash.length; i++) {
      hash[i] = (byte) (state[i / 8] >>> (i % 8 * 8));
    }
    return hash;
  }

  private static void round(long[] state, long constant) {
    long[] columns = new long[5];
    for (int i = 0; i < LANES; i++) {
      columns[i % 5] ^= state[i];
    }
    long[] moved = new long[LANES];
    for (int i = 0; i < LANES; i++) {
      int x = i % 5;
      int y = i / 5;
      long mixed = state[i] ^ columns[(x + 4) % 5] ^ Long.rotateLeft(columns[(x + 1) % 5], 1);
      moved[(2 * x + 3 * y) % 5 * 5 + y] = Long.rotateLeft(mixed, ROTATIONS[i]);
    }
    for (int i = 0; i < LANES; i++) {
      int row = i / 5 * 5;
      state[i] = moved[i] ^ (~moved[row + (i + 1) % 5] & moved[row + (i + 2) % 5]);
    }
    state[0] ^= constant;
  }

  /** The bits of a linear feedback shift register, at the places 2^j - 1 of each round's constant. */
  private static long[] constants() {
    long[] constants = new long[ROUNDS];
    int register = 1;
    for (int round = 0; round < ROUNDS; round++) {
      for (int j = 0; j < 7; j++) {
        if ((register & 1) != 0) {
          constants[round] ^= 1L << ((1 << j) - 1);
        }
        register = (register & 0x80) != 0 ? ((register << 1) ^ 0x171) & 0xFF : register << 1;
      }
    }
    return constants;
  }
}
