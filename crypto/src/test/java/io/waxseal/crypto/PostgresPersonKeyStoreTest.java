package io.waxseal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.contract.PostgresServer;
import io.waxseal.contract.crypto.PersonKeyStoreContract;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresPersonKeyStoreTest extends PersonKeyStoreContract {
  private static final Executor NEW_THREAD = task -> new Thread(task, "aside").start();

  @Override
  protected DataSource dataSource() {
    return PostgresServer.dataSource();
  }

  @Override
  protected PersonKeyStore open(Database database) {
    return PersonKeyStore.on(database);
  }

  @Test
  void aKeyThatIsJustBeingInsertedIsDestroyedToo() {
    PersonKeyStore store = PersonKeyStore.on(database());
    Person person = new Person(Tenant.DEFAULT, UUID.randomUUID());
    Instant now = Instant.ofEpochSecond(1_795_000_000L);
    CompletableFuture<Boolean> destroyed = database().inTransaction(tx -> {
      store.insertIfAbsent(PersonKey.live(person, UUID.randomUUID(), 1, now, new byte[] {1}));
      CompletableFuture<Boolean> erasure =
          CompletableFuture.supplyAsync(() -> store.destroy(person, now), NEW_THREAD);
      PostgresServer.awaitOneThatWaits();
      return erasure;
    });
    assertThat(destroyed.join()).isTrue();
    assertThat(store.find(person).orElseThrow().destroyedAt()).contains(now);
  }
}
