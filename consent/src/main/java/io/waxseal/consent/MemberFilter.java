package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Group;
import io.waxseal.person.IndexedPoint;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.GroupLifecycleChanged;
import io.waxseal.webhook.GroupParticipantsChanged;
import io.waxseal.webhook.InboundFilter;
import io.waxseal.webhook.MessageReceived;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.StatusReceived;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Learns who is in which group before the webhook that tells it is answered: from who joins and leaves, who writes there,
 * and whom a message to the group reached. Changes no event.
 */
final class MemberFilter implements InboundFilter {
  private static final String GROUP_ENDED = "group_delete";

  private final Parts parts;

  MemberFilter(Parts parts) {
    this.parts = parts;
  }

  @Override
  public Received filter(Received event, Transaction transaction) {
    Optional<Group> group = group(event);
    if (group.isPresent()) {
      learn(event, group.get(), transaction);
    }
    return event;
  }

  /** An id of a shape that cannot be sent to needs no members. */
  private static Optional<Group> group(Received event) {
    Optional<String> id = Optional.empty();
    if (event.event() instanceof GroupParticipantsChanged change) {
      id = change.groupId();
    } else if (event.event() instanceof GroupLifecycleChanged change) {
      id = change.groupId();
    } else if (event.event() instanceof MessageReceived message) {
      id = message.groupId();
    } else if (event.event() instanceof StatusReceived status) {
      id = status.groupId();
    }
    try {
      return id.map(Group::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void learn(Received event, Group group, Transaction transaction) {
    GroupMembers members = new GroupMembers(parts.wiring());
    Tenant tenant = event.tenant();
    if (event.event() instanceof GroupLifecycleChanged change) {
      if (change.type().equals(Optional.of(GROUP_ENDED)) && change.errors().isEmpty()) {
        members.ended(transaction, tenant, group);
      }
    } else if (event.event() instanceof GroupParticipantsChanged change) {
      members.seen(transaction, tenant, group, indexed(tenant, change.added()), at(event));
      members.left(transaction, tenant, group, indexed(tenant, change.removed()), at(event));
    } else {
      members.seen(transaction, tenant, group, parts.named(event), at(event));
    }
  }

  private Set<IndexedPoint> indexed(Tenant tenant, Set<ContactPoint> points) {
    Set<IndexedPoint> indexed = new LinkedHashSet<>();
    points.forEach(point -> indexed.add(parts.wiring().people().index(tenant, point)));
    return indexed;
  }

  /** A time in the future would win over all that comes until then. */
  private Instant at(Received event) {
    Instant now = parts.wiring().clock().instant();
    return event.occurredAt().isAfter(now) ? now : event.occurredAt();
  }
}
