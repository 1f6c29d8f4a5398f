package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import java.util.Set;

/**
 * A person and all points at which a wish of theirs counts.
 *
 * @param person who
 * @param points where
 */
record Subject(Person person, Set<ContactPoint> points) {
  Tenant tenant() {
    return person.tenant();
  }
}
