package io.waxseal.consent;

import io.waxseal.contract.PostgresServer;
import io.waxseal.store.Database;
import javax.sql.DataSource;

/** Two pools on one server, so that nothing is shared but the tables. */
final class PostgresStopRaceTest extends StopRaceTest {
  private final DataSource pool = PostgresServer.dataSource();

  @Override
  Database open() {
    return Database.migrating(PostgresServer.twin(pool));
  }
}
