package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.IndexedPoint;
import io.waxseal.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Rows found by the keyed hash of contact points, under which wishes and marks are kept and locked. */
final class StopIndex {
  private StopIndex() {}

  /** The rows of a tenant at some points, as the end of a statement; none if there are no points. */
  static Rows rows(Tenant tenant, Collection<IndexedPoint> points) {
    List<Object> values = new ArrayList<>();
    values.add(tenant.id());
    points.forEach(point -> values.add(point.index()));
    String condition = points.isEmpty() ? "1 = 0" : "point IN (" + Sql.marks(points.size()) + ")";
    return new Rows("tenant = ? AND " + condition, values);
  }

  /**
   * A condition.
   *
   * @param sql the condition
   * @param bound the values for its question marks
   */
  record Rows(String sql, List<Object> bound) {
    /** The values for its question marks and for those before it. */
    Object[] values(Object... before) {
      List<Object> values = new ArrayList<>(List.of(before));
      values.addAll(bound);
      return values.toArray();
    }
  }

  /**
   * Makes stops and fences that share a point run one after another. Without it a fence could miss a stop that is not
   * committed yet, while the stop misses the fence's mark.
   */
  static void lock(Transaction transaction, Collection<IndexedPoint> points) throws SQLException {
    transaction.lock(points.stream().map(IndexedPoint::index).toArray(byte[][]::new));
  }
}
