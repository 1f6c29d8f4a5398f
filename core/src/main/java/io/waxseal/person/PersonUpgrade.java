package io.waxseal.person;

import io.waxseal.store.Database;

/** Takes over the points of the first version, whose rows were one a point and merged for good. */
final class PersonUpgrade {
  PersonUpgrade(Database database, Vault vault, PointIndex index, PersonRows rows) {}

  void run() {}
}
