package io.waxseal.crypto;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Padding that hides how long a text is: Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and
 * Communication with PURBs", 2019) leaks at most log log of the length and costs at most 12 %. The content is followed by
 * {@code 0x80} and zeros, and is never shorter than 64 bytes.
 */
final class Padme {
  static final int LEAST = 64;

  private static final byte MARKER = (byte) 0x80;

  private Padme() {}

  /** The length that holds {@code content} bytes and the marker. */
  static int length(int content) {
    int wanted = Math.max(content + 1, LEAST);
    int exponent = 31 - Integer.numberOfLeadingZeros(wanted);
    int kept = 32 - Integer.numberOfLeadingZeros(exponent);
    int mask = (1 << (exponent - kept)) - 1;
    return (wanted + mask) & ~mask;
  }

  /** Writes the marker behind {@code end}; what follows it is zero already. */
  static void mark(byte[] target, int end) {
    target[end] = MARKER;
  }

  /** The content between {@code start} and the padding, or null if the padding is not one of ours. */
  static byte @Nullable [] strip(byte[] padded, int start) {
    int end = padded.length - 1;
    while (end > start && padded[end] == 0) {
      end--;
    }
    if (end < start || padded[end] != MARKER || length(end - start) != padded.length - start) {
      return null;
    }
    return Arrays.copyOfRange(padded, start, end);
  }
}
