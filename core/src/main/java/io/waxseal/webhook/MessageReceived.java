package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.person.ContactPoint;
import java.util.List;
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

  /**
   * The point at which the writer is answered, such as {@code TextMessage.to(message.sender(), "Thank you.")}.
   *
   * @return the user id if Meta tells one, since it never passes to another human; else the phone number
   * @throws IllegalStateException if Meta does not name the writer: {@link #from} is empty
   */
  ContactPoint sender();

  /** {@return the name the writer chose in WhatsApp; display data, changeable, never a key} */
  Optional<String> senderName();

  /** {@return the writer's username in WhatsApp; display data, it may pass to another human, never a key} */
  Optional<String> username();

  /** {@return Meta's id of the group it was written in; empty for a conversation of two} */
  Optional<String> groupId();

  /** {@return the message it answers} */
  Optional<MessageId> inReplyTo();

  /** {@return what it answers, whether it was passed on, which product it asks about; never null, its members may be empty} */
  MessageContext context();

  /** {@return the advertisement or post that led the writer here} */
  Optional<Referral> referral();

  /** {@return Meta's hash of the writer's identity key, if identity checks are on; it changes with the phone or the human} */
  Optional<String> identityKeyHash();

  /** {@return what Meta could not deliver of it, and why; mostly empty} */
  List<ReceivedError> errors();
}
