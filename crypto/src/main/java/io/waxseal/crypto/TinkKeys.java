package io.waxseal.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.SecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig2026;
import com.google.crypto.tink.util.SecretBytes;
import io.waxseal.account.VaultException;
import java.security.GeneralSecurityException;

/**
 * The one place that makes Tink keys out of bytes and bytes out of Tink keys. Every call takes a configuration object:
 * without one, Tink asks its global registry, which belongs to the host.
 */
final class TinkKeys {
  static final int KEY_LENGTH = 32;

  private static final int IV_LENGTH = 12;
  private static final int TAG_LENGTH = 16;
  private static final SecretKeyAccess ACCESS = InsecureSecretKeyAccess.get();
  private static final Configuration AEAD = AeadConfig2026.get();
  private static final Configuration STREAMING = StreamingAeadConfig2026.get();
  private static final Configuration PRF = PrfConfig2026.get();

  private TinkKeys() {}

  static byte[] randomKey() {
    return SecretBytes.randomBytes(KEY_LENGTH).toByteArray(ACCESS);
  }

  /** AES256_GCM without prefix: the ciphertext is iv, encrypted bytes, tag. */
  @AccessesPartialKey
  static Aead aead(byte[] key) {
    try {
      AesGcmKey gcm = AesGcmKey.builder()
          .setParameters(aesGcm(AesGcmParameters.Variant.NO_PREFIX))
          .setKeyBytes(SecretBytes.copyFrom(key, ACCESS))
          .build();
      return KeysetHandle.newBuilder()
          .addEntry(KeysetHandle.importKey(gcm).withFixedId(1).makePrimary())
          .build()
          .getPrimitive(AEAD, Aead.class);
    } catch (GeneralSecurityException e) {
      throw new VaultException("a key is not 32 bytes long; the row it came from is damaged");
    }
  }

  /** AES256_GCM_HKDF_4KB: segments of 4 KB, so that a file of any length is sealed and opened in bounded memory. */
  @AccessesPartialKey
  static StreamingAead streaming(byte[] key) {
    try {
      AesGcmHkdfStreamingKey hkdf = AesGcmHkdfStreamingKey.create(
          PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB, SecretBytes.copyFrom(key, ACCESS));
      return KeysetHandle.newBuilder()
          .addEntry(KeysetHandle.importKey(hkdf).withFixedId(1).makePrimary())
          .build()
          .getPrimitive(STREAMING, StreamingAead.class);
    } catch (GeneralSecurityException e) {
      throw new VaultException("a key is not 32 bytes long; the row it came from is damaged");
    }
  }

  /** AES256_GCM with Tink's prefix of five bytes, which names the key. */
  static byte[] newAeadKeyset() {
    try {
      return newKeyset(aesGcm(AesGcmParameters.Variant.TINK), AEAD);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot make an AES256_GCM key", e);
    }
  }

  static Aead parseAeadKeyset(byte[] keyset) {
    return parse(keyset, AEAD, Aead.class);
  }

  static byte[] newPrfKeyset() {
    try {
      return newKeyset(
          HmacPrfParameters.builder()
              .setKeySizeBytes(KEY_LENGTH)
              .setHashType(HmacPrfParameters.HashType.SHA256)
              .build(),
          PRF);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot make an HMAC-SHA256 PRF key", e);
    }
  }

  static PrfSet parsePrfKeyset(byte[] keyset) {
    return parse(keyset, PRF, PrfSet.class);
  }

  static byte[] encrypt(Aead aead, byte[] plain, byte[] associatedData) {
    try {
      return aead.encrypt(plain, associatedData);
    } catch (GeneralSecurityException e) {
      throw new VaultException("the platform's AES-GCM refuses to encrypt");
    }
  }

  private static AesGcmParameters aesGcm(AesGcmParameters.Variant variant)
      throws GeneralSecurityException {
    return AesGcmParameters.builder()
        .setKeySizeBytes(KEY_LENGTH)
        .setIvSizeBytes(IV_LENGTH)
        .setTagSizeBytes(TAG_LENGTH)
        .setVariant(variant)
        .build();
  }

  private static byte[] newKeyset(Parameters parameters, Configuration configuration)
      throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeKeyset(
        KeysetHandle.generateNew(parameters, configuration), ACCESS, configuration);
  }

  private static <P> P parse(byte[] keyset, Configuration configuration, Class<P> primitive) {
    try {
      return TinkProtoKeysetFormat.parseKeyset(keyset, ACCESS, configuration)
          .getPrimitive(configuration, primitive);
    } catch (GeneralSecurityException e) {
      throw new VaultException("an unwrapped key is not the Tink keyset it has to be");
    }
  }
}
