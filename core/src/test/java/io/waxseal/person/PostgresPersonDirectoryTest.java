package io.waxseal.person;

import io.waxseal.contract.PersonDirectoryContract;
import io.waxseal.contract.PostgresServer;
import io.waxseal.store.Database;
import io.waxseal.testkit.TestVault;
import javax.sql.DataSource;

final class PostgresPersonDirectoryTest extends PersonDirectoryContract {
  @Override
  protected DataSource dataSource() {
    return PostgresServer.dataSource();
  }

  @Override
  protected PersonDirectory open(Database database) {
    return PersonDirectory.on(database, new TestVault(database));
  }
}
