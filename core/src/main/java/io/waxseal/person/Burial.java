package io.waxseal.person;

import io.waxseal.account.Tenant;
import io.waxseal.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Forgets what ties a human's points together. What is left is a grave: keyed hashes of the points, who lay together, and
 * when. At a phone that others were seen at too, the sighting keeps its interval and loses its account.
 */
final class Burial {
  private final PersonTables tables;
  private final Whereabouts known;
  private final Instant now;

  Burial(Transaction transaction, Tenant tenant, Whereabouts known, Instant now) {
    this.tables = new PersonTables(transaction, tenant);
    this.known = known;
    this.now = now;
  }

  void of(IndexedPoint human) throws SQLException {
    Set<IndexedPoint> group = known.reachOfErasure(human, now);
    Set<IndexedPoint> beside = known.besideErasure(group, now);
    Set<IndexedPoint> left = new LinkedHashSet<>();
    for (Sighting sighting : known.tenures().alone(group)) {
      if (!group.contains(sighting.phone())) {
        left.add(sighting.phone());
      }
    }
    tables.forgetPhones(left);
    UUID grave = UUID.randomUUID();
    for (IndexedPoint point : group) {
      tables.bury(grave, point, true, now.toEpochMilli());
    }
    for (IndexedPoint point : beside) {
      tables.bury(grave, point, false, now.toEpochMilli());
    }
    tables.forgetPhones(group.stream().filter(IndexedPoint::isPhone).toList());
    for (IndexedPoint point : group) {
      if (!point.isPhone()) {
        tables.blank(point);
      }
    }
    tables.forgetTies(group);
  }

  /** All points that stand for a person, of which one is enough to know the human. */
  static IndexedPoint anyOf(List<IndexedPoint> points) {
    return points.stream()
        .filter(point -> !point.isPhone())
        .findFirst()
        .orElseGet(() -> points.get(points.size() - 1));
  }
}
