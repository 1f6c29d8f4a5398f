package io.waxseal.crypto;

import io.waxseal.contract.PostgresServer;
import io.waxseal.contract.VaultContract;
import io.waxseal.person.Vault;

class PostgresVaultContractTest extends VaultContract {
  @Override
  protected Vault open() {
    return SealedVault.on(PostgresServer.database(), Kek.inMemoryForTests());
  }
}
