package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.message.part.Attachment;
import io.waxseal.message.part.MediaCard;
import io.waxseal.person.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Two to ten cards side by side, each with a picture or a video and a link or buttons. All cards have the same kind of
 * file and the same kind and number of buttons. Source: Meta, Cloud API, interactive media carousel messages.
 */
public final class MediaCarousel extends InteractiveMessage<MediaCarousel> {
  private static final int FEWEST = 2;
  private static final int MOST = 10;

  private final List<MediaCard> cards;

  private MediaCarousel(Envelope envelope, Frame frame, List<MediaCard> cards) {
    super(envelope, frame);
    this.cards = List.copyOf(cards);
  }

  /**
   * A text without cards.
   *
   * @param to who gets it
   * @param body what it says, 1 to 1,024 characters
   * @return the message, to which two cards are to be added
   * @throws IllegalArgumentException if the body is blank or longer
   */
  public static MediaCarousel to(Recipient to, String body) {
    return new MediaCarousel(Envelope.reply(to), Frame.of(body), List.of());
  }

  @Override
  MediaCarousel copy(Envelope envelope, Frame frame) {
    return new MediaCarousel(envelope, frame, cards);
  }

  /**
   * The message with one more card.
   *
   * @param card the card
   * @return a copy with at most ten cards
   * @throws IllegalArgumentException if there are ten, or the card has other parts than those before it
   */
  public MediaCarousel card(MediaCard card) {
    Limits.count("the number of cards", cards.size() + 1, 1, MOST);
    if (!cards.isEmpty() && !cards.get(0).shape().equals(card.shape())) {
      throw new IllegalArgumentException("all cards have the same parts; the first has "
          + cards.get(0).shape() + ", number " + (cards.size() + 1) + " has " + card.shape());
    }
    List<MediaCard> more = new ArrayList<>(cards);
    more.add(card);
    return new MediaCarousel(envelope(), frame(), more);
  }

  @Override
  public String interactiveType() {
    return "carousel";
  }

  @Override
  JsonObject action() {
    Limits.count("the number of cards", cards.size(), FEWEST, MOST);
    List<JsonValue> json = new ArrayList<>();
    cards.forEach(card -> json.add(card.json(json.size())));
    return JsonObject.builder().put("cards", JsonArray.of(json)).build();
  }

  @Override
  public MediaCarousel mapText(UnaryOperator<String> f) {
    return new MediaCarousel(
        envelope(),
        frame().mapText(f),
        cards.stream().map(card -> card.mapText(f)).toList());
  }

  @Override
  public MediaCarousel mapAttachments(UnaryOperator<Attachment> f) {
    return new MediaCarousel(
        envelope(),
        frame().mapAttachment(f),
        cards.stream().map(card -> card.mapAttachment(f)).toList());
  }
}
