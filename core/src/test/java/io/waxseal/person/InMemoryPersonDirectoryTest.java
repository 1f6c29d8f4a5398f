package io.waxseal.person;

import io.waxseal.contract.PersonDirectoryContract;
import io.waxseal.store.Database;
import io.waxseal.testkit.TestVault;

class InMemoryPersonDirectoryTest extends PersonDirectoryContract {
  private final Database database = Database.inMemory();
  private final PersonDirectory directory = PersonDirectory.on(database, new TestVault(database));

  @Override
  protected PersonDirectory directory() {
    return directory;
  }

  @Override
  protected Database database() {
    return database;
  }
}
