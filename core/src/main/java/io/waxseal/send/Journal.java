package io.waxseal.send;

import java.util.Optional;
import java.util.UUID;

/**
 * The record of intents to send and what became of them, as a host may read it. It is written before the first byte
 * leaves, holds no body, and Meta's message id only as a blind index. Thread-safe.
 */
public interface Journal {
  /** How far an intent has come. */
  enum State {
    /** Allowed and written down; nothing has left. */
    INTENDED,
    /** The fence granted; the first byte may have left. */
    SENDING,
    /** Meta took it. */
    ACCEPTED,
    /** The fence refused; nothing has left. */
    REFUSED,
    /** Meta said no, it could not be delivered, or nothing has left. */
    FAILED,
    /** Nobody knows yet. */
    UNDETERMINED
  }

  /**
   * An intent and what became of it.
   *
   * @param transmission our own id of the sending
   * @param state how far it has come
   * @param kind Meta's name of the message's kind
   * @param purpose why it was sent; empty if nobody said
   * @param deliveryStatus Meta's latest word on its delivery, such as {@code delivered}
   */
  record Entry(
      UUID transmission,
      State state,
      String kind,
      String purpose,
      Optional<String> deliveryStatus) {}

  /**
   * Looks an intent up.
   *
   * @param transmission our own id of the sending
   * @return the intent, if it was ever written down and its person not erased since
   */
  Optional<Entry> find(UUID transmission);

  /** {@return how many intents of all tenants are {@link State#UNDETERMINED}} */
  long undetermined();
}
