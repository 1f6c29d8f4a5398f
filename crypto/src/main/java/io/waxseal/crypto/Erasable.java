package io.waxseal.crypto;

import io.waxseal.person.Person;

/** Who can be erased. */
final class Erasable {
  private Erasable() {}

  static void require(Person person) {
    if (person.isUnnamed()) {
      throw new IllegalArgumentException(
          "the tenant's own place is no person and cannot be erased");
    }
  }
}
