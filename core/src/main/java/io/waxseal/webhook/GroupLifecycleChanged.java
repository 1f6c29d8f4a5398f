package io.waxseal.webhook;

import java.util.List;
import java.util.Optional;

/** A group was made or deleted: field {@code group_lifecycle_update}. */
public final class GroupLifecycleChanged extends AbstractEvent {
  GroupLifecycleChanged(WebhookElement element) {
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

  /** {@return the name of the group, after the filters} */
  public Optional<String> subject() {
    return body().id("subject");
  }

  /** {@return the link by which people join} */
  public Optional<String> inviteLink() {
    return body().id("invite_link");
  }
}
