package io.waxseal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import java.util.Arrays;
import java.util.UUID;

/** Whatever a holder of the key puts under it: the documented exception, or a block that sealing the content would give. */
class PaddingFuzzTest {
  private static final Person ANA = new Person(Tenant.DEFAULT, new UUID(1, 1));
  private static final Context LETTER =
      Context.of(RecordKind.MESSAGE, "letters", new UUID(2, 2), "body");
  private static final int ZERO_BLOCK = 32;

  @FuzzTest
  void aBlockHasOneSpelling(byte[] block) {
    OpenCipher cipher = new OpenCipher();
    byte[] record = SealedRecord.seal(cipher, new UUID(3, 3), 1, ANA, LETTER, new byte[0]);
    cipher.answer = block;
    byte[] plain;
    try {
      plain = SealedRecord.parse(record, ANA, LETTER).open(cipher);
    } catch (VaultException e) {
      assertThat(e).hasNoCause();
      return;
    }
    assertThat(Arrays.copyOf(block, ZERO_BLOCK)).isEqualTo(new byte[ZERO_BLOCK]);
    SealedRecord.seal(cipher, new UUID(3, 3), 1, ANA, LETTER, plain);
    assertThat(block).isEqualTo(cipher.asked);
  }

  /** Shows what it is asked to encrypt and decrypts everything to one answer. */
  private static final class OpenCipher implements com.google.crypto.tink.Aead {
    private byte[] asked = {};
    private byte[] answer = {};

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
      asked = plaintext.clone();
      return new byte[12 + plaintext.length + 16];
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
      return answer.clone();
    }
  }
}
