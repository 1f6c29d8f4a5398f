package io.waxseal.webhook;

import io.waxseal.contract.InboxContract;
import io.waxseal.contract.PostgresServer;
import io.waxseal.store.Database;
import java.time.Clock;
import javax.sql.DataSource;

final class PostgresInboxTest extends InboxContract {
  @Override
  protected DataSource dataSource() {
    return PostgresServer.dataSource();
  }

  @Override
  protected Inbox open(Database database, Clock clock) {
    return Inbox.on(database, clock);
  }
}
