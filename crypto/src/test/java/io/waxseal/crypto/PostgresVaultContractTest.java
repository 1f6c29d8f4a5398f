package io.waxseal.crypto;

import io.waxseal.contract.PostgresServer;
import io.waxseal.contract.VaultContract;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import javax.sql.DataSource;

class PostgresVaultContractTest extends VaultContract {
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
