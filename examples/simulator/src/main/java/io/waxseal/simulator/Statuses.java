package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Webhooks of what becomes of the messages of one business number. */
final class Statuses {
  private static final Set<String> STATUSES =
      Set.of("sent", "delivered", "read", "played", "failed");

  private final Envelope envelope;
  private final Pricing pricing;

  Statuses(Envelope envelope, Pricing pricing) {
    this.envelope = envelope;
    this.pricing = pricing;
  }

  /** A message to nobody has none, a reaction is never delivered or read. */
  List<SignedWebhook> all(AcceptedMessage message) {
    if (message.account() == null && message.group().isEmpty()) {
      return List.of();
    }
    boolean reaction =
        message.type().equals("reaction") && message.failedLater().isEmpty();
    if (reaction) {
      return List.of(status(message, "sent"));
    }
    return message
        .failedLater()
        .map(failure -> List.of(failed(message, failure.error())))
        .orElseGet(() -> List.of(
            status(message, "sent"), status(message, "delivered"), status(message, "read")));
  }

  SignedWebhook status(AcceptedMessage message, String status) {
    if (!STATUSES.contains(status)) {
      throw new IllegalArgumentException("status must be one of " + STATUSES);
    }
    if (status.equals("failed")) {
      return failed(message, KnownErrors.get(131026));
    }
    Price price = pricing.of(message.id(), !status.equals("sent"));
    if (message.group().isPresent()) {
      Map<String, Object> element = element(message, status, null, null, null);
      element.put("pricing", price.toJson());
      return sign(null, element);
    }
    Seen recipient = envelope.seen(account(message));
    Map<String, Object> element =
        element(message, status, recipient.phone(), recipient.userId(), recipient.parentUserId());
    if (status.equals("sent") || status.equals("delivered")) {
      element.put("pricing", price.toJson());
    }
    Seen shown = status.equals("sent") ? recipient.withoutUsername() : recipient;
    return sign(shown.contact(), element);
  }

  /** A failed status has no contacts, and names a user id only when the message was addressed by it. */
  SignedWebhook failed(AcceptedMessage message, GraphError cause) {
    if (message.group().isEmpty()) {
      account(message);
    }
    OutgoingMessage sent = message.message();
    Map<String, Object> element = element(message, "failed", sent.waId(), sent.userId(), null);
    element.put("errors", List.of(cause.toWebhook()));
    return sign(null, element);
  }

  private static Account account(AcceptedMessage message) {
    Account account = message.account();
    if (account == null) {
      throw new IllegalArgumentException(
          "the message reaches nobody, since its 'to' held a business-scoped user id");
    }
    return account;
  }

  private Map<String, Object> element(
      AcceptedMessage message,
      String status,
      @Nullable String phone,
      @Nullable String userId,
      @Nullable String parentUserId) {
    Map<String, Object> element = new LinkedHashMap<>();
    element.put("id", message.id());
    element.put("status", status);
    element.put("timestamp", envelope.timestamp());
    String group = message.message().groupId();
    if (phone != null) {
      element.put("recipient_id", phone);
    } else if (group != null) {
      element.put("recipient_id", group);
      element.put("recipient_type", "group");
    }
    if (userId != null) {
      element.put("recipient_user_id", userId);
    }
    if (parentUserId != null) {
      element.put("recipient_parent_user_id", parentUserId);
    }
    String callbackData = message.message().callbackData();
    if (callbackData != null) {
      element.put("biz_opaque_callback_data", callbackData);
    }
    return element;
  }

  private SignedWebhook sign(@Nullable Map<String, Object> contact, Map<String, Object> element) {
    Map<String, Object> value = envelope.value();
    if (contact != null) {
      value.put("contacts", List.of(contact));
    }
    value.put("statuses", List.of(element));
    return envelope.sign("messages", value);
  }
}
