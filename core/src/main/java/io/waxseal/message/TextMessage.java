package io.waxseal.message;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Recipient;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A free text, possible inside the customer service window only. Its purpose is {@code service.reply} unless another is
 * set. Source: Meta, Cloud API, text messages.
 */
public final class TextMessage extends Message {
  private static final int LONGEST_BODY = 4_096;

  private final String body;
  private final boolean previewUrl;
  private final Optional<MessageId> inReplyTo;

  private TextMessage(
      Address address, String body, boolean previewUrl, Optional<MessageId> inReplyTo) {
    super(address);
    this.body = Limits.text("the body of a text message", body, LONGEST_BODY);
    this.previewUrl = previewUrl;
    this.inReplyTo = inReplyTo;
  }

  /**
   * A text.
   *
   * @param to who gets it
   * @param body what it says, 1 to 4,096 characters
   * @return the message
   * @throws IllegalArgumentException if the body is blank or too long
   */
  public static TextMessage to(Recipient to, String body) {
    return new TextMessage(Address.to(to).purpose(Purpose.REPLY), body, false, Optional.empty());
  }

  /**
   * The message, sent from one of several numbers.
   *
   * @param number the number
   * @return a copy
   */
  public TextMessage from(PhoneNumberId number) {
    return new TextMessage(address().from(number), body, previewUrl, inReplyTo);
  }

  /**
   * The message, sent for a purpose.
   *
   * @param purpose a declared purpose, such as {@code utility.order}
   * @return a copy
   * @throws IllegalArgumentException if it is not words joined by dots
   */
  public TextMessage purpose(String purpose) {
    return new TextMessage(address().purpose(purpose), body, previewUrl, inReplyTo);
  }

  /**
   * The message, with a preview of the first link in it, or without one, which is the default.
   *
   * @param preview whether to show one
   * @return a copy
   */
  public TextMessage previewUrl(boolean preview) {
    return new TextMessage(address(), body, preview, inReplyTo);
  }

  /**
   * The message, as an answer to another.
   *
   * @param message the other, at most 30 days old
   * @return a copy
   */
  public TextMessage inReplyTo(MessageId message) {
    return new TextMessage(address(), body, previewUrl, Optional.of(message));
  }

  /** {@return what it says} */
  public String body() {
    return body;
  }

  @Override
  public String type() {
    return "text";
  }

  @Override
  public JsonObject content() {
    JsonObject.Builder content = JsonObject.builder();
    inReplyTo.ifPresent(id -> content.put(
        "context", JsonObject.builder().put("message_id", id.value()).build()));
    return content
        .put("type", type())
        .put(
            type(),
            JsonObject.builder()
                .put("preview_url", previewUrl)
                .put("body", body)
                .build())
        .build();
  }

  @Override
  public TextMessage mapText(UnaryOperator<String> f) {
    return new TextMessage(address(), f.apply(body), previewUrl, inReplyTo);
  }
}
