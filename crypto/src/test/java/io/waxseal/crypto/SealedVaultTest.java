package io.waxseal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.person.Context;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedVaultTest {
  private static final byte[] PLAIN = "hello".getBytes(UTF_8);

  private final Person ana = new Person(Tenant.DEFAULT, UUID.randomUUID());
  private final Context context =
      Context.of(RecordKind.MESSAGE, "letters", UUID.randomUUID(), "body");
  private final Kek kek = Kek.inMemoryForTests();

  @Test
  void anErasureInOneProcessCountsAtOnceInAnother(@TempDir Path folder) {
    SealedVault one = SealedVault.on(SqliteFile.open(folder.resolve("data.db")), kek);
    SealedVault two = SealedVault.on(SqliteFile.open(folder.resolve("data.db")), kek);
    byte[] sealed = one.seal(ana, context, PLAIN);
    assertThat(two.open(ana, context, sealed).orThrow()).isEqualTo(PLAIN);
    one.personalData().erase(ana);
    assertThat(two.open(ana, context, sealed)).isInstanceOf(Opened.Erased.class);
    assertThatThrownBy(() -> two.seal(ana, context, PLAIN)).isInstanceOf(VaultException.class);
  }

  @Test
  void twoProcessesAgreeOnKeysAndIndexes(@TempDir Path folder) throws Exception {
    SealedVault one = SealedVault.on(SqliteFile.open(folder.resolve("data.db")), kek);
    SealedVault two = SealedVault.on(SqliteFile.open(folder.resolve("data.db")), kek);
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<byte[]> first = pool.submit(indexAfter(go, one));
      Future<byte[]> second = pool.submit(indexAfter(go, two));
      go.countDown();
      assertThat(first.get()).isEqualTo(second.get());
    } finally {
      pool.shutdownNow();
    }
    assertThat(two.open(ana, context, one.seal(ana, context, PLAIN)).orThrow()).isEqualTo(PLAIN);
  }

  private static Callable<byte[]> indexAfter(CountDownLatch go, SealedVault vault) {
    return () -> {
      go.await();
      return vault.index(Tenant.DEFAULT, "wa_id", "15550001");
    };
  }

  @Test
  void keysOfARolledBackTransactionAreForgottenByTheVaultToo() {
    Database database = Database.inMemory();
    SealedVault vault = SealedVault.on(database, kek);
    byte[][] rolledBack = new byte[2][];
    assertThatThrownBy(() -> database.inTransaction(tx -> {
          rolledBack[0] = vault.index(Tenant.DEFAULT, "wa_id", "1");
          rolledBack[1] = vault.seal(ana, context, PLAIN);
          throw new IllegalStateException("on purpose");
        }))
        .isInstanceOf(IllegalStateException.class);
    byte[] index = vault.index(Tenant.DEFAULT, "wa_id", "1");
    assertThat(index).isNotEqualTo(rolledBack[0]);
    SealedVault restarted = SealedVault.on(database, kek);
    assertThat(restarted.index(Tenant.DEFAULT, "wa_id", "1")).isEqualTo(index);
    byte[] sealed = vault.seal(ana, context, PLAIN);
    assertThat(restarted.open(ana, context, sealed).orThrow()).isEqualTo(PLAIN);
    assertThatThrownBy(() -> vault.open(ana, context, rolledBack[1]))
        .isInstanceOf(VaultException.class);
  }

  @Test
  void keysOfACommittedTransactionAreTheVaultsKeysFromThenOn() {
    Database database = Database.inMemory();
    SealedVault vault = SealedVault.on(database, kek);
    byte[] inside = database.inTransaction(tx -> vault.index(Tenant.DEFAULT, "wa_id", "1"));
    assertThat(vault.index(Tenant.DEFAULT, "wa_id", "1")).isEqualTo(inside);
    assertThat(SealedVault.on(database, kek).index(Tenant.DEFAULT, "wa_id", "1"))
        .isEqualTo(inside);
  }

  @Test
  void anErasureNamesTheVaultAsTheKeysPlace() {
    SealedVault vault = SealedVault.on(Database.inMemory(), kek);
    assertThat(vault.personalData().name()).isEqualTo("vault");
  }

  @Test
  void oneRefusedRecordDoesNotSpoilTheTransactionAroundIt() {
    Database database = Database.inMemory();
    SealedVault vault = SealedVault.on(database, kek);
    Person gone = new Person(Tenant.DEFAULT, UUID.randomUUID());
    vault.personalData().erase(gone);
    byte[] sealed = database.inTransaction(tx -> {
      assertThatThrownBy(() -> vault.open(ana, context, new byte[200]))
          .isInstanceOf(VaultException.class);
      assertThatThrownBy(() -> vault.seal(gone, context, PLAIN)).isInstanceOf(VaultException.class);
      assertThatThrownBy(
              () -> vault.archive().add(tx, gone, UUID.randomUUID(), Instant.EPOCH, PLAIN))
          .isInstanceOf(VaultException.class);
      return vault.seal(ana, context, PLAIN);
    });
    assertThat(vault.open(ana, context, sealed).orThrow()).isEqualTo(PLAIN);
  }

  @Test
  void aTombstoneTellsTheTimeOfTheVaultsClock() {
    Instant noon = Instant.parse("2026-05-04T12:00:00.123Z");
    SealedVault vault = SealedVault.builder()
        .database(Database.inMemory())
        .kek(kek)
        .clock(Clock.fixed(noon, ZoneOffset.UTC))
        .build();
    byte[] sealed = vault.seal(ana, context, PLAIN);
    vault.personalData().erase(ana);
    assertThat(vault.open(ana, context, sealed)).isEqualTo(new Opened.Erased(noon));
  }

  @Test
  void anErasureInATransactionThatRollsBackHasNotHappened() {
    Database database = Database.inMemory();
    SealedVault vault = SealedVault.on(database, kek);
    byte[] sealed = vault.seal(ana, context, PLAIN);
    assertThatThrownBy(() -> database.inTransaction(tx -> {
          vault.personalData().erase(ana);
          throw new IllegalStateException("on purpose");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(vault.open(ana, context, sealed).orThrow()).isEqualTo(PLAIN);
  }

  @Test
  void theBuilderNamesAllThatIsMissing() {
    assertThatThrownBy(() -> SealedVault.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a vault lacks database and kek");
    assertThatThrownBy(() -> SealedVault.builder().kek(kek).build())
        .hasMessage("a vault lacks database");
    assertThatThrownBy(() -> SealedVault.builder().database(Database.inMemory()).build())
        .hasMessage("a vault lacks kek");
  }

  @Test
  void theBuilderTakesEachThingOnce() {
    Database database = Database.inMemory();
    PersonKeyStore keys = PersonKeyStore.on(database);
    SealedVault.Builder builder = SealedVault.builder()
        .database(database)
        .kek(kek)
        .clock(Clock.systemUTC())
        .personKeys(keys);
    for (Runnable again : List.<Runnable>of(
        () -> builder.database(database),
        () -> builder.kek(kek),
        () -> builder.clock(Clock.systemUTC()),
        () -> builder.personKeys(keys))) {
      assertThatThrownBy(again::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("twice");
    }
    assertThat(builder.build().seal(ana, context, PLAIN)).isNotEmpty();
  }

  @Test
  void noToStringShowsAKey() {
    byte[] wrapped = {1, 2, 3};
    PersonKey key = PersonKey.live(ana, UUID.randomUUID(), 1, Instant.EPOCH, wrapped);
    assertThat(key.toString()).contains(key.id().toString()).doesNotContain("[B@", "1, 2, 3");
    assertThat(key.toString()).doesNotContain("destroyed");
    assertThat(
            PersonKey.destroyed(ana, key.id(), 1, Instant.EPOCH, Instant.EPOCH).toString())
        .contains("destroyed");
    assertThat(kek.toString()).startsWith("Kek[memory:");
    assertThat(Kek.sealedFile(Path.of("kek"), () -> {
          throw new AssertionError();
        }))
        .hasToString("Kek[kek]");
  }
}
