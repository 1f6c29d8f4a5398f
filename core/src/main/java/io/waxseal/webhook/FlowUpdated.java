package io.waxseal.webhook;

import java.util.Optional;

/** The state or the health of a Flow changed: field {@code flows}. The kind names what: {@code flows.<event>}. */
public final class FlowUpdated extends AbstractEvent {
  FlowUpdated(WebhookElement element) {
    super(element);
  }

  /** {@return what changed, such as {@code FLOW_STATUS_CHANGE} or {@code ENDPOINT_ERROR_RATE}} */
  public Optional<String> event() {
    return body().id("event");
  }

  /** {@return Meta's id of the Flow} */
  public Optional<String> flowId() {
    return body().id("flow_id");
  }

  /** {@return what Meta says} */
  public Optional<String> message() {
    return body().id("message");
  }

  /** {@return the state before} */
  public Optional<String> oldStatus() {
    return body().id("old_status");
  }

  /** {@return the state now, such as {@code PUBLISHED} or {@code THROTTLED}} */
  public Optional<String> newStatus() {
    return body().id("new_status");
  }

  /** {@return {@code ACTIVATED}, {@code DEACTIVATED}, or a word not known yet} */
  public Optional<String> alertState() {
    return body().id("alert_state");
  }

  /** {@return of a version that ends: what Meta says} */
  public Optional<String> warning() {
    return body().id("warning");
  }
}
