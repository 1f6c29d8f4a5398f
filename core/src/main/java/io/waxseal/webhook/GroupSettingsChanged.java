package io.waxseal.webhook;

import java.util.List;
import java.util.Optional;

/** Name, description or picture of a group changed: field {@code group_settings_update}. */
public final class GroupSettingsChanged extends AbstractEvent {
  GroupSettingsChanged(WebhookElement element) {
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
}
