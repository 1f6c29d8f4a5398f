package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Recipient;
import java.util.function.UnaryOperator;

/**
 * A free text, possible inside the customer service window only. Its purpose is {@code service.reply} unless another is
 * set. Source: Meta, Cloud API, text messages.
 */
public final class TextMessage extends BaseMessage<TextMessage> {
  private static final int LONGEST_BODY = 4_096;

  private final String body;
  private final boolean previewUrl;

  private TextMessage(Envelope envelope, String body, boolean previewUrl) {
    super(envelope);
    this.body = Limits.text("the body of a text message", body, LONGEST_BODY);
    this.previewUrl = previewUrl;
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
    return new TextMessage(Envelope.reply(to), body, false);
  }

  @Override
  TextMessage in(Envelope envelope) {
    return new TextMessage(envelope, body, previewUrl);
  }

  /**
   * The message, with a preview of the first link in it, or without one, which is the default.
   *
   * @param preview whether to show one
   * @return a copy
   */
  public TextMessage previewUrl(boolean preview) {
    return new TextMessage(envelope(), body, preview);
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
  JsonObject part() {
    return JsonObject.builder().put("preview_url", previewUrl).put("body", body).build();
  }

  @Override
  public TextMessage mapText(UnaryOperator<String> f) {
    return new TextMessage(envelope(), f.apply(body), previewUrl);
  }
}
