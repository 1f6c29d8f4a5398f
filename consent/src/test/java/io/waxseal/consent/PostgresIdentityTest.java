package io.waxseal.consent;

import io.waxseal.contract.PostgresServer;
import io.waxseal.store.Database;

final class PostgresIdentityTest extends IdentityPins {
  @Override
  Database database() {
    return PostgresServer.database();
  }
}
