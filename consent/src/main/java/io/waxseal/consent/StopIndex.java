package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Vault;
import io.waxseal.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The keyed hash under which stops and marks of a contact point are found; an erasure leaves it. */
final class StopIndex {
  private static final String FIELD = "stop";

  private final Vault vault;

  StopIndex(Vault vault) {
    this.vault = vault;
  }

  /** One a point, however many spellings of it there are among the points. */
  List<byte[]> of(Tenant tenant, Set<ContactPoint> points) {
    return points.stream()
        .map(point -> point.field() + ":" + point.canonical())
        .distinct()
        .map(name -> vault.index(tenant, FIELD, name))
        .toList();
  }

  /** The rows of a tenant at some points, as the end of a statement; none if there are no points. */
  Rows rows(Tenant tenant, Set<ContactPoint> points) {
    List<byte[]> indexes = of(tenant, points);
    List<Object> values = new ArrayList<>();
    values.add(tenant.id());
    values.addAll(indexes);
    String condition = indexes.isEmpty() ? "1 = 0" : "point IN (" + Sql.marks(indexes.size()) + ")";
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
  void lock(Transaction transaction, Tenant tenant, Set<ContactPoint> points) throws SQLException {
    transaction.lock(of(tenant, points).toArray(byte[][]::new));
  }
}
