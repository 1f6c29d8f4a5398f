package io.waxseal.webhook;

import io.waxseal.contract.InboxContract;
import io.waxseal.contract.SqliteMemory;
import io.waxseal.store.Database;
import java.time.Clock;
import javax.sql.DataSource;

final class InMemoryInboxTest extends InboxContract {
  @Override
  protected DataSource dataSource() {
    return SqliteMemory.dataSource();
  }

  @Override
  protected Inbox open(Database database, Clock clock) {
    return Inbox.on(database, clock);
  }
}
