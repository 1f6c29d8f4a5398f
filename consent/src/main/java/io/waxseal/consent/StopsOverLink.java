package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Whereabouts;
import io.waxseal.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The stops that run over a link, written out at its other end before the link is taken back. */
final class StopsOverLink {
  private StopsOverLink() {}

  /** Both directions are read before anything is written, so that no stop is carried back to where it came from. */
  static void writeOut(
      Parts parts,
      Transaction transaction,
      Tenant tenant,
      Whereabouts before,
      IndexedPoint one,
      IndexedPoint other) {
    List<Wish> fromOne = stops(parts, transaction, tenant, before, one);
    List<Wish> fromOther = stops(parts, transaction, tenant, before, other);
    fromOne.forEach(stop -> parts.carry(transaction, tenant, stop, Set.of(other)));
    fromOther.forEach(stop -> parts.carry(transaction, tenant, stop, Set.of(one)));
  }

  private static List<Wish> stops(
      Parts parts, Transaction transaction, Tenant tenant, Whereabouts before, IndexedPoint from) {
    Standing there = parts.standing(transaction, tenant, from);
    List<Wish> stops = new ArrayList<>();
    for (Wish wish : parts.ledger().wishes(transaction, tenant, before.points())) {
      if (wish.isStop() && !there.lifted(wish) && before.countsAt(wish.named(), wish.at(), from)) {
        stops.add(wish);
      }
    }
    return stops;
  }
}
