package io.waxseal.person;

import io.waxseal.contract.PersonDirectoryContract;
import io.waxseal.contract.PostgresServer;
import io.waxseal.store.Database;
import io.waxseal.testkit.TestVault;

final class PostgresPersonDirectoryTest extends PersonDirectoryContract {
  private final Database database = PostgresServer.database();
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
