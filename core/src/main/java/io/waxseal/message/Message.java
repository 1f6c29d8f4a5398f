package io.waxseal.message;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.message.part.Attachment;
import io.waxseal.person.Recipient;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Something to send to one recipient. Immutable and thread-safe; {@link #toString} names the kind only. There is one
 * final class a kind, all in this package; what no class is made for is a {@link RawMessage}.
 */
public abstract class Message {
  private final Envelope envelope;

  Message(Envelope envelope) {
    this.envelope = envelope;
  }

  final Envelope envelope() {
    return envelope;
  }

  /**
   * Who gets it: exactly the contact point, if it is one. A person is reached at the phone number that was linked to
   * them, or at which they wrote, last; without a phone number, at their user id that was last. An earlier number may
   * belong to somebody else by now.
   *
   * @return the recipient
   */
  public final Recipient to() {
    return envelope.to();
  }

  /** {@return the business number it is sent from; empty for the only one} */
  public final Optional<PhoneNumberId> from() {
    return envelope.from();
  }

  /** {@return why it is sent, such as {@code marketing.offers}; empty if nobody said} */
  public final Optional<String> purpose() {
    return envelope.purpose();
  }

  /** {@return why it is sent although the person has stopped messages; empty if it is not} */
  public final Optional<String> despiteStop() {
    return envelope.despiteStop();
  }

  /** {@return the message that it answers, shown above it; empty if it answers none} */
  public final Optional<MessageId> inReplyTo() {
    return envelope.inReplyTo();
  }

  /** {@return the host's own id of it, which comes back with each status; empty if it has none} */
  public final Optional<String> correlation() {
    return envelope.correlation();
  }

  /** {@return the hash of the identity key that the recipient has to have still; empty if any will do} */
  public final Optional<String> identityKeyHash() {
    return envelope.identityKeyHash();
  }

  /** {@return Meta's name of the kind, such as {@code text}} */
  public abstract String type();

  /** {@return whether it is an approved template, which may be sent outside the customer service window} */
  public boolean isTemplate() {
    return false;
  }

  /** {@return the edge of the phone number that takes it, Meta's last word of the address, such as {@code messages}} */
  public String edge() {
    return "messages";
  }

  /** {@return whether a group can be sent it, which holds for texts, files, templates and pins} */
  public boolean reachesGroups() {
    return true;
  }

  /** {@return the value of the member that is named like the kind: an object, or an array of contacts} */
  abstract JsonValue part();

  /**
   * Checks that nothing is missing that the kind needs and that is added after the message is made, such as a button.
   *
   * @throws IllegalArgumentException if something is missing
   */
  public void requireWhole() {}

  /** {@return members that only some kinds have beside the one named like them} */
  JsonObject extras() {
    return JsonObject.EMPTY;
  }

  /**
   * The members of the request that this kind brings.
   *
   * @return {@code context}, {@code type}, and the one named like it
   * @throws IllegalArgumentException if something is missing that the kind needs ({@link #requireWhole})
   * @throws IllegalStateException if a file that it attaches is still to be uploaded
   */
  public final JsonObject content() {
    JsonObject.Builder content = JsonObject.builder();
    inReplyTo()
        .ifPresent(id -> content.put(
            "context", JsonObject.builder().put("message_id", id.value()).build()));
    content.put("type", type()).put(type(), part());
    extras().members().forEach(content::put);
    return content.build();
  }

  /**
   * The same message with each text a reader would see replaced, wherever this kind holds text.
   *
   * @param f gives the new text for a text
   * @return the new message
   * @throws IllegalArgumentException if a new text breaks Meta's limits
   */
  public abstract Message mapText(UnaryOperator<String> f);

  /**
   * The same message with each file it attaches replaced, wherever this kind holds one.
   *
   * @param f gives the new attachment for an attachment
   * @return the new message; this one for a kind without files
   */
  public Message mapAttachments(UnaryOperator<Attachment> f) {
    return this;
  }

  @Override
  public final String toString() {
    return "Message[" + type() + "]";
  }
}
