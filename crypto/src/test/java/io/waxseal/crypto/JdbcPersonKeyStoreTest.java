package io.waxseal.crypto;

import io.waxseal.contract.crypto.PersonKeyStoreContract;
import io.waxseal.store.Database;

class JdbcPersonKeyStoreTest extends PersonKeyStoreContract {
  @Override
  protected PersonKeyStore open() {
    return PersonKeyStore.on(Database.inMemory());
  }
}
