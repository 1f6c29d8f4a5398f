package io.waxseal.webhook;

import io.waxseal.contract.InboxContract;
import io.waxseal.contract.PostgresServer;
import io.waxseal.store.Database;
import java.time.Clock;

final class PostgresInboxTest extends InboxContract {
  @Override
  protected Database database() {
    return PostgresServer.database();
  }

  @Override
  protected Inbox open(Database database, Clock clock) {
    return Inbox.on(database, clock);
  }
}
