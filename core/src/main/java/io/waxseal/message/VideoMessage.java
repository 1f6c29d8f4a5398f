package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.message.part.Attachment;
import io.waxseal.person.Recipient;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A video, possible inside the customer service window only. Source: Meta, Cloud API, video messages.
 */
public final class VideoMessage extends BaseMessage<VideoMessage> {
  private static final int LONGEST_CAPTION = 1_024;

  private final Attachment video;
  private final @Nullable String caption;

  private VideoMessage(Envelope envelope, Attachment video, @Nullable String caption) {
    super(envelope);
    this.video = video;
    this.caption =
        caption == null ? null : Limits.text("the caption of a video", caption, LONGEST_CAPTION);
  }

  /**
   * A video without a caption.
   *
   * @param to who gets it
   * @param video an MP4 or 3GPP with H.264 and AAC, at most 16 MB
   * @return the message, with the purpose of an answer unless another is set
   */
  public static VideoMessage to(Recipient to, Attachment video) {
    return new VideoMessage(Envelope.reply(to), video, null);
  }

  @Override
  VideoMessage in(Envelope envelope) {
    return new VideoMessage(envelope, video, caption);
  }

  /**
   * The message with a text below the video.
   *
   * @param text 1 to 1,024 characters
   * @return a copy
   * @throws IllegalArgumentException if it is blank or longer
   */
  public VideoMessage caption(String text) {
    return new VideoMessage(envelope(), video, text);
  }

  @Override
  public String type() {
    return "video";
  }

  @Override
  JsonObject part() {
    JsonObject part = video.json();
    return caption == null ? part : part.with("caption", new JsonString(caption));
  }

  @Override
  public VideoMessage mapText(UnaryOperator<String> f) {
    return new VideoMessage(
        envelope(), video.mapText(f), caption == null ? null : f.apply(caption));
  }

  @Override
  public VideoMessage mapAttachments(UnaryOperator<Attachment> f) {
    return new VideoMessage(envelope(), f.apply(video), caption);
  }
}
