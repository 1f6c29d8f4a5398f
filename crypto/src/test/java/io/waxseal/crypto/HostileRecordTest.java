package io.waxseal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.person.Context;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Database;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class HostileRecordTest {
  private static final byte[] PLAIN = "hostile bytes gain nothing".getBytes(UTF_8);

  private final Database database = Database.inMemory();
  private final SealedVault vault = SealedVault.on(database, Kek.inMemoryForTests());
  private final Person ana = new Person(Tenant.DEFAULT, UUID.randomUUID());
  private final Person gone = new Person(Tenant.DEFAULT, UUID.randomUUID());
  private final Person nobody = Person.unnamed(Tenant.DEFAULT);
  private final Context context =
      Context.of(RecordKind.MESSAGE, "letters", UUID.randomUUID(), "body");

  @Test
  void aHundredThousandMutationsOpenToNothingButAVaultException() {
    Random random = new Random(20260521);
    byte[] genuine = vault.seal(ana, context, PLAIN);
    byte[] erased = vault.seal(gone, context, PLAIN);
    byte[] unnamed = vault.seal(nobody, context, PLAIN);
    vault.personalData().erase(gone);
    int opened = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] record = mutate(random, List.of(genuine, erased, unnamed).get(random.nextInt(3)));
      Person owner = List.of(ana, gone, nobody).get(random.nextInt(3));
      opened += check(owner, record);
    }
    assertThat(opened).as("only records that were not changed at all").isZero();
  }

  @Test
  void randomBytesOpenToNothingButAVaultException() {
    Random random = new Random(7);
    vault.seal(ana, context, PLAIN);
    for (int i = 0; i < 20_000; i++) {
      byte[] record = new byte[random.nextInt(400)];
      random.nextBytes(record);
      assertThat(check(ana, record)).isZero();
    }
  }

  @Test
  void randomStoredKeysOpenToNothingButAVaultException() {
    Random random = new Random(11);
    byte[] record = vault.seal(ana, context, PLAIN);
    byte[] wrapped =
        PersonKeyStore.on(database).find(ana).orElseThrow().wrapped().orElseThrow();
    for (int i = 0; i < 10_000; i++) {
      SqliteFile.update(
          database,
          "UPDATE wx_person_key SET wrapped = ? WHERE person = ?",
          mutate(random, wrapped),
          ana.id());
      assertThat(check(ana, record)).isZero();
    }
  }

  /** 1 if something opened; anything but content or the documented exception fails the test. */
  private int check(Person owner, byte[] record) {
    try {
      Opened result = vault.open(owner, context, record);
      return result instanceof Opened.Erased && owner.equals(gone) ? 0 : 1;
    } catch (VaultException e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        assertThat(cause)
            .isNotInstanceOfAny(
                NullPointerException.class,
                ClassCastException.class,
                IndexOutOfBoundsException.class);
      }
      return 0;
    } catch (RuntimeException e) {
      return fail("an undocumented exception", e);
    }
  }

  /** One to four changes, of which at least one stays: a change that undoes another is tried again. */
  private static byte[] mutate(Random random, byte[] original) {
    byte[] bytes = original.clone();
    do {
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        bytes = change(random, bytes);
      }
    } while (Arrays.equals(bytes, original));
    return bytes;
  }

  private static byte[] change(Random random, byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    byte[] changed = bytes.clone();
    int at = random.nextInt(random.nextBoolean() ? Math.min(60, bytes.length) : bytes.length);
    switch (random.nextInt(6)) {
      case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> changed[at] = (byte) random.nextInt();
      case 2 -> changed[at] = (byte) (random.nextBoolean() ? 0 : 0xff);
      case 3 -> changed = Arrays.copyOf(bytes, at);
      case 4 -> changed = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(40));
      default -> Arrays.fill(changed, at, Math.min(bytes.length, at + 4), (byte) 0xff);
    }
    return changed;
  }
}
