package io.waxseal.simulator;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message the simulator accepted: what Meta would now try to deliver. Immutable; {@code toString} names only the
 * type, the size and the time.
 */
public final class AcceptedMessage {
  private final String id;
  private final String numberId;
  private final OutgoingMessage message;
  private final @Nullable Account account;
  private final byte[] body;
  private final Instant acceptedAt;
  private final @Nullable Failure failure;

  /** The array must not be changed afterwards. */
  AcceptedMessage(
      String id,
      String numberId,
      OutgoingMessage message,
      @Nullable Account account,
      byte[] body,
      Instant acceptedAt,
      @Nullable Failure failure) {
    this.id = id;
    this.numberId = numberId;
    this.message = message;
    this.account = account;
    this.body = body;
    this.acceptedAt = acceptedAt;
    this.failure = failure;
  }

  /** {@return the message id the response carried, {@code wamid.…}} */
  public String id() {
    return id;
  }

  /** {@return the id of the business number that sent it} */
  public String numberId() {
    return numberId;
  }

  /** {@return the customer's number as Meta spells it (digits only), or empty when {@code to} held none} */
  public Optional<String> to() {
    return Optional.ofNullable(message.waId());
  }

  /** {@return the business-scoped user id in {@code recipient}, or empty when {@code to} was used} */
  public Optional<String> recipient() {
    return Optional.ofNullable(message.userId());
  }

  /** {@return the value of {@code type}, such as {@code text} or {@code template}} */
  public String type() {
    return message.type();
  }

  /** {@return a copy of the request body, byte for byte as received} */
  public byte[] body() {
    return body.clone();
  }

  /** {@return the value of {@code biz_opaque_callback_data}, which every status of the message echoes} */
  public Optional<String> bizOpaqueCallbackData() {
    return Optional.ofNullable(message.callbackData());
  }

  /** {@return the time of acceptance, from the simulator's clock} */
  public Instant acceptedAt() {
    return acceptedAt;
  }

  /** The failure that a status is to tell of. */
  Optional<Failure> failedLater() {
    return Optional.ofNullable(failure).filter(what -> what.kind() == Failure.Kind.STATUS);
  }

  /** Whom it is for; null for nobody. */
  @Nullable
  Account account() {
    return account;
  }

  OutgoingMessage message() {
    return message;
  }

  @Override
  public String toString() {
    return "AcceptedMessage[" + type() + ", " + body.length + " bytes, " + acceptedAt + "]";
  }
}
