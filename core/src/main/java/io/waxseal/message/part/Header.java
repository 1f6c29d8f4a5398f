package io.waxseal.message.part;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the body of an interactive message: a text or a file. Immutable and thread-safe. Source: Meta, Cloud
 * API, interactive messages.
 */
public final class Header {
  private static final int LONGEST_TEXT = 60;
  private static final String TEXT = "text";

  private final String type;
  private final String text;
  private final @Nullable Attachment file;

  private Header(String type, String text, @Nullable Attachment file) {
    this.type = type;
    this.text = text;
    this.file = file;
  }

  /**
   * A text.
   *
   * @param text 1 to 60 characters
   * @return the header
   * @throws IllegalArgumentException if it is blank or longer
   */
  public static Header text(String text) {
    return new Header(TEXT, Limits.text("a header", text, LONGEST_TEXT), null);
  }

  /**
   * A picture.
   *
   * @param file a JPEG or PNG, at most 5 MB
   * @return the header
   */
  public static Header image(Attachment file) {
    return new Header("image", "", file);
  }

  /**
   * A video.
   *
   * @param file an MP4 or 3GPP, at most 16 MB
   * @return the header
   */
  public static Header video(Attachment file) {
    return new Header("video", "", file);
  }

  /**
   * A document, under the name that WhatsApp gives it.
   *
   * @param file a document, at most 100 MB
   * @return the header
   */
  public static Header document(Attachment file) {
    return new Header("document", "", file);
  }

  /**
   * A document with a name.
   *
   * @param file a document, at most 100 MB
   * @param fileName the name under which the reader sees it, not blank
   * @return the header
   * @throws IllegalArgumentException if the name is blank
   */
  public static Header document(Attachment file, String fileName) {
    return new Header(
        "document", Limits.present("the file name of a header's document", fileName), file);
  }

  /** {@return Meta's name of its kind, such as {@code image}} */
  public String type() {
    return type;
  }

  /** {@return the header as it travels: its type, and a member of that name} */
  public JsonObject json() {
    JsonObject.Builder json = JsonObject.builder().put("type", type);
    if (file == null) {
      return json.put(TEXT, text).build();
    }
    JsonObject media = file.json();
    return json.put(type, text.isEmpty() ? media : media.with("filename", new JsonString(text)))
        .build();
  }

  /**
   * The header with its text, or the name or link of its file, replaced.
   *
   * @param f gives the new text for a text
   * @return a copy
   * @throws IllegalArgumentException if the new text breaks a limit
   */
  public Header mapText(UnaryOperator<String> f) {
    if (file == null) {
      return text(f.apply(text));
    }
    Attachment mapped = file.mapText(f);
    return text.isEmpty() ? new Header(type, "", mapped) : document(mapped, f.apply(text));
  }

  /**
   * The header with its file replaced.
   *
   * @param f gives the new attachment for an attachment
   * @return a copy; the same header if it is a text
   */
  public Header mapAttachment(UnaryOperator<Attachment> f) {
    return file == null ? this : new Header(type, text, f.apply(file));
  }

  @Override
  public String toString() {
    return "Header[" + type + "]";
  }
}
