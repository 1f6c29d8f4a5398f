package io.waxseal.consent;

import io.waxseal.store.Database;

final class SqliteGroupTest extends GroupStops {
  @Override
  Database database() {
    return Database.inMemory();
  }
}
