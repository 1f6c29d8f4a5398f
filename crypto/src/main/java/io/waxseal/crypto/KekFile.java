package io.waxseal.crypto;

import com.google.crypto.tink.Aead;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretAccess;
import io.waxseal.account.VaultException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The content of a sealed KEK file, version 1, 122 bytes, big-endian: {@code "WXKF" | 01 | kdf 01 (PBKDF2-HMAC-SHA512) |
 * u16 0 | u32 iterations | KEK id 16 | salt 32 | u16 60 | Tink AES256_GCM ciphertext of the 32-byte key}, whose
 * associated data is all that stands before it.
 */
record KekFile(UUID id, Aead aead) {
  static final int LENGTH = 122;
  static final int LEAST_ITERATIONS = 600_000;
  static final int LEAST_CHARACTERS = 12;

  /** A hostile file can name any count; more than this is not waited for. */
  static final int MOST_ITERATIONS = 5_000_000;

  private static final byte[] HEAD = {'W', 'X', 'K', 'F', 1, 1, 0, 0};
  private static final int SALT = 32;
  private static final int CIPHERTEXT = 12 + TinkKeys.KEY_LENGTH + 16;
  private static final int HEADER = LENGTH - CIPHERTEXT;

  /** A new key with a new id, and the bytes of its file. */
  @SuppressWarnings("ArrayRecordComponent")
  record Created(KekFile kek, byte[] bytes) {}

  static Created create(Secret passphrase) {
    if (isShort(passphrase)) {
      throw new VaultException(
          "the passphrase for a new KEK file has fewer than " + LEAST_CHARACTERS
              + " characters; take a longer one, since whoever has the file can try all short ones");
    }
    return seal(passphrase);
  }

  /** As versions before this one made files, whatever the passphrase. */
  static Created seal(Secret passphrase) {
    UUID id = UUID.randomUUID();
    byte[] key = TinkKeys.randomKey();
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    byte[] header = ByteBuffer.allocate(HEADER)
        .put(HEAD)
        .putInt(LEAST_ITERATIONS)
        .put(Bytes.of(id))
        .put(salt)
        .putShort((short) CIPHERTEXT)
        .array();
    byte[] ciphertext =
        TinkKeys.encrypt(stretched(passphrase, salt, LEAST_ITERATIONS), key, header);
    return new Created(new KekFile(id, TinkKeys.aead(key)), Bytes.join(header, ciphertext));
  }

  static KekFile open(byte[] bytes, Secret passphrase) {
    if (bytes.length != LENGTH || !Arrays.equals(bytes, 0, HEAD.length, HEAD, 0, HEAD.length)) {
      throw new VaultException(
          "the KEK file is cut short, too long, or not a KEK file; restore it from escrow");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, HEAD.length, HEADER - HEAD.length);
    int iterations = in.getInt();
    UUID id = Bytes.uuid(in);
    byte[] salt = new byte[SALT];
    in.get(salt);
    if (iterations < LEAST_ITERATIONS
        || iterations > MOST_ITERATIONS
        || in.getShort() != CIPHERTEXT) {
      throw new VaultException("the header of the KEK file was altered; restore it from escrow");
    }
    Aead sealing = stretched(passphrase, salt, iterations);
    try {
      byte[] key =
          sealing.decrypt(Arrays.copyOfRange(bytes, HEADER, LENGTH), Arrays.copyOf(bytes, HEADER));
      return new KekFile(id, TinkKeys.aead(key));
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "the KEK file does not open: the passphrase is wrong, or the file was altered;"
              + " try the passphrase from escrow first, then the file");
    }
  }

  static boolean isShort(Secret passphrase) {
    char[] characters = characters(passphrase);
    int length = Character.codePointCount(characters, 0, characters.length);
    Arrays.fill(characters, '\0');
    return length < LEAST_CHARACTERS;
  }

  /** The JDK's PBKDF2 and not Tink, because Tink has no password hashing. */
  private static Aead stretched(Secret passphrase, byte[] salt, int iterations) {
    PBEKeySpec spec =
        new PBEKeySpec(characters(passphrase), salt, iterations, TinkKeys.KEY_LENGTH * 8);
    try {
      return TinkKeys.aead(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
          .generateSecret(spec)
          .getEncoded());
    } catch (GeneralSecurityException e) {
      throw new VaultException("this Java platform lacks PBKDF2WithHmacSHA512");
    } finally {
      spec.clearPassword();
    }
  }

  /**
   * PBKDF2 of the JDK takes characters and encodes them in UTF-8 again, so only UTF-8 may come in: a lenient decoder
   * would turn most of a binary secret into one and the same character.
   */
  private static char[] characters(Secret passphrase) {
    try {
      CharBuffer decoded = StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(passphrase.bytes(SecretAccess.granted())));
      char[] characters = new char[decoded.remaining()];
      decoded.get(characters);
      return characters;
    } catch (CharacterCodingException e) {
      throw new VaultException(
          "the passphrase of the KEK file is not text in UTF-8; give a binary secret as hex or base64");
    }
  }
}
