package io.waxseal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.person.Context;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Database;
import java.util.UUID;

/** Whatever the bytes of a record: the documented exception; who has no key makes nothing that opens. */
class SealedRecordFuzzTest {
  private static final Person ANA = new Person(Tenant.DEFAULT, new UUID(1, 1));
  private static final Context LETTER =
      Context.of(RecordKind.MESSAGE, "letters", new UUID(2, 2), "body");
  private static final byte[] PLAIN = "nothing to be had".getBytes(UTF_8);
  private static final SealedVault VAULT =
      SealedVault.on(Database.inMemory(), Kek.inMemoryForTests());
  private static final byte[] GENUINE = VAULT.seal(ANA, LETTER, PLAIN);
  /** The header is as long as it is: behind it only the cipher decides. */
  private static final int HEADER = 26;

  @FuzzTest
  void nothingMadeWithoutTheKeyOpens(byte[] bytes) {
    refused(bytes);
    refused(Bytes.join(java.util.Arrays.copyOf(GENUINE, HEADER), bytes));
    assertThat(VAULT.open(ANA, LETTER, GENUINE)).isInstanceOf(Opened.Plain.class);
  }

  private static void refused(byte[] record) {
    try {
      assertThat(VAULT.open(ANA, LETTER, record)).isNotInstanceOf(Opened.Plain.class);
    } catch (VaultException e) {
      assertThat(e.getMessage()).doesNotContain("nothing to be had");
    }
  }
}
