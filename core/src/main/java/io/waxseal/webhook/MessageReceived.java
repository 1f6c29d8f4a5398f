package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.person.ContactPoint;
import java.util.Optional;
import java.util.Set;

/**
 * A customer wrote. If {@link Received#standby} says so, an agent of Meta's holds the conversation and answers; an answer
 * of the business takes the conversation over.
 */
public interface MessageReceived extends WebhookEvent {
  /** {@return Meta's id of the message} */
  MessageId id();

  /** {@return the business number it was written to} */
  Optional<PhoneNumberId> to();

  /**
   * All points at which Meta names the writer.
   *
   * @return the points, the phone number first if it is visible; the new ones, if the message reports that they changed
   */
  Set<ContactPoint> from();

  /** {@return the name the writer chose in WhatsApp; display data, changeable, never a key} */
  Optional<String> senderName();

  /** {@return Meta's id of the group it was written in; empty for a conversation of two} */
  Optional<String> groupId();

  /** {@return the message it answers} */
  Optional<MessageId> inReplyTo();
}
