package io.waxseal.person;

import io.waxseal.account.Tenant;
import io.waxseal.person.PersonDirectory.Address;
import io.waxseal.person.PersonDirectory.Address.Certainty;
import io.waxseal.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses where a message goes. An account cannot reach a stranger, so it is addressed whenever one is live; a phone only
 * where no account is known, or nothing else will do. Source: Meta, Cloud API, business-scoped user ids.
 */
final class Addressing {
  private final JdbcPersonDirectory people;
  private final PersonRows rows;

  Addressing(JdbcPersonDirectory people, PersonRows rows) {
    this.people = people;
    this.rows = rows;
  }

  Address of(
      Transaction transaction, Tenant tenant, Recipient recipient, boolean byPhone, Instant now)
      throws SQLException {
    if (recipient instanceof ContactPoint point) {
      return ofPoint(transaction, tenant, point, byPhone, now);
    }
    if (!(recipient instanceof Person person)) {
      throw new IllegalArgumentException("a group has no address among the points of people");
    }
    List<IndexedPoint> indexed = people.indexes(transaction, person);
    Set<ContactPoint> points = people.points(person);
    if (!person.tenant().equals(tenant) || indexed.isEmpty() || points.isEmpty()) {
      return new Address(Certainty.UNKNOWN, Optional.empty(), List.of());
    }
    Whereabouts known = people.whereabouts(transaction, tenant, indexed);
    IndexedPoint any = indexed.get(indexed.size() - 1);
    Optional<IndexedPoint> human =
        any.isPhone() ? known.trustedOwner(any, now) : Optional.of(known.ties().root(any));
    Optional<ContactPoint> best = best(transaction, tenant, known, human, points, byPhone, now);
    if (!known.complete()) {
      return new Address(Certainty.TOO_MANY, Optional.of(person), first(points, best));
    }
    if (best.isEmpty()) {
      Certainty certainty = byPhone && !any.isPhone() ? Certainty.NO_PHONE : Certainty.NOBODY;
      return new Address(certainty, Optional.of(person), List.copyOf(points));
    }
    return new Address(
        certainty(tenant, known, best.get(), byPhone), Optional.of(person), first(points, best));
  }

  /** A code must not reach whoever has the phone since its identity key changed. */
  private Certainty certainty(
      Tenant tenant, Whereabouts known, ContactPoint address, boolean byPhone) {
    IndexedPoint phone = known.ties().phone(people.index(tenant, address));
    return byPhone && known.tenures().keyChangedSince(phone)
        ? Certainty.KEY_CHANGED
        : Certainty.KNOWN;
  }

  private Address ofPoint(
      Transaction transaction, Tenant tenant, ContactPoint point, boolean byPhone, Instant now)
      throws SQLException {
    IndexedPoint indexed = people.index(tenant, point);
    Whereabouts known = people.whereabouts(transaction, tenant, Set.of(indexed));
    if (!known.complete()) {
      // whoever is kept there, so that the trail names somebody whose links can be listed
      return new Address(Certainty.TOO_MANY, rows.of(transaction, tenant, indexed), List.of(point));
    }
    Optional<IndexedPoint> human = known.trustedOwner(indexed, now);
    if (human.isEmpty()) {
      return new Address(Certainty.NOBODY, Optional.empty(), List.of(point));
    }
    Optional<Person> person = people.personOf(transaction, tenant, known, human.get());
    Set<ContactPoint> points = new LinkedHashSet<>();
    if (person.isPresent()) {
      points.addAll(people.points(person.get()));
    }
    points.add(point);
    Optional<ContactPoint> best = byPhone && indexed.isPhone()
        ? Optional.of(spelled(transaction, tenant, known, point, indexed))
        : best(transaction, tenant, known, human, points, byPhone, now);
    if (byPhone && best.isEmpty()) {
      return new Address(Certainty.NO_PHONE, person, List.copyOf(points));
    }
    ContactPoint address = best.orElse(point);
    return new Address(
        certainty(tenant, known, address, byPhone), person, first(points, Optional.of(address)));
  }

  /** The live account seen last; without one, the phone seen last that provably is this human's. */
  private Optional<ContactPoint> best(
      Transaction transaction,
      Tenant tenant,
      Whereabouts known,
      Optional<IndexedPoint> human,
      Set<ContactPoint> points,
      boolean byPhone,
      Instant now)
      throws SQLException {
    if (human.isEmpty()) {
      return Optional.empty();
    }
    Optional<ContactPoint> account = Optional.empty();
    Optional<ContactPoint> phone = Optional.empty();
    Set<IndexedPoint> own = known.accounts(human.get());
    List<ContactPoint> ranked = new ArrayList<>(points);
    ranked.sort(Comparator.comparingInt(point -> point instanceof ContactPoint.Bsuid ? 1 : 0));
    for (ContactPoint point : ranked) {
      IndexedPoint indexed = people.index(tenant, point);
      if (indexed.isPhone()) {
        if (known.trustedOwner(indexed, now).equals(human)) {
          phone = Optional.of(spelled(transaction, tenant, known, point, indexed));
        }
      } else if (own.contains(indexed) && !known.ties().over(indexed)) {
        account = Optional.of(point);
      }
    }
    return byPhone || account.isEmpty() ? phone : account;
  }

  /** What Meta accepted for a number is what it is sent to next. */
  private ContactPoint spelled(
      Transaction transaction,
      Tenant tenant,
      Whereabouts known,
      ContactPoint typed,
      IndexedPoint indexed)
      throws SQLException {
    IndexedPoint phone = known.ties().phone(indexed);
    Optional<Person> keeper = rows.of(transaction, tenant, phone);
    return keeper.isPresent()
        ? rows.value(transaction, List.of(keeper.get()), phone).orElse(typed)
        : typed;
  }

  private static List<ContactPoint> first(Set<ContactPoint> points, Optional<ContactPoint> best) {
    Set<ContactPoint> ordered = new LinkedHashSet<>();
    best.ifPresent(ordered::add);
    ordered.addAll(points);
    return List.copyOf(ordered);
  }
}
