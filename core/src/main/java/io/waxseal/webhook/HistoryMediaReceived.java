package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.person.ContactPoint;
import java.util.Optional;
import java.util.Set;

/** A file of a message of the past: field {@code history}. It is no new message. */
public final class HistoryMediaReceived extends AbstractEvent {
  HistoryMediaReceived(WebhookElement element) {
    super(element);
  }

  /** {@return all points at which the customer is named} */
  public Set<ContactPoint> customer() {
    return element().points();
  }

  /** {@return the business number of the conversation} */
  public Optional<PhoneNumberId> number() {
    return element().phoneNumberId();
  }

  /** {@return Meta's id of the message} */
  public Optional<MessageId> id() {
    return WireIds.message(body().id("id"));
  }

  /** {@return the type of the message, such as {@code image}} */
  public Optional<String> type() {
    return body().id("type");
  }

  /** {@return the file, if it has one} */
  public Optional<ReceivedMedia> media() {
    return Sayings.MEDIA.stream()
        .flatMap(kind -> ReceivedMedia.in(number(), body().child(kind)).stream())
        .findFirst();
  }
}
