package io.waxseal.crypto;

import io.waxseal.contract.ArchiveContract;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;

class SealedArchiveTest extends ArchiveContract {
  @Override
  protected Vault open(Database empty) {
    return SealedVault.on(empty, Kek.inMemoryForTests());
  }
}
