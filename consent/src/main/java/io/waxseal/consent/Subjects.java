package io.waxseal.consent;

import io.waxseal.account.Account;
import io.waxseal.account.Tenant;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.Recipient;
import io.waxseal.store.Transaction;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Finds whom a host means, and where a wish of theirs counts. */
final class Subjects {
  private final Parts parts;
  private final PersonDirectory people;

  Subjects(Parts parts) {
    this.parts = parts;
    people = parts.wiring().people();
  }

  /** Whose wish is to be recorded; a stranger becomes known by it. Until the transaction ends nobody links them. */
  Subject toRecord(Transaction transaction, Recipient recipient) {
    Tenant tenant = tenant(recipient);
    Person person = recipient instanceof ContactPoint point
        ? people.findOrCreate(transaction, tenant, Set.of(point), LinkEvidence.ASSERTED_BY_HOST)
        : (Person) recipient;
    Set<ContactPoint> seen = seen(recipient);
    if (parts.points(person, seen).isEmpty()) {
      throw new IllegalArgumentException(
          "no contact point is known for the person, so nothing could be stopped or granted");
    }
    return parts.reserved(transaction, person, seen);
  }

  /** What holds for somebody, known or not. */
  ConsentView view(Transaction transaction, Recipient recipient) {
    Tenant tenant = tenant(recipient);
    Set<ContactPoint> seen = seen(recipient);
    Optional<Person> person =
        recipient instanceof Person known ? Optional.of(known) : people.find(tenant, seen);
    Set<ContactPoint> points = person.map(known -> parts.points(known, seen)).orElse(seen);
    Set<Person> identities = person.map(people::identities).orElseGet(Set::of);
    return parts.ledger().read(transaction, tenant, identities, points);
  }

  private static Set<ContactPoint> seen(Recipient recipient) {
    return recipient instanceof ContactPoint point ? Set.of(point) : Set.of();
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
