package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.contract.InboxContract;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import io.waxseal.testkit.TestClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

final class SqliteInboxTest extends InboxContract {
  @TempDir
  Path folder;

  @Override
  protected DataSource dataSource() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("inbox.sqlite"));
    return source;
  }

  @Override
  protected Inbox open(Database database, Clock clock) {
    return Inbox.on(database, clock);
  }

  @Test
  void whatOneProcessTookInAnotherOneHandles() {
    TestClock clock = new TestClock();
    Database dead = Database.on(dataSource());
    Person owner = new Person(Tenant.DEFAULT, UUID.randomUUID());
    Inbox.Row row =
        new Inbox.Row(UUID.randomUUID(), owner, new byte[] {1}, new byte[] {2}, clock.instant());
    Inbox first = Inbox.on(dead, clock);
    boolean kept = dead.inTransaction(tx -> first.insert(tx, row));
    assertThat(kept).isTrue();
    first.claim(1, Duration.ofMinutes(2));
    clock.advance(Duration.ofMinutes(2));
    Database alive = Database.on(dataSource());
    Inbox second = Inbox.on(alive, clock);
    boolean keptAgain = alive.inTransaction(tx -> second.insert(tx, row));
    assertThat(keptAgain).isFalse();
    List<Inbox.Claim> claims = second.claim(1, Duration.ofMinutes(2));
    assertThat(claims).extracting(Inbox.Claim::id).containsExactly(row.id());
  }
}
