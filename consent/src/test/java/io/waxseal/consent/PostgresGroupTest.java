package io.waxseal.consent;

import io.waxseal.contract.PostgresServer;
import io.waxseal.store.Database;

final class PostgresGroupTest extends GroupStops {
  @Override
  Database database() {
    return PostgresServer.database();
  }
}
