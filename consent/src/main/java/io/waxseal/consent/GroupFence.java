package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.message.Purpose;
import io.waxseal.person.Group;
import io.waxseal.person.IndexedPoint;
import io.waxseal.send.Fence;
import io.waxseal.send.Reason;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.store.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whether anybody who is known in a group has stopped what is to be sent there; asked by the rule, and at the wire again,
 * where a stop of any of them waits for the message or is seen.
 */
final class GroupFence implements Fence {
  private final Parts parts;
  private final Tenant tenant;
  private final Group group;
  private final Purpose purpose;

  GroupFence(Parts parts, Tenant tenant, Group group, Purpose purpose) {
    this.parts = parts;
    this.tenant = tenant;
    this.group = group;
    this.purpose = purpose;
  }

  /** The refusal, if there is one now. */
  Optional<Refused> refusal() {
    return parts.wiring().database().inTransaction(tx -> read(tx).refusal());
  }

  private Members read(Transaction transaction) {
    Set<IndexedPoint> locked = new LinkedHashSet<>();
    Optional<Refused> refusal = Optional.empty();
    for (Standing standing : standings(transaction)) {
      locked.addAll(standing.locked());
      boolean stopped = standing.stops().stream().anyMatch(stop -> stop.forbids(purpose));
      if (stopped) {
        refusal = Optional.of(Refusals.of(ConsentReasons.PARTICIPANT_STOPPED));
      } else if (refusal.isEmpty() && !standing.known().complete()) {
        refusal = Optional.of(Refusals.of(Reason.RECIPIENT_UNCLEAR));
      }
    }
    return new Members(locked, refusal);
  }

  /** What holds at each member's point, and at the phones to which the member may have moved since. */
  private List<Standing> standings(Transaction transaction) {
    List<Standing> all = new ArrayList<>();
    for (GroupMembers.Member member :
        new GroupMembers(parts.wiring()).of(transaction, tenant, group)) {
      Standing there = parts.standing(transaction, tenant, member.point());
      all.add(there);
      for (IndexedPoint next : there.known().reachableSince(member.point(), member.seenAt())) {
        if (!next.equals(member.point())) {
          all.add(parts.standing(transaction, tenant, next));
        }
      }
    }
    return all;
  }

  @Override
  public Optional<Refused> ask(Transaction transaction, UUID transmission) {
    Set<IndexedPoint> locked = read(transaction).locked();
    parts.inFlight().lock(locked);
    Members now = read(transaction);
    if (now.refusal().isPresent()) {
      return now.refusal();
    }
    if (!locked.containsAll(now.locked())) {
      return Optional.of(Refusals.of(ConsentReasons.CHANGED_DURING_SEND));
    }
    parts.inFlight().mark(tenant, locked, purpose.name(), transmission);
    return Optional.empty();
  }

  @Override
  public void settled(Transaction transaction, UUID transmission, SendResult result) {
    parts.inFlight().settled(transmission);
  }

  private record Members(Set<IndexedPoint> locked, Optional<Refused> refusal) {}
}
