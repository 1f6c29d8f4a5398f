package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Webhooks of what customers send to one business number. */
final class Inbound {
  private static final Set<String> PREFERENCES = Set.of("stop", "resume");

  private final Envelope envelope;

  Inbound(Envelope envelope) {
    this.envelope = envelope;
  }

  /** The customer's user id stands for a customer whose number is hidden. */
  Seen seen(String customer) {
    Seen seen = envelope.heardFrom(envelope.people().find(customer));
    return MessageRules.isUserId(customer) ? seen.withoutPhone() : seen;
  }

  /** What a conversation held by Meta's agent receives comes beside it, under another field. */
  SignedWebhook message(Seen sender, Content content, boolean standby) {
    Map<String, Object> message = new LinkedHashMap<>();
    sender.putIds(message, "from", "from_user_id", "from_parent_user_id");
    message.put("id", envelope.ids().inbound(sender.anyId()));
    message.put("timestamp", envelope.timestamp());
    content.putInto(message, envelope.displayPhoneNumber());
    Map<String, Object> value = envelope.value();
    Map<String, Object> holder = standby ? new LinkedHashMap<>() : value;
    holder.put("contacts", List.of(sender.contact()));
    holder.put("messages", List.of(message));
    if (standby) {
      value.put("standby", holder);
    }
    return envelope.sign(standby ? "standby" : "messages", value);
  }

  SignedWebhook preference(Seen customer, String preference) {
    if (!PREFERENCES.contains(preference)) {
      throw new IllegalArgumentException("preference must be one of " + PREFERENCES);
    }
    Map<String, Object> element = new LinkedHashMap<>();
    customer.putIds(element, "wa_id", "user_id", "parent_user_id");
    element.put("detail", "User requested to " + preference + " marketing messages");
    element.put("category", "marketing_messages");
    element.put("value", preference);
    element.put("timestamp", envelope.seconds());
    Map<String, Object> value = envelope.value();
    value.put("contacts", List.of(customer.contact()));
    value.put("user_preferences", List.of(element));
    return envelope.sign("user_preferences", value);
  }

  /** System messages have no contacts. */
  SignedWebhook system(Map<String, Object> from, Map<String, Object> system, String anyId) {
    Map<String, Object> message = new LinkedHashMap<>(from);
    message.put("id", envelope.ids().inbound(anyId));
    message.put("timestamp", envelope.timestamp());
    message.put("type", "system");
    message.put("system", system);
    Map<String, Object> value = envelope.value();
    value.put("messages", List.of(message));
    return envelope.sign("messages", value);
  }
}
