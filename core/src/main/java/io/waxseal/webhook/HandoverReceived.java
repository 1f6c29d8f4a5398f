package io.waxseal.webhook;

import io.waxseal.account.PhoneNumberId;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonObject;
import io.waxseal.person.ContactPoint;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation passed from one answerer to another, such as from an agent of Meta's to the business: field
 * {@code messaging_handovers}. Meta sends it only where the agent is told to hand over.
 */
public final class HandoverReceived extends AbstractEvent {
  private static final String CONTROL_PASSED = "control_passed";

  HandoverReceived(WebhookElement element) {
    super(element);
  }

  /** {@return all points at which Meta names the customer; often one only} */
  public Set<ContactPoint> customer() {
    return element().points();
  }

  /** {@return the business number of the conversation} */
  public Optional<PhoneNumberId> number() {
    return element().phoneNumberId();
  }

  /** {@return the role of who answers from now on, such as {@code escalation}} */
  public Optional<String> newOwner() {
    return passed().flatMap(passed -> passed.id("new_owner_role"));
  }

  /** {@return the role of who answered until now, such as {@code ai_agent}} */
  public Optional<String> previousOwner() {
    return passed().flatMap(passed -> passed.id("previous_owner_role"));
  }

  /** {@return what the new owner needs to know, as the previous one tells it, after the filters; such as {@code summary}} */
  public Optional<JsonObject> conversationContext() {
    return passed().flatMap(passed -> passed.child("conversation_context")).map(JsonCursor::object);
  }

  private Optional<JsonCursor> passed() {
    return body().child(CONTROL_PASSED);
  }
}
