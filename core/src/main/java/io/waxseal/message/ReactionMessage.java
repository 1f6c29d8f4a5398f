package io.waxseal.message;

import io.waxseal.account.MessageId;
import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Recipient;
import java.util.function.UnaryOperator;

/**
 * An emoji at a message, or the removal of one, possible inside the customer service window only. Meta takes it for a
 * message that is at most 30 days old, not deleted and no reaction itself, and tells only that it was sent. Source: Meta,
 * Cloud API, reaction messages.
 */
public final class ReactionMessage extends BaseMessage<ReactionMessage> {
  private static final String NONE = "";

  private final MessageId message;
  private final String emoji;

  private ReactionMessage(Envelope envelope, MessageId message, String emoji) {
    super(envelope);
    if (envelope.inReplyTo().isPresent()) {
      throw new IllegalArgumentException(
          "a reaction answers no other message than the one it stands at");
    }
    this.message = message;
    this.emoji = emoji;
  }

  /**
   * A reaction. It replaces an earlier one of the business at the same message.
   *
   * @param to who wrote, or got, the message
   * @param message the message it stands at
   * @param emoji one emoji
   * @return the reaction, with the purpose of an answer unless another is set
   * @throws IllegalArgumentException if {@code emoji} is blank
   */
  public static ReactionMessage to(Recipient to, MessageId message, String emoji) {
    return new ReactionMessage(Envelope.reply(to), message, checked(emoji));
  }

  /**
   * The removal of a reaction.
   *
   * @param to who wrote, or got, the message
   * @param message the message it stands at
   * @return the removal, with the purpose of an answer unless another is set
   */
  public static ReactionMessage removal(Recipient to, MessageId message) {
    return new ReactionMessage(Envelope.reply(to), message, NONE);
  }

  private static String checked(String emoji) {
    return Limits.present("the emoji of a reaction", emoji);
  }

  @Override
  ReactionMessage in(Envelope envelope) {
    return new ReactionMessage(envelope, message, emoji);
  }

  @Override
  public boolean reachesGroups() {
    return false;
  }

  @Override
  public String type() {
    return "reaction";
  }

  @Override
  JsonObject part() {
    return JsonObject.builder()
        .put("message_id", message.value())
        .put("emoji", emoji)
        .build();
  }

  @Override
  public ReactionMessage mapText(UnaryOperator<String> f) {
    return emoji.equals(NONE)
        ? this
        : new ReactionMessage(envelope(), message, checked(f.apply(emoji)));
  }
}
