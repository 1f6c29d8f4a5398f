package io.waxseal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.person.Context;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Database;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AeadKekTest {
  private final Aead local = TinkKeys.aead(TinkKeys.randomKey());
  private final Person ana = new Person(Tenant.DEFAULT, UUID.randomUUID());
  private final Context context =
      Context.of(RecordKind.MESSAGE, "letters", UUID.randomUUID(), "body");
  private final Database database = Database.inMemory();

  /** A KMS that can be switched off, counts its calls and writes down what it was told. */
  private final class Kms implements Aead {
    private final AtomicInteger calls = new AtomicInteger();
    private final List<String> contexts = new ArrayList<>();
    private Throwable failure;

    @Override
    public byte[] encrypt(byte[] plain, byte[] associatedData) throws GeneralSecurityException {
      called(associatedData);
      return local.encrypt(plain, associatedData);
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] associatedData) throws GeneralSecurityException {
      called(associatedData);
      return local.decrypt(sealed, associatedData);
    }

    private void called(byte[] associatedData) throws GeneralSecurityException {
      calls.incrementAndGet();
      contexts.add(new String(associatedData, UTF_8));
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure != null) {
        throw new GeneralSecurityException("decryption failed", failure);
      }
    }
  }

  @Test
  void theKmsIsCalledOncePerTenantAndProcessNotPerPerson() {
    Kms kms = new Kms();
    SealedVault vault = SealedVault.on(database, Kek.of(kms, "kms:1"));
    for (int i = 0; i < 10; i++) {
      vault.seal(new Person(Tenant.DEFAULT, UUID.randomUUID()), context, new byte[1]);
    }
    vault.index(Tenant.DEFAULT, "wa_id", "1");
    assertThat(kms.calls).hasValue(2);
  }

  @Test
  void theKmsLearnsNoNames() {
    Kms kms = new Kms();
    Person person = new Person(new Tenant("acme-fashion"), UUID.randomUUID());
    SealedVault.on(database, Kek.of(kms, "kms:1")).seal(person, context, new byte[1]);
    assertThat(kms.contexts).isNotEmpty().noneMatch(told -> told.contains("acme"));
  }

  @Test
  void whileTheKmsIsAwayRecordsAreUnavailableAndNothingIsSealed() {
    Person other = new Person(new Tenant("two"), UUID.randomUUID());
    Kms kms = new Kms();
    Kek kek = Kek.of(kms, "kms:1");
    SealedVault.on(database, kek).seal(ana, context, new byte[1]);
    byte[] sealed = SealedVault.on(database, kek).seal(other, context, new byte[1]);
    for (Throwable failure :
        List.of(new IOException("no route"), new IllegalStateException("closed"))) {
      kms.failure = null;
      SealedVault vault = SealedVault.on(database, kek);
      kms.failure = failure;
      assertThat(vault.open(other, context, sealed)).isInstanceOf(Opened.Unavailable.class);
      assertThatThrownBy(() -> vault.seal(other, context, new byte[1]))
          .isInstanceOf(SecretUnavailableException.class);
      kms.failure = null;
      assertThat(vault.open(other, context, sealed)).isInstanceOf(Opened.Plain.class);
    }
  }

  @Test
  void aVaultDoesNotOpenWhileTheKmsIsAway() {
    Kms kms = new Kms();
    SealedVault.on(database, Kek.of(kms, "kms:1")).seal(ana, context, new byte[1]);
    kms.failure = new IOException("no route to 10.0.0.7");
    assertThatThrownBy(() -> SealedVault.on(database, Kek.of(kms, "kms:1")))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageNotContaining("10.0.0.7");
  }

  @Test
  void anotherKekIsRefusedByNameAndByKey() {
    SealedVault.on(database, Kek.of(local, "kms:1")).seal(ana, context, new byte[1]);
    assertThatThrownBy(() -> SealedVault.on(database, Kek.of(local, "kms:2")))
        .isInstanceOf(VaultException.class);
    Aead other = TinkKeys.aead(TinkKeys.randomKey());
    assertThatThrownBy(() -> SealedVault.on(database, Kek.of(other, "kms:1")))
        .isInstanceOf(VaultException.class);
    assertThatThrownBy(() -> SealedVault.on(database, Kek.inMemoryForTests()))
        .isInstanceOf(VaultException.class);
  }

  @Test
  void aKekThatUnwrapsRubbishIsRefused() {
    SealedVault.on(database, Kek.of(local, "kms:1")).seal(ana, context, new byte[1]);
    for (byte[] rubbish : List.of(new byte[0], new byte[32], "rubbish".getBytes(UTF_8))) {
      Kek liar = new Kek() {
        @Override
        public String uri() {
          return "kms:1";
        }

        @Override
        public byte[] wrap(byte[] key, byte[] context) {
          return key;
        }

        @Override
        public byte[] unwrap(byte[] wrapped, byte[] context) {
          return rubbish;
        }
      };
      assertThatThrownBy(() -> SealedVault.on(database, liar)).isInstanceOf(VaultException.class);
    }
  }

  @Test
  void aKekNeedsAName() {
    assertThatThrownBy(() -> Kek.of(local, "")).isInstanceOf(IllegalArgumentException.class);
  }
}
