package io.waxseal.simulator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Builds the webhook payloads of one business number in the form of 2026, in which every customer has a user id and may hide the phone. */
final class Webhooks {
  private static final Set<String> STATUSES = Set.of("sent", "delivered", "read", "failed");
  private static final Set<String> PREFERENCES = Set.of("stop", "resume");

  private final String phoneNumberId;
  private final String displayPhoneNumber;
  private final String wabaId;
  private final Clock clock;
  private final Ids ids;
  private final Map<String, String> profileNames = new ConcurrentHashMap<>();

  Webhooks(String phoneNumberId, String displayPhoneNumber, String wabaId, Clock clock, Ids ids) {
    this.phoneNumberId = phoneNumberId;
    this.displayPhoneNumber = displayPhoneNumber;
    this.wabaId = wabaId;
    this.clock = clock;
    this.ids = ids;
  }

  Entry text(String customer, String profileName, String text) {
    Person person = person(customer);
    profileNames.put(person.userId(), profileName);
    Map<String, Object> message = new LinkedHashMap<>();
    if (person.waId() != null) {
      message.put("from", person.waId());
    }
    message.put("from_user_id", person.userId());
    message.put("id", ids.inbound(person.waId() != null ? person.waId() : person.userId()));
    message.put("timestamp", timestamp());
    message.put("type", "text");
    message.put("text", Map.of("body", text));
    Map<String, Object> value = value();
    value.put("contacts", List.of(contact(person)));
    value.put("messages", List.of(message));
    return envelope("messages", value);
  }

  Entry status(AcceptedMessage accepted, String status) {
    if (!STATUSES.contains(status)) {
      throw new IllegalArgumentException("status must be one of " + STATUSES);
    }
    if (status.equals("failed")) {
      return failed(accepted, KnownErrors.get(131026));
    }
    Person person = person(accepted.message().customer());
    Map<String, Object> entry = statusEntry(accepted, status, person.waId());
    entry.put("recipient_user_id", person.userId());
    if (!status.equals("read")) {
      entry.put("pricing", pricing(accepted.message()));
    }
    return statusEnvelope(contact(person), entry);
  }

  /** A failed status has no contacts, and names a user id only when the message was addressed by it. */
  Entry failed(AcceptedMessage accepted, GraphError cause) {
    OutgoingMessage message = accepted.message();
    Map<String, Object> entry = statusEntry(accepted, "failed", message.waId());
    if (message.userId() != null) {
      entry.put("recipient_user_id", message.userId());
    }
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", cause.code());
    error.put("title", cause.title());
    error.put("message", cause.title());
    error.put("error_data", Map.of("details", Once.orElse(cause.details(), cause.title())));
    error.put(
        "href",
        "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes");
    entry.put("errors", List.of(error));
    return statusEnvelope(null, entry);
  }

  Entry preference(String customer, String value) {
    if (!PREFERENCES.contains(value)) {
      throw new IllegalArgumentException("preference must be one of " + PREFERENCES);
    }
    Person person = person(customer);
    Map<String, Object> preference = new LinkedHashMap<>();
    if (person.waId() != null) {
      preference.put("wa_id", person.waId());
    }
    preference.put("user_id", person.userId());
    preference.put("detail", "User requested to " + value + " marketing messages");
    preference.put("category", "marketing_messages");
    preference.put("value", value);
    preference.put("timestamp", clock.instant().getEpochSecond());
    Map<String, Object> payload = value();
    payload.put("contacts", List.of(contact(person)));
    payload.put("user_preferences", List.of(preference));
    return envelope("user_preferences", payload);
  }

  private Map<String, Object> statusEntry(
      AcceptedMessage accepted, String status, @Nullable String waId) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", accepted.id());
    entry.put("status", status);
    entry.put("timestamp", timestamp());
    if (waId != null) {
      entry.put("recipient_id", waId);
    }
    String callbackData = accepted.message().callbackData();
    if (callbackData != null) {
      entry.put("biz_opaque_callback_data", callbackData);
    }
    return entry;
  }

  private Entry statusEnvelope(@Nullable Map<String, Object> contact, Map<String, Object> entry) {
    Map<String, Object> value = value();
    if (contact != null) {
      value.put("contacts", List.of(contact));
    }
    value.put("statuses", List.of(entry));
    return envelope("messages", value);
  }

  /** The category of a template is not known here; marketing is what Meta falls back to. */
  private static Map<String, Object> pricing(OutgoingMessage message) {
    Map<String, Object> pricing = new LinkedHashMap<>();
    pricing.put("billable", message.template());
    pricing.put("pricing_model", "PMP");
    pricing.put("type", message.template() ? "regular" : "free_customer_service");
    pricing.put("category", message.template() ? "marketing" : "service");
    return pricing;
  }

  private Map<String, Object> contact(Person person) {
    Map<String, Object> contact = new LinkedHashMap<>();
    String name = profileNames.get(person.userId());
    if (name != null) {
      contact.put("profile", Map.of("name", name));
    }
    if (person.waId() != null) {
      contact.put("wa_id", person.waId());
    }
    contact.put("user_id", person.userId());
    return contact;
  }

  private Map<String, Object> value() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("display_phone_number", displayPhoneNumber);
    metadata.put("phone_number_id", phoneNumberId);
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("messaging_product", "whatsapp");
    value.put("metadata", metadata);
    return value;
  }

  private Entry envelope(String field, Map<String, Object> value) {
    return new Entry(wabaId, List.of(new Entry.Change(field, value)));
  }

  private String timestamp() {
    return Long.toString(clock.instant().getEpochSecond());
  }

  private Person person(String customer) {
    if (MessageRules.isUserId(customer)) {
      return new Person(null, customer);
    }
    String waId = MessageRules.digits(customer);
    if (waId.isEmpty()) {
      throw new IllegalArgumentException(
          "a customer is a phone number or a business-scoped user id such as US.123");
    }
    return new Person(waId, Ids.userId(waId, wabaId));
  }

  private record Person(@Nullable String waId, String userId) {}
}
