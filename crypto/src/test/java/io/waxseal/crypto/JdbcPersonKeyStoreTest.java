package io.waxseal.crypto;

import io.waxseal.contract.SqliteMemory;
import io.waxseal.contract.crypto.PersonKeyStoreContract;
import io.waxseal.store.Database;
import javax.sql.DataSource;

class JdbcPersonKeyStoreTest extends PersonKeyStoreContract {
  @Override
  protected DataSource dataSource() {
    return SqliteMemory.dataSource();
  }

  @Override
  protected PersonKeyStore open(Database database) {
    return PersonKeyStore.on(database);
  }
}
