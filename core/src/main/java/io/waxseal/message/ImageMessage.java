package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.message.part.Attachment;
import io.waxseal.person.Recipient;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A picture, possible inside the customer service window only. Source: Meta, Cloud API, image messages.
 */
public final class ImageMessage extends BaseMessage<ImageMessage> {
  private static final int LONGEST_CAPTION = 1_024;

  private final Attachment image;
  private final @Nullable String caption;

  private ImageMessage(Envelope envelope, Attachment image, @Nullable String caption) {
    super(envelope);
    this.image = image;
    this.caption =
        caption == null ? null : Limits.text("the caption of an image", caption, LONGEST_CAPTION);
  }

  /**
   * An image without a caption.
   *
   * @param to who gets it
   * @param image a JPEG or PNG with 8 bits a colour, at most 5 MB
   * @return the message, with the purpose of an answer unless another is set
   */
  public static ImageMessage to(Recipient to, Attachment image) {
    return new ImageMessage(Envelope.reply(to), image, null);
  }

  @Override
  ImageMessage in(Envelope envelope) {
    return new ImageMessage(envelope, image, caption);
  }

  /**
   * The message with a text below the picture.
   *
   * @param text 1 to 1,024 characters
   * @return a copy
   * @throws IllegalArgumentException if it is blank or longer
   */
  public ImageMessage caption(String text) {
    return new ImageMessage(envelope(), image, text);
  }

  @Override
  public String type() {
    return "image";
  }

  @Override
  JsonObject part() {
    JsonObject part = image.json();
    return caption == null ? part : part.with("caption", new JsonString(caption));
  }

  @Override
  public ImageMessage mapText(UnaryOperator<String> f) {
    return new ImageMessage(
        envelope(), image.mapText(f), caption == null ? null : f.apply(caption));
  }

  @Override
  public ImageMessage mapAttachments(UnaryOperator<Attachment> f) {
    return new ImageMessage(envelope(), f.apply(image), caption);
  }
}
