package io.waxseal.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What sealing costs without persons: the same 1 KB and associated data under one key that is held. */
@State(Scope.Benchmark)
public class AeadBenchmark {
  private static final int IV = 12;
  private static final int TAG_BITS = 128;

  private final byte[] plain = Fixture.webhook(new UUID(1, 1), java.time.Instant.EPOCH);
  private final byte[] associated = "x".repeat(128).getBytes(UTF_8);
  private final SecureRandom random = new SecureRandom();
  private SecretKeySpec jcaKey;
  private Aead tink;
  private Aead envelope;
  private byte[] jcaSealed;
  private byte[] tinkSealed;
  private byte[] envelopeSealed;

  @Setup
  public void check() throws GeneralSecurityException {
    AeadConfig.register();
    AesGcmParameters parameters = AesGcmParameters.builder()
        .setKeySizeBytes(32)
        .setIvSizeBytes(IV)
        .setTagSizeBytes(TAG_BITS / 8)
        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
        .build();
    byte[] key = new byte[32];
    random.nextBytes(key);
    jcaKey = new SecretKeySpec(key, "AES");
    tink = KeysetHandle.generateNew(parameters, AeadConfig2026.get())
        .getPrimitive(AeadConfig2026.get(), Aead.class);
    envelope = KmsEnvelopeAead.create(parameters, tink);
    jcaSealed = jcaSeal();
    tinkSealed = tinkSeal();
    envelopeSealed = envelopeSeal();
    Fixture.require(Arrays.equals(jcaOpen(), plain), "JCA does not open");
    Fixture.require(Arrays.equals(tinkOpen(), plain), "Tink does not open");
    Fixture.require(Arrays.equals(envelopeOpen(), plain), "KmsEnvelopeAead does not open");
  }

  @Benchmark
  public byte[] tinkSeal() throws GeneralSecurityException {
    return tink.encrypt(plain, associated);
  }

  @Benchmark
  public byte[] tinkOpen() throws GeneralSecurityException {
    return tink.decrypt(tinkSealed, associated);
  }

  @Benchmark
  public byte[] jcaSeal() throws GeneralSecurityException {
    byte[] sealed = new byte[IV + plain.length + TAG_BITS / 8];
    byte[] iv = new byte[IV];
    random.nextBytes(iv);
    System.arraycopy(iv, 0, sealed, 0, IV);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, jcaKey, new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(associated);
    cipher.doFinal(plain, 0, plain.length, sealed, IV);
    return sealed;
  }

  @Benchmark
  public byte[] jcaOpen() throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, jcaKey, new GCMParameterSpec(TAG_BITS, jcaSealed, 0, IV));
    cipher.updateAAD(associated);
    return cipher.doFinal(jcaSealed, IV, jcaSealed.length - IV);
  }

  @Benchmark
  public byte[] envelopeSeal() throws GeneralSecurityException {
    return envelope.encrypt(plain, associated);
  }

  @Benchmark
  public byte[] envelopeOpen() throws GeneralSecurityException {
    return envelope.decrypt(envelopeSealed, associated);
  }
}
