package io.waxseal.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.waxseal.account.VaultException;
import io.waxseal.crypto.Kek;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A KEK that every process here has without asking anybody. A host's is secret; a sealed file would cost each of a
 * thousand processes half a second.
 */
final class FixedKek implements Kek {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecretKeySpec KEY =
      new SecretKeySpec("known to everybody, so no secret".getBytes(US_ASCII), "AES");

  private final SecureRandom random = new SecureRandom();

  @Override
  public String uri() {
    return "proof:fixed/1";
  }

  @Override
  public byte[] wrap(byte[] key, byte[] context) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, key, context);
    byte[] wrapped = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, wrapped, NONCE, sealed.length);
    return wrapped;
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] context) {
    byte[] nonce = Arrays.copyOf(wrapped, NONCE);
    return run(
        Cipher.DECRYPT_MODE,
        nonce,
        Arrays.copyOfRange(wrapped, Math.min(NONCE, wrapped.length), wrapped.length),
        context);
  }

  private static byte[] run(int mode, byte[] nonce, byte[] input, byte[] context) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, KEY, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(context);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new VaultException("this was not wrapped here");
    }
  }
}
