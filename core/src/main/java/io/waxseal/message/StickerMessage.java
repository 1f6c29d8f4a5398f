package io.waxseal.message;

import io.waxseal.json.JsonObject;
import io.waxseal.message.part.Attachment;
import io.waxseal.person.Recipient;
import java.util.function.UnaryOperator;

/**
 * A sticker, possible inside the customer service window only. It has no caption. Source: Meta, Cloud API, sticker
 * messages.
 */
public final class StickerMessage extends BaseMessage<StickerMessage> {
  private final Attachment sticker;

  private StickerMessage(Envelope envelope, Attachment sticker) {
    super(envelope);
    this.sticker = sticker;
  }

  /**
   * A sticker.
   *
   * @param to who gets it
   * @param sticker a WebP of 512 × 512 pixels, at most 100 KB, or 500 KB if it moves
   * @return the message, with the purpose of an answer unless another is set
   */
  public static StickerMessage to(Recipient to, Attachment sticker) {
    return new StickerMessage(Envelope.reply(to), sticker);
  }

  @Override
  StickerMessage in(Envelope envelope) {
    return new StickerMessage(envelope, sticker);
  }

  @Override
  public String type() {
    return "sticker";
  }

  @Override
  JsonObject part() {
    return sticker.json();
  }

  @Override
  public StickerMessage mapText(UnaryOperator<String> f) {
    return new StickerMessage(envelope(), sticker.mapText(f));
  }

  @Override
  public StickerMessage mapAttachments(UnaryOperator<Attachment> f) {
    return new StickerMessage(envelope(), f.apply(sticker));
  }
}
