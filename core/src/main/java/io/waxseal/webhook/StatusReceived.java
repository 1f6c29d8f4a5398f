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

  private StatusReceived(WebhookElement element, MessageId id) {
    super(element);
    this.id = id;
    status = new MessageStatus(element.body().id("status").orElseThrow());
  }

  static WebhookEvent read(WebhookElement element) {
    return WireIds.message(element.body().id("id"))
        .<WebhookEvent>map(id -> new StatusReceived(element, id))
        .orElseGet(() -> Unreadable.of(element, "id"));
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
    return errors().stream().flatMap(error -> error.code().stream()).toList();
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
    return body().text("type").equals(Optional.of("payment"));
  }

  /** {@return what the sender wanted to see again, {@code biz_opaque_callback_data}} */
  public Optional<String> callbackData() {
    return body().id("biz_opaque_callback_data");
  }

  /** {@return the host's own id of the message, as {@code correlation(…)} gave it} */
  public Optional<String> correlation() {
    return callbackData().flatMap(CallbackData::read).flatMap(CallbackData::correlation);
  }

  /** {@return why it failed} */
  public List<ReceivedError> errors() {
    return ReceivedError.in(body());
  }

  /** {@return what Meta charges for the message, told with some of its statuses} */
  public Optional<StatusPricing> pricing() {
    return body()
        .child("pricing")
        .or(() -> body().child("conversation").flatMap(talk -> talk.child("pricing")))
        .map(StatusPricing::read);
  }

  /** {@return the conversation that Meta counts it to; mostly empty since version 24 of the Graph API} */
  public Optional<StatusConversation> conversation() {
    return body().child("conversation").map(StatusConversation::read);
  }

  /** {@return whether the message went to a group; {@link #recipient} is the participant whose status this is, if one is} */
  public boolean ofGroup() {
    return body().text("recipient_type").equals(Optional.of("group"));
  }

  /** {@return Meta's id of the group the message went to} */
  public Optional<String> groupId() {
    return ofGroup() ? body().id("recipient_id") : Optional.empty();
  }

  /** {@return Meta's hash of the recipient's identity key, if identity checks are on} */
  public Optional<String> identityKeyHash() {
    return body().id("recipient_identity_key_hash");
  }

  /** {@return the id that the business gave the payment, of a status of a payment} */
  public Optional<String> paymentReference() {
    return body().child("payment").flatMap(payment -> payment.id("reference_id"));
  }
}
