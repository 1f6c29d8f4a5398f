package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Whereabouts;
import io.waxseal.store.Transaction;
import java.util.Set;

/** The stops that run over a link, written out at its other end before the link is taken back. */
final class StopsOverLink {
  private StopsOverLink() {}

  static void writeOut(
      Parts parts,
      Transaction transaction,
      Tenant tenant,
      Whereabouts before,
      IndexedPoint from,
      IndexedPoint to) {
    Standing there = parts.standing(transaction, tenant, from);
    for (Wish wish : parts.ledger().wishes(transaction, tenant, before.points())) {
      if (wish.isStop() && !there.lifted(wish) && before.countsAt(wish.named(), wish.at(), from)) {
        parts.carry(transaction, tenant, wish, Set.of(to));
      }
    }
  }
}
