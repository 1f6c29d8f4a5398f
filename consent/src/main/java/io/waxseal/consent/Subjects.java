package io.waxseal.consent;

import io.waxseal.account.Account;
import io.waxseal.account.Tenant;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.Recipient;
import io.waxseal.store.Transaction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds whom a host means, and which points a wish of theirs names. */
final class Subjects {
  private final Parts parts;
  private final PersonDirectory people;

  Subjects(Parts parts) {
    this.parts = parts;
    people = parts.wiring().people();
  }

  /** Whose wish is to be recorded; a stranger becomes known by it. */
  Subject toRecord(Transaction transaction, Recipient recipient) {
    Tenant tenant = tenant(recipient);
    if (recipient instanceof ContactPoint point) {
      Person person =
          people.findOrCreate(transaction, tenant, Set.of(point), LinkEvidence.ASSERTED_BY_HOST);
      return new Subject(person, Set.of(people.index(tenant, point)));
    }
    Person person = person(recipient);
    people.reserve(transaction, tenant, people.points(person));
    List<IndexedPoint> points = people.indexes(transaction, person);
    if (points.isEmpty()) {
      throw new IllegalArgumentException(
          "no contact point is known for the person, so nothing could be stopped or granted");
    }
    return new Subject(person, new LinkedHashSet<>(points));
  }

  /** What holds for somebody, known or not. */
  ConsentView view(Transaction transaction, Recipient recipient) {
    Tenant tenant = tenant(recipient);
    List<IndexedPoint> points = recipient instanceof ContactPoint point
        ? List.of(people.index(tenant, point))
        : people.indexes(transaction, person(recipient));
    return points.isEmpty()
        ? new ConsentView(0, Map.of(), List.of())
        : parts.standing(transaction, tenant, points.get(points.size() - 1)).view();
  }

  private static Person person(Recipient recipient) {
    if (recipient instanceof Person person) {
      return person;
    }
    throw new IllegalArgumentException(
        "a group wishes nothing; what one of those in it wishes is recorded for that person");
  }

  private Tenant tenant(Recipient recipient) {
    if (recipient instanceof Person person) {
      return person.tenant();
    }
    Set<Tenant> tenants = new LinkedHashSet<>();
    for (Account account : parts.wiring().accounts()) {
      tenants.add(account.tenant());
    }
    if (tenants.size() != 1) {
      throw new IllegalArgumentException(
          "there are several tenants; pass a Person instead of a ContactPoint");
    }
    return tenants.iterator().next();
  }
}
