package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.json.JsonObject;
import java.util.Optional;

/** A customer tapped a button: a reply button of an interactive message, or a quick reply of a template. */
public final class ButtonReplied extends AbstractMessage {
  private final String replyId;
  private final Optional<String> title;
  private final boolean template;

  private ButtonReplied(
      WebhookElement element,
      MessageId id,
      String replyId,
      Optional<String> title,
      boolean template) {
    super(element, id);
    this.replyId = replyId;
    this.title = title;
    this.template = template;
  }

  static WebhookEvent ofReply(WebhookElement element, MessageId id) {
    return read(
        element, id, "interactive.button_reply.id", "interactive.button_reply.title", false);
  }

  static WebhookEvent ofTemplate(WebhookElement element, MessageId id) {
    return read(element, id, "button.payload", "button.text", true);
  }

  private static WebhookEvent read(
      WebhookElement element, MessageId id, String payload, String words, boolean template) {
    JsonObject body = element.body().object();
    Optional<String> title = body.text(words).filter(text -> !text.isEmpty());
    return body.text(payload)
        .filter(text -> !text.isEmpty())
        .or(() -> title)
        .<WebhookEvent>map(reply -> new ButtonReplied(element, id, reply, title, template))
        .orElseGet(() -> Unreadable.of(element, payload));
  }

  /**
   * What the business gave the button when it sent it.
   *
   * @return the id of the reply button or the payload of the quick reply; its visible words if Meta tells neither
   */
  public String replyId() {
    return replyId;
  }

  /** {@return the visible words of the button, after the filters} */
  public Optional<String> title() {
    return title;
  }

  /** {@return whether it is a quick reply of a template} */
  public boolean ofTemplate() {
    return template;
  }
}
