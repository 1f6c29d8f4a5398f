package io.waxseal.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.person.Context;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Vault} keeps to: what it seals opens for one person in one place, and never after an erasure. */
public abstract class VaultContract extends StoreContract {
  private static final byte[] PLAIN = "see you at eight".getBytes(UTF_8);

  private final Tenant tenant = new Tenant("one");
  private final Person ana = new Person(tenant, UUID.randomUUID());
  private final Person ben = new Person(tenant, UUID.randomUUID());
  private final Context context =
      Context.of(RecordKind.MESSAGE, "letters", UUID.randomUUID(), "body");
  private Vault vault;

  /** For extending. */
  protected VaultContract() {}

  /**
   * Opens a vault. Two vaults over one database stand for two processes: they have the same KEK.
   *
   * @param database where its keys are stored
   * @return the vault
   */
  protected abstract Vault open(Database database);

  @BeforeEach
  final void openVault() {
    vault = open(database());
  }

  @Test
  void whatWasSealedOpens() {
    assertThat(vault.open(ana, context, vault.seal(ana, context, PLAIN)).orThrow())
        .isEqualTo(PLAIN);
  }

  @Test
  void everyLengthOpensAsItself() {
    for (int length = 0; length <= 300; length++) {
      byte[] plain = new byte[length];
      new Random(length).nextBytes(plain);
      assertThat(vault.open(ana, context, vault.seal(ana, context, plain)).orThrow())
          .isEqualTo(plain);
    }
  }

  @Test
  void contentThatLooksLikePaddingOpensAsItself() {
    for (String hex : List.of("80", "8000", "0000", "00", "80800000", "ff80")) {
      byte[] plain = HexFormat.of().parseHex(hex);
      assertThat(vault.open(ana, context, vault.seal(ana, context, plain)).orThrow())
          .isEqualTo(plain);
    }
  }

  @Test
  void aLargeRecordOpens() {
    byte[] plain = new byte[3_000_000];
    new Random(1).nextBytes(plain);
    byte[] sealed = vault.seal(ana, context, plain);
    assertThat(vault.open(ana, context, sealed).orThrow()).isEqualTo(plain);
  }

  @Test
  void sealingTwiceGivesDifferentBytes() {
    assertThat(vault.seal(ana, context, PLAIN)).isNotEqualTo(vault.seal(ana, context, PLAIN));
  }

  @Test
  void theContentDoesNotStandInTheRecord() {
    assertThat(new String(vault.seal(ana, context, PLAIN), UTF_8)).doesNotContain("eight");
  }

  @Test
  void oneAndFortyCharactersSealToOneLength() {
    assertThat(vault.seal(ana, context, new byte[1]))
        .hasSameSizeAs(vault.seal(ana, context, new byte[40]));
  }

  @Test
  void aRecordDoesNotOpenForAnotherPerson() {
    vault.seal(ben, context, PLAIN);
    assertRefused(ben, context, vault.seal(ana, context, PLAIN));
  }

  @Test
  void aRecordDoesNotOpenForAPersonWithoutKey() {
    assertRefused(ben, context, vault.seal(ana, context, PLAIN));
  }

  @Test
  void aRecordDoesNotOpenForTheSamePersonOfAnotherTenant() {
    Person elsewhere = new Person(new Tenant("two"), ana.id());
    vault.seal(elsewhere, context, PLAIN);
    assertRefused(elsewhere, context, vault.seal(ana, context, PLAIN));
  }

  @Test
  void aRecordDoesNotOpenInAnotherPlace() {
    byte[] sealed = vault.seal(ana, context, PLAIN);
    UUID id = context.recordId();
    for (Context other : List.of(
        new Context(RecordKind.PROFILE, "letters", id, 0, "body"),
        new Context(RecordKind.MESSAGE, "letter", id, 0, "body"),
        new Context(RecordKind.MESSAGE, "lettersb", id, 0, "ody"),
        new Context(RecordKind.MESSAGE, "letters", UUID.randomUUID(), 0, "body"),
        new Context(RecordKind.MESSAGE, "letters", id, 1, "body"),
        new Context(RecordKind.MESSAGE, "letters", id, 0, "bodx"))) {
      assertRefused(ana, other, sealed);
    }
  }

