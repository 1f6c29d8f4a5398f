package io.waxseal.consent;

import io.waxseal.contract.PostgresServer;

final class PostgresClockTest extends ClockTest {
  @Override
  Shop open() {
    return new Shop(PostgresServer.database(), consent -> consent, null);
  }
}
