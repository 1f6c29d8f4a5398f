package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Meta's Business Agent in one conversation of a business number. While it holds the conversation, what the person
 * sends comes under the field {@code standby}; it ends when the agent hands over or when the business sends anything
 * but a template. Thread-safe; {@code toString} names nothing.
 *
 * @see SimulatedPerson#agent
 */
public final class BusinessAgent {
  private final Identity who;
  private final Supplier<Account> account;
  private final Envelope envelope;

  BusinessAgent(Identity who, Supplier<Account> account, Envelope envelope) {
    this.who = who;
    this.account = account;
    this.envelope = envelope;
  }

  /**
   * Lets the agent hold the conversation. Meta sends no webhook of it.
   *
   * @return this agent
   */
  public BusinessAgent takes() {
    who.heldByAgent(envelope.phoneNumberId(), true);
    return this;
  }

  /** {@return whether the agent holds the conversation} */
  public boolean holds() {
    return who.heldByAgent(envelope.phoneNumberId());
  }

  /**
   * Makes the webhook of a message that the agent wrote, an echo under {@code standby}.
   *
   * @param text the text, as it is
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook writes(String text) {
    Seen person = seen();
    Map<String, Object> message = new LinkedHashMap<>();
    if (person.phone() != null) {
      message.put("to", person.phone());
    }
    message.put("recipient", person.userId());
    message.put("recipient_type", "individual");
    Content.text(text).putInto(message, envelope.displayPhoneNumber());
    Map<String, Object> echo = new LinkedHashMap<>();
    echo.put("id", envelope.ids().outgoing(person.anyId()));
    echo.put("timestamp", envelope.timestamp());
    echo.put("message", message);
    return sign("message_echoes", echo);
  }

  /**
   * Makes the webhook of a status of a message that the agent wrote.
   *
   * @param messageId the id of the message
   * @param status such as {@code delivered}
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook status(String messageId, String status) {
    Map<String, Object> element = new LinkedHashMap<>();
    element.put("id", messageId);
    element.put("status", status);
    element.put("timestamp", envelope.timestamp());
    seen().putIds(element, "recipient_id", "recipient_user_id", "recipient_parent_user_id");
    return sign("statuses", element);
  }

  /**
   * Ends the agent's hold and makes the webhook of the handover to the business.
   *
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook handsOver() {
    who.heldByAgent(envelope.phoneNumberId(), false);
    Map<String, Object> sender = new LinkedHashMap<>();
    seen().putIds(sender, "wa_id", "user_id", "parent_user_id");
    Map<String, Object> passed = new LinkedHashMap<>();
    passed.put("previous_owner_app_id", "1207417217532571");
    passed.put("previous_owner_app_role", "meta_business_agent");
    passed.put("previous_owner_role", "ai_agent");
    passed.put("new_owner_role", "escalation");
    Map<String, Object> value = envelope.value();
    value.put("recipient", value.remove("metadata"));
    value.put("sender", sender);
    value.put("timestamp", envelope.timestamp());
    value.put("type", "control_passed");
    value.put("control_passed", passed);
    return envelope.sign("messaging_handovers", value);
  }

  private Seen seen() {
    return envelope.seen(account.get());
  }

  private SignedWebhook sign(String member, Map<String, Object> element) {
    Map<String, Object> value = envelope.value();
    value.put("standby", Map.of(member, List.of(element)));
    return envelope.sign("standby", value);
  }

  @Override
  public String toString() {
    return "BusinessAgent";
  }
}
