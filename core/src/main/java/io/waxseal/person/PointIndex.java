package io.waxseal.person;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.waxseal.account.Tenant;
import io.waxseal.internal.crypto.Digests;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The keyed hash of contact points; the one under which stops are found, so that it outlives an erasure. */
final class PointIndex {
  private static final String FIELD = "stop";
  private static final byte[] NOBODY = "nobody".getBytes(US_ASCII);

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
  static IndexedPoint nobody(IndexedPoint phone) {
    byte[] hash = Digests.sha256(NOBODY, phone.index());
    return IndexedPoint.of(IndexedPoint.Kind.NOBODY, Arrays.copyOf(hash, phone.index().length));
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
