package io.waxseal.internal.crypto;

import io.waxseal.account.Secret;
import io.waxseal.account.SecretAccess;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 and HMAC-SHA256 of the JDK. */
public final class Digests {
  private static final String HMAC = "HmacSHA256";

  private Digests() {}

  /**
   * SHA-256 (FIPS 180-4) over parts in order.
   *
   * @param parts the parts
   * @return 32 bytes
   */
  public static byte[] sha256(byte[]... parts) {
    MessageDigest digest = newSha256();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** {@return a SHA-256 that is fed in pieces} */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * HMAC-SHA256 (RFC 2104) as Meta uses it for {@code X-Hub-Signature-256} and {@code appsecret_proof}.
   *
   * @param key the key
   * @param message the message
   * @return 32 bytes
   */
  public static byte[] hmacSha256(Secret key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.bytes(SecretAccess.granted()), HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "every Java platform has HmacSHA256 and takes any key for it", e);
    }
  }

  /**
   * Compares in constant time for equal lengths.
   *
   * @param one some bytes
   * @param other other bytes
   * @return whether they are equal
   */
  public static boolean equal(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }
}
