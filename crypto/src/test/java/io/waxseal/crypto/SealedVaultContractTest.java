package io.waxseal.crypto;

import io.waxseal.contract.VaultContract;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;

class SealedVaultContractTest extends VaultContract {
  @Override
  protected Vault open() {
    return SealedVault.on(Database.inMemory(), Kek.inMemoryForTests());
  }
}
