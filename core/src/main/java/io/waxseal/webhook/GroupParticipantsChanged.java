package io.waxseal.webhook;

import io.waxseal.person.ContactPoint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People joined, left or asked to join a group: field {@code group_participants_update}. */
public final class GroupParticipantsChanged extends AbstractEvent {
  GroupParticipantsChanged(WebhookElement element) {
    super(element);
  }

  /** {@return Meta's id of the group} */
  public Optional<String> groupId() {
    return body().id("group_id");
  }

  /** {@return what happened, such as {@code group_create}} */
  public Optional<String> type() {
    return body().id("type");
  }

  /** {@return the id of the call that asked for it} */
  public Optional<String> requestId() {
    return body().id("request_id");
  }

  /** {@return why it failed; mostly empty} */
  public List<ReceivedError> errors() {
    return ReceivedError.in(body());
  }

  /** {@return why, such as {@code invite_link}} */
  public Optional<String> reason() {
    return body().id("reason");
  }

  /** {@return {@code business}, {@code participant}, or a word not known yet} */
  public Optional<String> initiatedBy() {
    return body().id("initiated_by");
  }

  /** {@return the id of a request to join} */
  public Optional<String> joinRequestId() {
    return body().id("join_request_id");
  }

  /** {@return all points at which those are named who joined} */
  public Set<ContactPoint> added() {
    return named("added_participants");
  }

  /** {@return all points at which those are named who left} */
  public Set<ContactPoint> removed() {
    return named("removed_participants");
  }

  /** {@return all points at which those are named for whom it failed} */
  public Set<ContactPoint> failed() {
    return named("failed_participants");
  }

  private Set<ContactPoint> named(String list) {
    Set<ContactPoint> points = new LinkedHashSet<>();
    body().children(list).forEach(one -> points.addAll(Points.INPUT.in(one)));
    return Set.copyOf(points);
  }
}
