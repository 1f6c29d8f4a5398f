package io.waxseal.person;

import io.waxseal.contract.PersonDirectoryContract;
import io.waxseal.contract.SqliteMemory;
import io.waxseal.store.Database;
import io.waxseal.testkit.TestVault;
import javax.sql.DataSource;

final class InMemoryPersonDirectoryTest extends PersonDirectoryContract {
  @Override
  protected DataSource dataSource() {
    return SqliteMemory.dataSource();
  }

  @Override
  protected PersonDirectory open(Database database) {
    return PersonDirectory.on(database, new TestVault(database));
  }
}
