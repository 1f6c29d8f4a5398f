package io.waxseal.webhook;

import io.waxseal.contract.InboxContract;
import io.waxseal.store.Database;
import java.time.Clock;

final class InMemoryInboxTest extends InboxContract {
  @Override
  protected Database database() {
    return Database.inMemory();
  }

  @Override
  protected Inbox open(Database database, Clock clock) {
    return Inbox.on(database, clock);
  }
}