  @Test
  void noSingleBitCanChange() {
    byte[] sealed = vault.seal(ana, context, PLAIN);
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertRefused(ana, context, changed);
    }
  }

  @Test
  void noByteCanBeMissingOrAdded() {
    byte[] sealed = vault.seal(ana, context, PLAIN);
    for (int length = 0; length < sealed.length; length++) {
      assertRefused(ana, context, Arrays.copyOf(sealed, length));
    }
    assertRefused(ana, context, Arrays.copyOf(sealed, sealed.length + 1));
  }

  @Test
  void theTenantsOwnPlaceSealsAndOpensButIsNeverErased() {
    Person nobody = Person.unnamed(tenant);
    byte[] sealed = vault.seal(nobody, context, PLAIN);
    assertThatThrownBy(() -> vault.personalData().erase(nobody))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(vault.open(nobody, context, sealed).orThrow()).isEqualTo(PLAIN);
  }

  @Test
  void afterAnErasureTheRecordSaysThatItIsErased() {
    byte[] sealed = vault.seal(ana, context, PLAIN);
    assertThat(vault.personalData().find(ana).records()).isEqualTo(1);
    assertThat(vault.personalData().erase(ana).records()).isEqualTo(1);
    assertThat(vault.personalData().verifyGone(ana)).isZero();
    Opened opened = vault.open(ana, context, sealed);
    assertThat(opened).isInstanceOf(Opened.Erased.class);
    assertThatThrownBy(opened::orThrow).isInstanceOf(VaultException.class);
  }

  @Test
  void erasingTwiceRemovesNothingMoreAndKeepsTheTime() {
    byte[] sealed = vault.seal(ana, context, PLAIN);
    vault.personalData().erase(ana);
    Opened first = vault.open(ana, context, sealed);
    assertThat(vault.personalData().erase(ana).records()).isZero();
    assertThat(vault.open(ana, context, sealed)).isEqualTo(first);
  }

  @Test
  void nothingIsSealedForAnErasedPerson() {
    vault.seal(ana, context, PLAIN);
    vault.personalData().erase(ana);
    assertThatThrownBy(() -> vault.seal(ana, context, PLAIN)).isInstanceOf(VaultException.class);
  }

  @Test
  void aPersonErasedBeforeTheFirstRecordGetsNoKey() {
    assertThat(vault.personalData().erase(ana).records()).isZero();
    assertThatThrownBy(() -> vault.seal(ana, context, PLAIN)).isInstanceOf(VaultException.class);
    assertThat(vault.personalData().find(ana).records()).isZero();
  }

  @Test
  void anErasureLeavesOthersAlone() {
    byte[] sealed = vault.seal(ben, context, PLAIN);
    vault.seal(ana, context, PLAIN);
    vault.personalData().erase(ana);
    assertThat(vault.open(ben, context, sealed).orThrow()).isEqualTo(PLAIN);
  }

  @Test
  void aDamagedRecordOfAnErasedPersonIsStillRefused() {
    byte[] sealed = vault.seal(ana, context, PLAIN);
    vault.personalData().erase(ana);
    sealed[10] ^= 1;
    assertRefused(ana, context, sealed);
  }

  @Test
  void anIndexIsEqualForEqualValuesOnly() {
    byte[] index = vault.index(tenant, "wa_id", "15550001");
    assertThat(index).hasSize(17).isEqualTo(vault.index(tenant, "wa_id", "15550001"));
    assertThat(index).isNotEqualTo(vault.index(tenant, "wa_id", "15550002"));
    assertThat(index).isNotEqualTo(vault.index(tenant, "phone", "15550001"));
    assertThat(index).isNotEqualTo(vault.index(new Tenant("two"), "wa_id", "15550001"));
  }

  @Test
  void anIndexHasANameOf1To64Characters() {
    assertThat(vault.index(tenant, "f".repeat(64), "")).hasSize(17);
    for (String field : List.of("", "f".repeat(65))) {
      assertThatThrownBy(() -> vault.index(tenant, field, "1"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void manyThreadsSealingForANewPersonShareOneKey() {
    for (byte[] record : Race.of(thread -> vault.seal(ana, context, PLAIN))) {
      assertThat(vault.open(ana, context, record).orThrow()).isEqualTo(PLAIN);
    }
    assertThat(vault.personalData().find(ana).records()).isEqualTo(1);
  }

  @Test
  void manyThreadsOfTwoProcessesAgreeOnAnIndex() {
    Vault other = open(database());
    List<byte[]> indexes =
        Race.of(thread -> (thread % 2 == 0 ? vault : other).index(tenant, "wa_id", "15550001"));
    assertThat(indexes).allSatisfy(index -> assertThat(index).isEqualTo(indexes.get(0)));
  }

  @Test
  void whatIsSealedDuringAnErasureIsErasedOrRefused() {
    vault.seal(ana, context, PLAIN);
    List<Object> outcomes = Race.of(thread -> sealAndErase());
    assertThat(vault.personalData().verifyGone(ana)).isZero();
    for (Object outcome : outcomes) {
      if (outcome instanceof byte[] record) {
        assertThat(vault.open(ana, context, record)).isInstanceOf(Opened.Erased.class);
      }
    }
  }

  @Test
  void aKeyThatWasRolledBackSealsNothingLater() {
    assertThatThrownBy(() -> database().inTransaction(tx -> {
          vault.seal(ana, context, PLAIN);
          vault.index(tenant, "wa_id", "15550001");
          throw new IllegalStateException("on purpose");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(vault.personalData().find(ana).records()).isZero();
    assertSharedWithOtherProcesses(ana);
  }

  @Test
  void aCrashWhileKeysAreMadeLeavesThemWholeOrUnmade() {
    crashes()
        .atEachStep(
            VaultContract::stranger, this::makeAllKeys, this::assertSharedWithOtherProcesses);
  }

  @Test
  void aCrashWhileAPersonIsErasedLeavesThemOrATombstone() {
    crashes().atEachStep(this::sealedForAStranger, record -> erase(record.owner()), record -> {
      long left = vault.personalData().verifyGone(record.owner());
      Opened opened = vault.open(record.owner(), context, record.sealed());
      assertThat(opened).isInstanceOf(left == 0 ? Opened.Erased.class : Opened.Plain.class);
      erase(record.owner());
      assertThat(vault.open(record.owner(), context, record.sealed()))
          .isInstanceOf(Opened.Erased.class);
    });
  }

  // on its way to a check, never compared
  @SuppressWarnings("ArrayRecordComponent")
  private record Sealed(Person owner, byte[] sealed) {}

  private Sealed sealedForAStranger() {
    Person person = stranger();
    return new Sealed(person, vault.seal(person, context, PLAIN));
  }

  private void erase(Person person) {
    vault.personalData().erase(person);
  }

  private void makeAllKeys(Person person) {
    vault.seal(person, context, PLAIN);
    vault.index(person.tenant(), "wa_id", "15550001");
  }

  /** A key that one process holds and the database does not have would seal what nobody opens. */
  private void assertSharedWithOtherProcesses(Person person) {
    byte[] sealed = vault.seal(person, context, PLAIN);
    byte[] index = vault.index(person.tenant(), "wa_id", "15550001");
    Vault other = open(database());
    assertThat(other.open(person, context, sealed).orThrow()).isEqualTo(PLAIN);
    assertThat(other.index(person.tenant(), "wa_id", "15550001")).isEqualTo(index);
  }

  /** Of a tenant without keys, so that all of them have to be made. */
  private static Person stranger() {
    UUID id = UUID.randomUUID();
    return new Person(new Tenant("t" + id.toString().substring(0, 8)), id);
  }

  private Object sealAndErase() {
    try {
      byte[] record = vault.seal(ana, context, PLAIN);
      vault.personalData().erase(ana);
      return record;
    } catch (VaultException e) {
      return e;
    }
  }

  private void assertRefused(Person person, Context place, byte[] record) {
    assertThatThrownBy(() -> vault.open(person, place, record))
        .isInstanceOf(VaultException.class)
        .hasNoCause();
  }
}
