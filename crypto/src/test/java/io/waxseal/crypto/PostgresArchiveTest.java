package io.waxseal.crypto;

import io.waxseal.contract.ArchiveContract;
import io.waxseal.contract.PostgresServer;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import javax.sql.DataSource;

class PostgresArchiveTest extends ArchiveContract {
  private final Kek kek = Kek.inMemoryForTests();

  @Override
  protected DataSource dataSource() {
    return PostgresServer.dataSource();
  }

  @Override
  protected Vault open(Database database) {
    return SealedVault.on(database, kek);
  }
}
