package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a customer can send: something typed, tapped, pictured, corrected or taken back. Immutable; {@code toString}
 * names only the type.
 *
 * @see SimulatedPerson#sends
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/messages">Cloud API,
 *     messages webhooks</a>
 */
public final class Content {

  private final String type;
  private final Object body;
  private final Circumstances circumstances;

  private Content(String type, Object body, Circumstances circumstances) {
    this.type = type;
    this.body = body;
    this.circumstances = circumstances;
  }

  private static Content of(String type, Object body) {
    return new Content(type, body, Circumstances.NONE);
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

  /**
   * A video with words under it.
   *
   * @param caption the words
   * @return the content
   */
  public static Content video(String caption) {
    Map<String, Object> video = media("video/mp4");
    video.put("caption", caption);
    return of("video", video);
  }

  /** {@return a file with sound} */
  public static Content audio() {
    Map<String, Object> audio = media("audio/mpeg");
    audio.put("voice", false);
    return of("audio", audio);
  }

  /** {@return a voice note} */
  public static Content voice() {
    Map<String, Object> audio = media("audio/ogg; codecs=opus");
    audio.put("voice", true);
    return of("audio", audio);
  }

  /**
   * A sticker.
   *
   * @param animated whether it moves
   * @return the content
   */
  public static Content sticker(boolean animated) {
    Map<String, Object> sticker = media("image/webp");
    sticker.put("animated", animated);
    return of("sticker", sticker);
  }

  /**
   * A place without a name.
   *
   * @param latitude in degrees
   * @param longitude in degrees
   * @return the content
   */
  public static Content location(double latitude, double longitude) {
    return of("location", ordered("latitude", latitude, "longitude", longitude));
  }

  /**
   * A place with a name and an address.
   *
   * @param latitude in degrees
   * @param longitude in degrees
   * @param name what the place is called
   * @param address where it is
   * @return the content
   */
  public static Content location(double latitude, double longitude, String name, String address) {
    Map<String, Object> place = ordered("latitude", latitude, "longitude", longitude);
    place.putAll(ordered("name", name, "address", address));
    return of("location", place);
  }

  /**
   * A cart that was sent.
   *
   * @param catalogId the catalogue
   * @param remark the words that go with it; empty for none
   * @param items what is ordered, one or more
   * @return the content
   * @throws IllegalArgumentException if there is no item
   */
  public static Content order(String catalogId, String remark, OrderItem... items) {
    if (items.length == 0) {
      throw new IllegalArgumentException("an order has at least one item");
    }
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("catalog_id", catalogId);
    if (!remark.isEmpty()) {
      order.put("text", remark);
    }
    order.put("product_items", Stream.of(items).map(OrderItem::toJson).toList());
    return of("order", order);
  }

  /**
   * Something that WhatsApp does not pass on, such as a poll, with error 131051.
   *
   * @param kind what it is in truth, such as {@code poll}
   * @return the content
   */
  public static Content unsupported(String kind) {
    return of("unsupported", Map.of("type", kind));
  }

  private static Map<String, Object> media(String mimeType) {
    return media(Samples.of(mimeType));
  }

  private static Map<String, Object> media(StoredFile file) {
    Map<String, Object> media = new LinkedHashMap<>();
    media.put("mime_type", file.mimeType());
    media.put("sha256", file.base64());
    media.put("id", file.id());
    return media;
  }

  /**
   * A file of the test's own, without words.
   *
   * @param kind Meta's name of the kind, such as {@code image}
   * @param files where it is, {@link Simulator#media()}
   * @param id its id there
   * @return the content
   * @throws IllegalArgumentException if there is no such file
   */
  public static Content file(String kind, SimulatedMedia files, String id) {
    StoredFile file = files.find(id);
    if (file == null) {
      throw new IllegalArgumentException("no file has this id; add(mimeType, content) gives one");
    }
    return of(kind, media(file));
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

  /**
   * The answer to a request for an address, which arrives as JSON inside a JSON string.
   *
   * @param address a JSON object as text
   * @return the content
   */
  public static Content address(String address) {
    Map<String, Object> reply = ordered("response_json", address, "body", "Address");
    reply.put("name", "address_message");
    return interactive("nfm_reply", reply);
  }

  /**
   * The answer to a request for the permission to call.
   *
   * @param accepted whether calls are welcome
   * @return the content
   */
  public static Content callPermission(boolean accepted) {
    return interactive(
        "call_permission_reply",
        ordered("response", accepted ? "accept" : "reject", "response_source", "user_action"));
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
    return of("contacts", List.of(card(name, phone)));
  }

  private static Map<String, Object> card(String name, String phone) {
    Map<String, Object> number = ordered("phone", "+" + phone, "wa_id", phone);
    number.put("type", "CELL");
    return ordered(
        "name", ordered("formatted_name", name, "first_name", name), "phones", List.of(number));
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
   * The own contact card, as the answer to a request for contact information.
   *
   * @param name the name on it
   * @param phone the number on it, digits
   * @return the content
   */
  public static Content ownContact(String name, String phone) {
    Map<String, Object> card = new LinkedHashMap<>(card(name, phone));
    card.put("origin", "contact_request");
    return of("contacts", List.of(card));
  }

  /**
   * The same content as an answer to a message of the business, as every tap is in truth.
   *
   * @param messageId the message that is answered
   * @return a copy
   */
  public Content answering(String messageId) {
    return new Content(type, body, circumstances.answering(messageId));
  }

  /**
   * The same content, forwarded from another conversation.
   *
   * @param often whether it was forwarded many times before
   * @return a copy
   */
  public Content forwarded(boolean often) {
    return new Content(type, body, circumstances.forwarded(often));
  }

  /**
   * The same content as a question about a product.
   *
   * @param catalogId the catalogue
   * @param productId the id of the product in it
   * @return a copy
   */
  public Content aboutProduct(String catalogId, String productId) {
    return new Content(type, body, circumstances.aboutProduct(catalogId, productId));
  }

  /**
   * The same content as the first message after a tap on an ad. The answer to it within a day opens 72 hours in which
   * all messages are free.
   *
   * @param ad the ad
   * @return a copy
   */
  public Content fromAd(Ad ad) {
    return new Content(type, body, circumstances.fromAd(ad));
  }

  boolean isFromAd() {
    return circumstances.isFromAd();
  }

  void putInto(Map<String, Object> message, String businessNumber) {
    circumstances.putInto(message, businessNumber);
    if (type.equals("unsupported")) {
      Map<String, Object> error = GraphError.unsupported().toWebhook();
      error.remove("href");
      message.put("errors", List.of(error));
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
