package io.waxseal.message.part;

import io.waxseal.internal.wire.Limits;
import io.waxseal.internal.wire.WebAddress;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A card of a carousel: a picture or a video, perhaps a text, and a link or buttons. Immutable and thread-safe; each
 * method that adds returns a copy. Source: Meta, Cloud API, interactive media carousel messages.
 */
public final class MediaCard {
  private static final int LONGEST_BODY = 160;
  private static final int MOST_LINE_BREAKS = 2;
  private static final int LONGEST_LABEL = 20;
  private static final String LINK = "cta_url";

  private final Header header;
  private final @Nullable String body;
  private final String label;
  private final String url;
  private final List<ReplyButton> buttons;

  private MediaCard(
      Header header, @Nullable String body, String label, String url, List<ReplyButton> buttons) {
    this.header = header;
    this.body = body == null ? null : checkedBody(body);
    this.label = label;
    this.url = url;
    this.buttons = ReplyButton.distinct(buttons);
  }

  private static String checkedBody(String body) {
    Limits.text("the body of a card", body, LONGEST_BODY);
    int breaks = (int) body.chars().filter(c -> c == '\n').count();
    Limits.count("the number of line breaks in the body of a card", breaks, 0, MOST_LINE_BREAKS);
    return body;
  }

  /**
   * A card with a picture.
   *
   * @param image a JPEG or PNG, at most 5 MB
   * @return the card, to which a link or a button is to be added
   */
  public static MediaCard image(Attachment image) {
    return new MediaCard(Header.image(image), null, "", "", List.of());
  }

  /**
   * A card with a video.
   *
   * @param video an MP4 or 3GPP, at most 16 MB
   * @return the card, to which a link or a button is to be added
   */
  public static MediaCard video(Attachment video) {
    return new MediaCard(Header.video(video), null, "", "", List.of());
  }

  /**
   * The card with a text.
   *
   * @param text 1 to 160 characters, at most two line breaks
   * @return a copy
   * @throws IllegalArgumentException if it is blank, longer, or has more line breaks
   */
  public MediaCard body(String text) {
    return new MediaCard(header, text, label, url, buttons);
  }

  /**
   * The card with a button that opens an address.
   *
   * @param title what the reader taps, 1 to 20 characters
   * @param address what it opens, {@code http} or {@code https}
   * @return a copy
   * @throws IllegalArgumentException if a limit is broken, or the card has a link or a reply button
   */
  public MediaCard link(String title, String address) {
    if (!url.isEmpty() || !buttons.isEmpty()) {
      throw new IllegalArgumentException("a card has one link, or reply buttons and no link");
    }
    Limits.text("the title of a card's link", title, LONGEST_LABEL);
    return new MediaCard(
        header, body, title, WebAddress.checked("the link of a card", address), buttons);
  }

  /**
   * The card with one more button that sends its id back.
   *
   * @param id what comes back, 1 to 256 characters
   * @param title what the reader sees, 1 to 20 characters
   * @return a copy
   * @throws IllegalArgumentException if a limit is broken, id or title repeats, or the card has a link
   */
  public MediaCard button(String id, String title) {
    if (!url.isEmpty()) {
      throw new IllegalArgumentException("a card has one link, or reply buttons and no link");
    }
    List<ReplyButton> more = new ArrayList<>(buttons);
    more.add(ReplyButton.of(id, title));
    return new MediaCard(header, body, label, url, more);
  }

  /** {@return what all cards of a carousel have in common: the kind of the header, the kind and number of buttons} */
  public String shape() {
    return header.type() + (url.isEmpty() ? ", buttons " + buttons.size() : ", link");
  }

  /**
   * The card as it travels.
   *
   * @param index its place, from 0
   * @return the card
   * @throws IllegalArgumentException if it has neither a link nor a button
   */
  public JsonObject json(int index) {
    JsonObject.Builder json = JsonObject.builder()
        .put("card_index", index)
        .put("type", LINK)
        .put("header", header.json());
    if (body != null) {
      json.put("body", JsonObject.builder().put("text", body).build());
    }
    return json.put("action", action()).build();
  }

  private JsonObject action() {
    if (!url.isEmpty()) {
      JsonObject link =
          JsonObject.builder().put("display_text", label).put("url", url).build();
      return JsonObject.builder().put("name", LINK).put("parameters", link).build();
    }
    if (buttons.isEmpty()) {
      throw new IllegalArgumentException(
          "a card has a link or at least 1 button; it has 0; add one with link(…) or button(…)");
    }
    return JsonObject.builder()
        .put("buttons", JsonArray.of(buttons, button -> button.json("quick_reply")))
        .build();
  }

  /**
   * The card with its text and the titles of its buttons replaced.
   *
   * @param f gives the new text for a text
   * @return a copy
   * @throws IllegalArgumentException if a new text breaks a limit
   */
  public MediaCard mapText(UnaryOperator<String> f) {
    String title = url.isEmpty()
        ? ""
        : Limits.text("the title of a card's link", f.apply(label), LONGEST_LABEL);
    return new MediaCard(
        header, body == null ? null : f.apply(body), title, url, ReplyButton.mapText(buttons, f));
  }

  /**
   * The card with its picture or video replaced.
   *
   * @param f gives the new attachment for an attachment
   * @return a copy
   */
  public MediaCard mapAttachment(UnaryOperator<Attachment> f) {
    return new MediaCard(header.mapAttachment(f), body, label, url, buttons);
  }

  @Override
  public String toString() {
    return "MediaCard[" + shape() + "]";
  }
}
