package io.waxseal.consent;

import io.waxseal.account.Tenant;
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

  List<byte[]> of(Tenant tenant, Set<ContactPoint> points) {
    List<byte[]> indexes = new ArrayList<>();
    for (ContactPoint point : points) {
      indexes.add(vault.index(tenant, FIELD, point.field() + ":" + point.canonical()));
    }
    return indexes;
  }

  /**
   * Makes stops and fences that share a point run one after another. Without it a fence could miss a stop that is not
   * committed yet, while the stop misses the fence's mark.
   */
  void lock(Transaction transaction, Tenant tenant, Set<ContactPoint> points) throws SQLException {
    transaction.lock(of(tenant, points).toArray(byte[][]::new));
  }

  /** The tenant and the points as values of a statement. */
  Object[] values(Tenant tenant, Set<ContactPoint> points) {
    List<Object> values = new ArrayList<>();
    values.add(tenant.id());
    values.addAll(of(tenant, points));
    return values.toArray();
  }
}
