package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer can send: something typed, tapped, pictured, corrected or taken back. Immutable; {@code toString}
 * names only the type.
 *
 * @see SimulatedPerson#sends
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/messages">Cloud API,
 *     messages webhooks</a>
 */
public final class Content {
  private static final String SHA256 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  private final String type;
  private final Object body;
  private final @Nullable String answered;

  private Content(String type, Object body, @Nullable String answered) {
    this.type = type;
    this.body = body;
    this.answered = answered;
  }

  private static Content of(String type, Object body) {
    return new Content(type, body, null);
  }

  /**
   * A typed message.
   *
   * @param body the text, as it is
   * @return the content
   */
  public static Content text(String body) {
    return of("text", Map.of("body", body));
  }

  /**
   * A picture with words under it.
   *
   * @param caption the words
   * @return the content
   */
  public static Content image(String caption) {
    Map<String, Object> image = media("image/jpeg");
    image.put("caption", caption);
    return of("image", image);
  }

  /**
   * A document with words under it.
   *
   * @param filename the name of the file
   * @param caption the words
   * @return the content
   */
  public static Content document(String filename, String caption) {
    Map<String, Object> document = media("application/pdf");
    document.put("filename", filename);
    document.put("caption", caption);
    return of("document", document);
  }

  private static Map<String, Object> media(String mimeType) {
    Map<String, Object> media = new LinkedHashMap<>();
    media.put("mime_type", mimeType);
    media.put("sha256", SHA256);
    media.put("id", "1003383421387256");
    return media;
  }

  /**
   * A tap on the quick reply button of a template.
   *
   * @param payload the payload the business gave the button; WhatsApp sends the text if it gave none
   * @param text the words on the button
   * @return the content
   */
  public static Content button(String payload, String text) {
    return of("button", ordered("payload", payload, "text", text));
  }

  /** {@return a tap on the opt-out button that Meta offers for marketing templates, in English} */
  public static Content stopPromotions() {
    return button("Stop promotions", "Stop promotions");
  }

  /**
   * A tap on a reply button of an interactive message.
   *
   * @param id the id the business gave the button
   * @param title the words on it
   * @return the content
   */
  public static Content buttonReply(String id, String title) {
    return interactive("button_reply", ordered("id", id, "title", title));
  }

  /**
   * A tap on a row of a list without a description.
   *
   * @param id the id the business gave the row
   * @param title the words of the row
   * @return the content
   */
  public static Content listReply(String id, String title) {
    return interactive("list_reply", ordered("id", id, "title", title));
  }

  /**
   * A tap on a row of a list.
   *
   * @param id the id the business gave the row
   * @param title the words of the row
   * @param description the words under them
   * @return the content
   */
  public static Content listReply(String id, String title, String description) {
    Map<String, Object> row = ordered("id", id, "title", title);
    row.put("description", description);
    return interactive("list_reply", row);
  }

  /**
   * The answers of a Flow, which arrive as JSON inside a JSON string.
   *
   * @param answers a JSON object as text
   * @return the content
   */
  public static Content flowAnswer(String answers) {
    Map<String, Object> reply = ordered("response_json", answers, "body", "Sent");
    reply.put("name", "flow");
    return interactive("nfm_reply", reply);
  }

  private static Content interactive(String kind, Map<String, Object> reply) {
    return of("interactive", ordered("type", kind, kind, reply));
  }

  /**
   * A reaction to a message.
   *
   * @param messageId the message reacted to
   * @param emoji the emoji; empty for a reaction that is taken back
   * @return the content
   */
  public static Content reaction(String messageId, String emoji) {
    return of("reaction", ordered("message_id", messageId, "emoji", emoji));
  }

  /**
   * A shared contact card.
   *
   * @param name the name on it
   * @param phone the number on it, digits
   * @return the content
   */
  public static Content contact(String name, String phone) {
    Map<String, Object> number = ordered("phone", "+" + phone, "wa_id", phone);
    number.put("type", "CELL");
    return of(
        "contacts",
        List.of(Map.of(
            "name",
            ordered("formatted_name", name, "first_name", name),
            "phones",
            List.of(number))));
  }

  /**
   * A correction of an earlier message.
   *
   * @param messageId the message that is corrected
   * @param now what it says now
   * @return the content
   */
  public static Content edit(String messageId, Content now) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", now.type);
    message.put(now.type, now.body);
    return of("edit", ordered("original_message_id", messageId, "message", message));
  }

  /**
   * An earlier message that is deleted for everyone.
   *
   * @param messageId the message that is deleted
   * @return the content
   */
  public static Content revoke(String messageId) {
    return of("revoke", Map.of("original_message_id", messageId));
  }

  /**
   * The same content as an answer to a message of the business, as every tap is in truth.
   *
   * @param messageId the message that is answered
   * @return a copy
   */
  public Content answering(String messageId) {
    return new Content(type, body, messageId);
  }

  void putInto(Map<String, Object> message, String businessNumber) {
    if (answered != null) {
      message.put("context", ordered("from", businessNumber, "id", answered));
    }
    message.put("type", type);
    message.put(type, body);
  }

  private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(first, one);
    map.put(second, two);
    return map;
  }

  @Override
  public String toString() {
    return "Content[" + type + "]";
  }
}
