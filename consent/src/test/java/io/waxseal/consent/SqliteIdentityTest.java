package io.waxseal.consent;

import io.waxseal.store.Database;

final class SqliteIdentityTest extends IdentityPins {
  @Override
  Database database() {
    return Database.inMemory();
  }
}
