package io.waxseal.simulator;

import java.time.Instant;
import java.util.List;
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
  private final Reading reading;
  private final Templates templates;

  /** The array must not be changed afterwards. */
  AcceptedMessage(
      String id,
      String numberId,
      OutgoingMessage message,
      @Nullable Account account,
      byte[] body,
      Instant acceptedAt,
      @Nullable Failure failure,
      Templates templates) {
    this.id = id;
    this.numberId = numberId;
    this.message = message;
    this.account = account;
    this.body = body;
    this.acceptedAt = acceptedAt;
    this.failure = failure;
    this.reading = Reading.of(message.type(), body);
    this.templates = templates;
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

  /** {@return the type, or for an interactive message its own type, such as {@code button}, {@code list} or {@code flow}} */
  public String kind() {
    return reading.kind();
  }

  /**
   * Returns the words a reader sees first.
   *
   * @return the text, the caption, the body of an interactive message, the emoji of a reaction, or the texts of a
   *     template's body one after another; empty where there are none
   */
  public Optional<String> text() {
    return reading.text();
  }

  /** {@return what the reader can tap: buttons, rows and quick replies, in their order} */
  public List<Choice> choices() {
    return reading.choices(templates);
  }

  /** {@return the choices that are reply buttons or quick replies} */
  public List<Choice> buttons() {
    return choices().stream().filter(choice -> choice.kind().endsWith("reply")).toList();
  }

  /** {@return the choices that are rows of a list} */
  public List<Choice> rows() {
    return choices().stream().filter(choice -> choice.kind().equals("row")).toList();
  }

  /**
   * Reads one value of the request.
   *
   * @param path names and positions, such as {@code location.latitude} or {@code interactive.action.buttons.0.reply.id}
   * @return the text, number or boolean as text; empty if there is none at this path
   */
  public Optional<String> at(String path) {
    return reading.at(path);
  }

  /** {@return the id of the message it answers, if any} */
  public Optional<String> inReplyTo() {
    return reading.at("context.message_id");
  }

  /** {@return the id of the group it was sent to, or empty when it was sent to a person} */
  public Optional<String> group() {
    return Optional.ofNullable(message.groupId());
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
