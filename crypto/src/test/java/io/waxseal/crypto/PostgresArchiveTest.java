package io.waxseal.crypto;

import io.waxseal.contract.ArchiveContract;
import io.waxseal.contract.PostgresServer;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;

class PostgresArchiveTest extends ArchiveContract {
  @Override
  protected Database database() {
    return PostgresServer.database();
  }

  @Override
  protected Vault open(Database empty) {
    return SealedVault.on(empty, Kek.inMemoryForTests());
  }
}
