package io.waxseal.person;

import io.waxseal.account.Tenant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The keyed hash of contact points; the one under which stops are found, so that it outlives an erasure. */
final class PointIndex {
  private static final String FIELD = "stop";
  private static final String NOBODY = "nobody:";

  private final Vault vault;

  PointIndex(Vault vault) {
    this.vault = vault;
  }

  IndexedPoint of(Tenant tenant, ContactPoint point) {
    byte[] hash = vault.index(tenant, FIELD, point.field() + ":" + point.canonical());
    return IndexedPoint.of(kind(point), hash);
  }

  Set<IndexedPoint> of(Tenant tenant, Collection<? extends ContactPoint> points) {
    Set<IndexedPoint> all = new LinkedHashSet<>();
    points.forEach(point -> all.add(of(tenant, point)));
    return all;
  }

  /** The place of a phone for what came from it when nobody could know who had it. */
  IndexedPoint nobody(Tenant tenant, ContactPoint phone) {
    return IndexedPoint.of(
        IndexedPoint.Kind.NOBODY,
        vault.index(tenant, FIELD, NOBODY + phone.field() + ":" + phone.canonical()));
  }

  private static IndexedPoint.Kind kind(ContactPoint point) {
    if (point instanceof ContactPoint.Phone) {
      return IndexedPoint.Kind.PHONE;
    }
    return point instanceof ContactPoint.Bsuid
        ? IndexedPoint.Kind.ACCOUNT
        : IndexedPoint.Kind.PARENT;
  }
}
