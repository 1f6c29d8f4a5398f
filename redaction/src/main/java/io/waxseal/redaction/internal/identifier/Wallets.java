package io.waxseal.redaction.internal.identifier;

import io.waxseal.redaction.internal.text.Chars;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/** Addresses of cryptocurrencies: Base58Check, Bech32 (BIP 173) and Bech32m (BIP 350), and Ethereum's. */
public final class Wallets {

  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int BECH32M = 0x2bc830a3;
  private static final int DECODED = 25;
  private static final int PAYLOAD = 21;

  private Wallets() {}

  public static boolean isBitcoin(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    if (lower.startsWith("bc1")) {
      return (lower.equals(address) || address.toUpperCase(Locale.ROOT).equals(address))
          && bech32(lower);
    }
    return address.length() >= 26
        && address.length() <= 35
        && (address.charAt(0) == '1' || address.charAt(0) == '3')
        && base58(address);
  }

  private static boolean base58(String address) {
    byte[] decoded = new byte[DECODED];
    for (int i = 0; i < address.length(); i++) {
      int carry = BASE58.indexOf(address.charAt(i));
      if (carry < 0) {
        return false;
      }
      for (int j = DECODED - 1; j >= 0; j--) {
        carry += (decoded[j] & 0xFF) * 58;
        decoded[j] = (byte) carry;
        carry >>= 8;
      }
      if (carry != 0) {
        return false;
      }
    }
    byte[] hash = sha256(sha256(Arrays.copyOf(decoded, PAYLOAD)));
    return Arrays.equals(Arrays.copyOf(hash, 4), Arrays.copyOfRange(decoded, PAYLOAD, DECODED));
  }

  private static boolean bech32(String address) {
    if (address.length() < 14 || address.length() > 90) {
      return false;
    }
    int checksum = 1;
    for (int value : new int[] {3, 3, 0, 2, 3}) {
      checksum = step(checksum) ^ value;
    }
    for (int i = 3; i < address.length(); i++) {
      int value = BECH32.indexOf(address.charAt(i));
      if (value < 0) {
        return false;
      }
      checksum = step(checksum) ^ value;
    }
    return checksum == (address.charAt(3) == 'q' ? 1 : BECH32M);
  }

  private static int step(int checksum) {
    int top = checksum >>> 25;
    int next = (checksum & 0x1ffffff) << 5;
    for (int i = 0; i < 5; i++) {
      next ^= (top >> i & 1) == 1 ? GENERATOR[i] : 0;
    }
    return next;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Forty hexadecimal digits behind 0x. */
  public static boolean isEthereum(String token) {
    return token.length() == 42
        && (token.startsWith("0x") || token.startsWith("0X"))
        && token.substring(2).chars().allMatch(c -> Character.digit(c, 16) >= 0)
        && token.getBytes(StandardCharsets.UTF_8).length == 42;
  }

  /** Whether the capitals of an Ethereum address are those that EIP-55 asks for, or all its letters are of one case. */
  public static boolean isChecked(String address) {
    String digits = address.substring(2);
    String lower = digits.toLowerCase(Locale.ROOT);
    if (digits.equals(lower) || digits.equals(digits.toUpperCase(Locale.ROOT))) {
      return true;
    }
    byte[] hash = Keccak.hash(lower.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      boolean capital = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 8) != 0;
      if (!Chars.isAsciiDigit(c) && capital != (c < 'a')) {
        return false;
      }
    }
    return true;
  }
}
