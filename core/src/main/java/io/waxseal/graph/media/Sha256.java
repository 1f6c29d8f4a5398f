package io.waxseal.graph.media;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a SHA-256 as Meta writes it: Base64 in webhooks, hexadecimal in nodes and histories. */
final class Sha256 {
  private static final int LENGTH = 32;
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{43}=?");

  private Sha256() {}

  /** Empty for anything else. */
  static Optional<byte[]> parse(String text) {
    if (HEX.matcher(text).matches()) {
      return Optional.of(HexFormat.of().parseHex(text));
    }
    String standard = text.replace('-', '+').replace('_', '/');
    if (!BASE64.matcher(standard).matches()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(standard);
      return bytes.length == LENGTH ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
