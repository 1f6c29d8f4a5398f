package io.waxseal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Account;
import io.waxseal.account.MessageId;
import io.waxseal.account.Tenant;
import io.waxseal.contract.PostgresServer;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import io.waxseal.testkit.Aside;
import io.waxseal.testkit.TestClock;
import io.waxseal.testkit.TestVault;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PostgresJournalTest extends JournalTest {
  @Override
  Database store() {
    return PostgresServer.database();
  }

  @Test
  void ofTwoStatusesAtOnceTheLaterWordStays() {
    Database database = store();
    JdbcJournal journal = new JdbcJournal(database, new TestVault(database), new TestClock());
    UUID transmission = UUID.randomUUID();
    MessageId id = new MessageId("wamid.HBgLMTU1NTAwMDExMTE");
    Optional<String> data = Optional.of("wx1." + transmission);
    database.inTransaction(tx -> {
      journal.intend(
          tx,
          transmission,
          Account.of("1001", "2001"),
          new Person(Tenant.DEFAULT, UUID.randomUUID()),
          Optional.of(IndexedPoint.phone(new byte[17])),
          TextMessage.to(ContactPoint.phone("15550001111"), "words"));
      return true;
    });
    CompletableFuture<Boolean> sent = database.inTransaction(tx -> {
      journal.settle(tx, Tenant.DEFAULT, id, data, "delivered");
      CompletableFuture<Boolean> other = Aside.run(() -> database.inTransaction(late -> {
        journal.settle(late, Tenant.DEFAULT, id, data, "sent");
        return true;
      }));
      PostgresServer.awaitOneThatWaits();
      return other;
    });
    assertThat(sent.join()).isTrue();
    assertThat(journal.find(transmission).orElseThrow().deliveryStatus()).contains("delivered");
  }
}
