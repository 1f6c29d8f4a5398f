package io.waxseal.webhook;

import io.waxseal.contract.CrashPoints;
import io.waxseal.contract.PersonalDataSourceContract;
import io.waxseal.contract.SqliteMemory;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.store.Database;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

final class InboxDataTest extends PersonalDataSourceContract {
  private final Clock clock = Clock.systemUTC();
  private final DataSource dataSource = SqliteMemory.dataSource();
  private final Database database = Database.on(dataSource);
  private final Inbox inbox = Inbox.on(database, clock);

  @Override
  protected PersonalDataSource open(CrashPoints crashes) {
    return Inbox.on(Database.on(crashes.on(dataSource)), clock).personalData();
  }

  @Override
  protected void remember(Person person) {
    for (String event : List.of("one", "two")) {
      byte[] key = (event + person.id()).getBytes(StandardCharsets.UTF_8);
      database.inTransaction(tx -> inbox.insert(
          tx, new Inbox.Row(UUID.randomUUID(), person, key, new byte[] {1}, clock.instant())));
    }
  }
}
