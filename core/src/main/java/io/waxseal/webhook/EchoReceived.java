package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.person.ContactPoint;
import java.util.Optional;
import java.util.Set;

/**
 * The business wrote, but not through Waxseal: somebody typed it in the phone app, or an agent of Meta's answered. No gate
 * was asked before, so the audit trail has {@code send.bypassed} for what was typed; the consent module looks afterwards
 * whether the customer had stopped everything, and adds {@code consent.bypassed} if so.
 */
public final class EchoReceived extends AbstractEvent {
  /** The mark of a message that no gate was asked about: {@code BYPASSED_GATE}. */
  public static final String BYPASSED_GATE = "BYPASSED_GATE";

  EchoReceived(WebhookElement element) {
    super(element);
  }

  /** {@return Meta's id of the message} */
  public Optional<MessageId> id() {
    return WireIds.message(body().id("id"));
  }

  /** {@return the business number that wrote} */
  public Optional<PhoneNumberId> number() {
    return element().phoneNumberId();
  }

  /** {@return all points at which the customer is named; what somebody typed, so it proves nothing} */
  public Set<ContactPoint> recipient() {
    return element().points();
  }

  /** {@return the type of the message, such as {@code text}, {@code edit} or {@code revoke}} */
  public Optional<String> type() {
    return message().id("type");
  }

  /** {@return what it says, after the filters, if it is a text} */
  public Optional<String> text() {
    return message().child("text").flatMap(text -> text.id("body"));
  }

  /** {@return its picture, video, sound, document or sticker, if it has one} */
  public Optional<ReceivedMedia> media() {
    return Sayings.MEDIA.stream()
        .flatMap(kind -> ReceivedMedia.in(number(), message().child(kind)).stream())
        .findFirst();
  }

  /** {@return the earlier message that it changes or takes back} */
  public Optional<MessageId> original() {
    return WireIds.message(message()
        .child("edit")
        .or(() -> message().child("revoke"))
        .flatMap(change -> change.id("original_message_id")));
  }

  /** {@return the mark, always {@code BYPASSED_GATE}} */
  public String mark() {
    return BYPASSED_GATE;
  }

  /** An echo of standby holds its message one level deeper. */
  private JsonCursor message() {
    return body().child("message").orElseGet(this::body);
  }
}
