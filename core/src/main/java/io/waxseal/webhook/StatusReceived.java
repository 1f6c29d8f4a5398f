package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.internal.wire.CallbackData;
import io.waxseal.person.ContactPoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A message of the business got a new status. Statuses come more than once and in any order. */
public final class StatusReceived extends AbstractEvent {
  /** Codes that Meta also gives for a number that it knows by another spelling. */
  private static final Set<Integer> SPELLING = Set.of(131026, 131030);

  private final MessageId id;
  private final MessageStatus status;

  StatusReceived(WebhookElement element, MessageId id, MessageStatus status) {
    super(element);
    this.id = id;
    this.status = status;
  }

  static Optional<WebhookEvent> read(WebhookElement element) {
    Optional<MessageId> id = WireIds.message(element.body().id("id"));
    Optional<String> status = element.body().id("status");
    return id.flatMap(
        of -> status.map(word -> new StatusReceived(element, of, new MessageStatus(word))));
  }

  /** {@return Meta's id of the message} */
  public MessageId id() {
    return id;
  }

  /** {@return its new status} */
  public MessageStatus status() {
    return status;
  }

  /** {@return all points at which Meta names the recipient; empty for a group} */
  public Set<ContactPoint> recipient() {
    return element().points();
  }

  /** {@return Meta's error codes of a failed message} */
  public List<Integer> errorCodes() {
    return element().body().children("errors").stream()
        .flatMap(error -> error.integer("code").stream())
        .filter(code -> code >= 0 && code <= Integer.MAX_VALUE)
        .map(Long::intValue)
        .toList();
  }

  /**
   * Other spellings of the recipient's number, worth a try after errors 131026 and 131030: Meta may know a number of Argentina,
   * Brazil or Mexico by one.
   *
   * @return the spellings; empty after other errors, and where the number has one spelling
   */
  public List<ContactPoint.Phone> otherSpellings() {
    if (errorCodes().stream().noneMatch(SPELLING::contains)) {
      return List.of();
    }
    return recipient().stream()
        .filter(ContactPoint.Phone.class::isInstance)
        .map(ContactPoint.Phone.class::cast)
        .flatMap(phone -> phone.spellings().stream().skip(1))
        .toList();
  }

  /** {@return whether it is the status of a payment, not of the message that asked for it} */
  public boolean ofPayment() {
    return element().body().text("type").equals(Optional.of("payment"));
  }

  /** {@return what the sender wanted to see again, {@code biz_opaque_callback_data}} */
  public Optional<String> callbackData() {
    return element().body().id("biz_opaque_callback_data");
  }

  /** {@return the host's own id of the message, as {@code correlation(…)} gave it} */
  public Optional<String> correlation() {
    return callbackData().flatMap(CallbackData::read).flatMap(CallbackData::correlation);
  }
}
