package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.Whereabouts;
import io.waxseal.store.Transaction;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Ledger, evidence, window and confirmations of a person. Stops stay, as keyed hashes of contact points: before the links of
 * the person go, each stop that runs over them is written out where it counts.
 */
final class ConsentData implements PersonalDataSource {
  private final Parts parts;

  ConsentData(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "consent";
  }

  @Override
  public Removed erase(Person person) {
    return parts.wiring().database().inTransaction(tx -> {
      long before = verifyGone(person);
      List<IndexedPoint> points = parts.wiring().people().indexes(tx, person);
      points.stream()
          .filter(point -> point.kind() != IndexedPoint.Kind.NOBODY)
          .reduce((earlier, later) -> later)
          .ifPresent(point -> eraseAt(tx, person.tenant(), point));
      parts.ledger().forget(tx, person);
      parts.window().forget(person);
      parts.confirmations().forget(person);
      new CodeRequests(parts.wiring()).forget(person);
      new IdentityKeys(parts.wiring()).forget(person);
      return new Removed(before);
    });
  }

  private void eraseAt(Transaction transaction, Tenant tenant, IndexedPoint point) {
    Instant now = parts.wiring().clock().instant();
    Standing standing = parts.standing(transaction, tenant, point);
    Whereabouts known = standing.known();
    Optional<IndexedPoint> human =
        point.isPhone() ? known.owner(point, now) : Optional.of(known.human(point));
    if (human.isEmpty() || human.get().isPhone() != point.isPhone()) {
      return;
    }
    Set<IndexedPoint> group = known.reachOfErasure(human.get(), now);
    Set<IndexedPoint> locked = new LinkedHashSet<>(group);
    locked.addAll(standing.locked());
    parts.inFlight().lock(locked);
    List<Wish> wishes = parts.ledger().wishes(transaction, tenant, known.points());
    Standing hers = new Standing(known, human.get(), wishes, now);
    Set<UUID> gone = new LinkedHashSet<>();
    for (Wish wish : wishes) {
      boolean own = known.own(wish.named(), wish.at(), human.get());
      if (wish.isStop()) {
        writeOut(transaction, tenant, hers, wish, own, group, human.get());
      }
      if (own) {
        gone.add(wish.id());
      }
    }
    parts.ledger().drop(transaction, tenant, gone);
    for (ServiceWindow.Inbound inbound : parts.window().all(transaction, tenant, known.points())) {
      if (known.own(Set.of(inbound.point()), inbound.at(), human.get())) {
        parts.window().forget(transaction, tenant, inbound);
      }
    }
    transaction.afterCommit(() -> parts.inFlight().forget(tenant, locked));
  }

  private void writeOut(
      Transaction transaction,
      Tenant tenant,
      Standing hers,
      Wish stop,
      boolean own,
      Set<IndexedPoint> group,
      IndexedPoint human) {
    boolean lifted = hers.lifted(stop);
    Set<IndexedPoint> reached = new LinkedHashSet<>();
    if (!lifted && hers.reaches(stop)) {
      reached.addAll(group);
    }
    if (own) {
      Set<IndexedPoint> beyond = hers.known().carriers(stop.named(), stop.at());
      if (lifted) {
        beyond.removeAll(hers.known().accounts(human));
      }
      reached.addAll(beyond);
    }
    if (!reached.isEmpty()) {
      parts.carry(transaction, tenant, stop, reached);
    }
  }

  @Override
  public long verifyGone(Person person) {
    return parts.wiring().database().inTransaction(tx -> {
      long left = parts.ledger().held(tx, person);
      for (String table : new String[] {
        "wx_consent_inbound", "wx_consent_confirmation", CodeRequests.TABLE, IdentityKeys.TABLE
      }) {
        left += Sql.count(
            tx,
            "SELECT COUNT(*) FROM " + table + " WHERE tenant = ? AND person = ?",
            person.tenant().id(),
            person.id());
      }
      return left;
    });
  }
}
