package io.waxseal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Records made and read by hand with the JDK's AES-GCM, to reach what only a holder of the key can make. */
class SealedRecordTest {
  private static final byte[] PLAIN = "see you at eight".getBytes(UTF_8);

  private final byte[] key = TinkKeys.randomKey();
  private final Aead aead = TinkKeys.aead(key);
  private final UUID keyId = UUID.randomUUID();
  private final Person ana = new Person(new Tenant("one"), UUID.randomUUID());
  private final Context context =
      new Context(RecordKind.CONSENT_EVIDENCE, "Größe", UUID.randomUUID(), 3, "body");

  @Test
  void theRecordIsWhatTheFormatSays() throws Exception {
    byte[] sealed = SealedRecord.seal(aead, keyId, 1, ana, context, PLAIN);
    byte[] block =
        crypt(Cipher.DECRYPT_MODE, iv(sealed), Arrays.copyOfRange(sealed, 38, sealed.length));
    assertThat(sealed).hasSize(26 + 12 + 32 + 64 + 16).startsWith(header());
    assertThat(Arrays.copyOf(block, 32)).isEqualTo(new byte[32]);
    assertThat(Arrays.copyOfRange(block, 32, 48)).isEqualTo(PLAIN);
    assertThat(block[48]).isEqualTo((byte) 0x80);
    assertThat(Arrays.copyOfRange(block, 49, 96)).isEqualTo(new byte[47]);
  }

  @Test
  void aRecordMadeByHandOpens() throws Exception {
    assertThat(open(byHand(block(96, 48)))).isEqualTo(PLAIN);
  }

  @Test
  void aZeroBlockWithOneBitSetIsRefusedWhereverItIs() throws Exception {
    for (int bit = 0; bit < 256; bit++) {
      byte[] block = block(96, 48);
      block[bit / 8] ^= (byte) (1 << (bit % 8));
      assertRefused(byHand(block));
    }
  }

  @Test
  void paddingThatWeNeverWriteIsRefused() throws Exception {
    assertRefused(byHand(block(97, 48)));
    assertRefused(byHand(block(104, 48)));
    assertRefused(byHand(new byte[96]));
    byte[] noMarker = block(96, 48);
    noMarker[48] = 0;
    noMarker[47] = 1;
    assertRefused(byHand(noMarker));
    byte[] rubbishBehind = block(96, 48);
    rubbishBehind[95] = 1;
    assertRefused(byHand(rubbishBehind));
  }

  @Test
  void aBlockShorterThanTheZeroBlockIsRefused() throws Exception {
    for (int length = 0; length < 96; length++) {
      assertRefused(byHand(new byte[length]));
    }
  }

  @Test
  void paddingCostsAtMostAnEighth() {
    for (int length = 64; length < 100_000; length++) {
      int padded = Padme.length(length);
      assertThat(padded).isGreaterThan(length);
      assertThat((padded - length - 1) * 100L).isLessThanOrEqualTo(12L * (length + 1));
    }
  }

  private byte[] open(byte[] record) {
    return SealedRecord.parse(record, ana, context).open(aead);
  }

  private void assertRefused(byte[] record) {
    assertThatThrownBy(() -> open(record)).isInstanceOf(VaultException.class).hasNoCause();
  }

  private static byte[] block(int length, int marker) {
    byte[] block = new byte[length];
    System.arraycopy(PLAIN, 0, block, 32, PLAIN.length);
    block[marker] = (byte) 0x80;
    return block;
  }

  private byte[] byHand(byte[] block) throws Exception {
    byte[] iv = Arrays.copyOf(key, 12);
    return Bytes.join(header(), iv, crypt(Cipher.ENCRYPT_MODE, iv, block));
  }

  private static byte[] iv(byte[] sealed) {
    return Arrays.copyOfRange(sealed, 26, 38);
  }

  private byte[] crypt(int mode, byte[] iv, byte[] input) throws Exception {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
    cipher.updateAAD(associatedData());
    return cipher.doFinal(input);
  }

  private byte[] header() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(new byte[] {'W', 'X', 1, 1, 1, 9});
    out.writeInt(1);
    out.writeLong(keyId.getMostSignificantBits());
    out.writeLong(keyId.getLeastSignificantBits());
    return bytes.toByteArray();
  }

  private byte[] associatedData() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeBytes("waxseal/record/v1");
    out.write(0);
    out.write(header());
    out.writeUTF("one");
    out.writeUTF("Größe");
    out.writeShort(16);
    out.writeLong(context.recordId().getMostSignificantBits());
    out.writeLong(context.recordId().getLeastSignificantBits());
    out.writeLong(3);
    out.writeUTF("body");
    out.writeShort(32);
    out.write(MessageDigest.getInstance("SHA-256").digest());
    return bytes.toByteArray();
  }
}
