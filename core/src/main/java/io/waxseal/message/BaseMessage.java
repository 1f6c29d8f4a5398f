package io.waxseal.message;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;

/**
 * What every kind of message can be told. Each method gives a copy of the same kind.
 *
 * @param <M> the kind itself
 */
public abstract class BaseMessage<M extends BaseMessage<M>> extends Message {
  BaseMessage(Envelope envelope) {
    super(envelope);
  }

  /** The same message in another envelope. */
  abstract M in(Envelope envelope);

  /**
   * The message, sent from one of several numbers.
   *
   * @param number the number
   * @return a copy
   */
  public M from(PhoneNumberId number) {
    return in(envelope().withFrom(number));
  }

  /**
   * The message, sent for a purpose.
   *
   * @param purpose a declared purpose, such as {@code utility.order}; of a template, one of its category
   * @return a copy
   * @throws IllegalArgumentException if it is not words joined by dots
   */
  public M purpose(String purpose) {
    return in(envelope().withPurpose(purpose));
  }

  /**
   * The message, as an answer to another, which WhatsApp shows above it.
   *
   * @param message the other, at most 30 days old, else WhatsApp shows none
   * @return a copy
   * @throws IllegalArgumentException if this kind answers no message
   */
  public M inReplyTo(MessageId message) {
    return in(envelope().withInReplyTo(message));
  }

  /**
   * The message with the host's own id, which comes back with each status of it. It travels through Meta in the clear, so
   * it should say nothing of anybody.
   *
   * @param id 1 to 400 bytes of UTF-8
   * @return a copy
   * @throws IllegalArgumentException if it is blank or longer
   */
  public M correlation(String id) {
    return in(envelope().withCorrelation(id));
  }

  /**
   * The message, for whoever still has this identity key: if WhatsApp was set up anew since, Meta refuses it with error
   * 137000, of kind {@code IDENTITY_CHANGED}. For what must reach the same human on the same device. The number's identity
   * check has to be switched on at Meta.
   *
   * @param hash the hash of the key, as {@code MessageReceived.identityKeyHash()} or a status told it
   * @return a copy
   * @throws IllegalArgumentException if it has another shape
   */
  public M onlyIfIdentityIs(String hash) {
    return in(envelope().withIdentityKeyHash(hash));
  }
}
