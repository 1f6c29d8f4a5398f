package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import java.util.Set;

/**
 * Whose wish it is, and the points it names.
 *
 * @param person who, or the tenant's own place
 * @param named keyed hashes of the points
 */
record Subject(Person person, Set<IndexedPoint> named) {
  Tenant tenant() {
    return person.tenant();
  }
}
