package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.guard.Wiring;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Group;
import io.waxseal.person.IndexedPoint;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Who is known to be in which group, by keyed hashes alone. Webhooks come in any order and more than once: of each point
 * the last time is kept at which it was seen in the group, and the last at which it left. What is kept outlives an erasure,
 * like a stop, until the point leaves or the group ends; without it the stop of somebody erased would count for nothing in
 * a group that this person is still in.
 */
final class GroupMembers {
  private static final String STORE = "consent-group";
  private static final String INDEX = "group";
  private static final Instant NEVER = Instant.EPOCH;

  private final Wiring wiring;

  GroupMembers(Wiring wiring) {
    this.wiring = wiring;
  }

  static void requireTables(Database database) {
    database.require(STORE, Ddl.of(database, GroupMembers.class, STORE));
  }

  /** Somebody joined, wrote, or was reached there. */
  void seen(
      Transaction transaction,
      Tenant tenant,
      Group group,
      Collection<IndexedPoint> points,
      Instant at) {
    note(transaction, tenant, group, points, at, NEVER);
  }

  void left(
      Transaction transaction,
      Tenant tenant,
      Group group,
      Collection<IndexedPoint> points,
      Instant at) {
    note(transaction, tenant, group, points, NEVER, at);
  }

  private void note(
      Transaction transaction,
      Tenant tenant,
      Group group,
      Collection<IndexedPoint> points,
      Instant seen,
      Instant left) {
    byte[] index = index(tenant, group);
    wiring.database().useTransaction(transaction, tx -> {
      for (IndexedPoint point : points) {
        Sql.update(
            tx,
            "INSERT INTO wx_consent_group (tenant, grp, point, kind, seen_at, left_at) VALUES (?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (tenant, grp, point) DO UPDATE SET"
                + " seen_at = CASE WHEN excluded.seen_at > wx_consent_group.seen_at"
                + " THEN excluded.seen_at ELSE wx_consent_group.seen_at END,"
                + " left_at = CASE WHEN excluded.left_at > wx_consent_group.left_at"
                + " THEN excluded.left_at ELSE wx_consent_group.left_at END",
            tenant.id(),
            index,
            point.index(),
            point.kind().name(),
            seen,
            left);
      }
    });
  }

  /** The group is no more. */
  void ended(Transaction transaction, Tenant tenant, Group group) {
    byte[] index = index(tenant, group);
    wiring.database().useTransaction(transaction, tx -> {
      Sql.update(
          tx, "DELETE FROM wx_consent_group WHERE tenant = ? AND grp = ?", tenant.id(), index);
    });
  }

  /**
   * A point that is known to be in a group.
   *
   * @param point the point
   * @param seenAt when it was last seen there
   */
  record Member(IndexedPoint point, Instant seenAt) {}

  /** All points that are known to be in a group; who joined and left in the same second still is. */
  List<Member> of(Transaction transaction, Tenant tenant, Group group) {
    return wiring
        .database()
        .inTransaction(
            transaction,
            tx -> Sql.list(
                tx,
                row -> new Member(
                    IndexedPoint.of(
                        IndexedPoint.Kind.valueOf(row.getString("kind")), row.getBytes("point")),
                    Sql.time(row, "seen_at")),
                "SELECT point, kind, seen_at FROM wx_consent_group"
                    + " WHERE tenant = ? AND grp = ? AND seen_at > ? AND seen_at >= left_at",
                tenant.id(),
                index(tenant, group),
                NEVER));
  }

  private byte[] index(Tenant tenant, Group group) {
    return wiring.vault().index(tenant, INDEX, group.id());
  }
}
