package io.waxseal.crypto;

import com.google.crypto.tink.Aead;
import io.waxseal.account.VaultException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * A key wrapped under a branch key, big-endian: {@code "WK" | 01 | suite 01 | u32 epoch | branch key id 16 | key id 16 |
 * u32 version | u64 created in milliseconds | u16 n | Tink ciphertext of n bytes}. Its associated data is a label, all
 * that stands before the ciphertext, and what the key belongs to:
 *
 * <ul>
 *   <li>a person key: {@code "waxseal/wrap/v1" 00 | … | tenant | person 16}
 *   <li>an index key: {@code "waxseal/wrap-index/v1" 00 | … | LP(field) | tenant}
 * </ul>
 *
 * The person stands there so that swapping the rows of two persons is noticed: a record names its key, not its person.
 */
final class WrappedKey {
  private static final byte[] HEAD = {'W', 'K', 1, 1};
  private static final int PREFIX = HEAD.length + 4 + 16 + 16 + 4 + 8 + 2;

  private final byte[] bytes;
  private final int epoch;
  private final UUID branchKeyId;
  private final UUID keyId;
  private final int version;

  private WrappedKey(byte[] bytes, int epoch, UUID branchKeyId, UUID keyId, int version) {
    this.bytes = bytes;
    this.epoch = epoch;
    this.branchKeyId = branchKeyId;
    this.keyId = keyId;
    this.version = version;
  }

  static byte[] wrap(
      BranchKeys.Branch branch,
      UUID keyId,
      int version,
      Instant created,
      byte[] key,
      byte[] label,
      byte[] belongsTo) {
    byte[] prefix = ByteBuffer.allocate(PREFIX)
        .put(HEAD)
        .putInt(branch.epoch())
        .put(Bytes.of(branch.id()))
        .put(Bytes.of(keyId))
        .putInt(version)
        .putLong(created.toEpochMilli())
        .putShort((short) ciphertextLength(key))
        .array();
    byte[] ciphertext = TinkKeys.encrypt(branch.aead(), key, Bytes.join(label, prefix, belongsTo));
    return Bytes.join(prefix, ciphertext);
  }

  /** Tink's prefix, iv and tag around the key: known before encrypting, since it is authenticated. */
  private static int ciphertextLength(byte[] key) {
    return 5 + 12 + key.length + 16;
  }

  static WrappedKey parse(byte[] bytes) {
    if (bytes.length <= PREFIX || !Arrays.equals(bytes, 0, HEAD.length, HEAD, 0, HEAD.length)) {
      throw damaged();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, HEAD.length, PREFIX - HEAD.length);
    int epoch = in.getInt();
    UUID branchKeyId = Bytes.uuid(in);
    UUID keyId = Bytes.uuid(in);
    int version = in.getInt();
    in.getLong();
    if (Short.toUnsignedInt(in.getShort()) != bytes.length - PREFIX) {
      throw damaged();
    }
    return new WrappedKey(bytes, epoch, branchKeyId, keyId, version);
  }

  int epoch() {
    return epoch;
  }

  UUID branchKeyId() {
    return branchKeyId;
  }

  boolean isFor(UUID id, int wantedVersion) {
    return keyId.equals(id) && version == wantedVersion;
  }

  byte[] unwrap(Aead branch, byte[] label, byte[] belongsTo) {
    byte[] associatedData = Bytes.join(label, Arrays.copyOf(bytes, PREFIX), belongsTo);
    try {
      return branch.decrypt(Arrays.copyOfRange(bytes, PREFIX, bytes.length), associatedData);
    } catch (GeneralSecurityException e) {
      throw damaged();
    }
  }

  static VaultException damaged() {
    return new VaultException(
        "a stored key is damaged or was moved to another row; restore the database from a backup");
  }
}
