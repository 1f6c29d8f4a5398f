package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.message.part.Attachment;
import io.waxseal.person.Recipient;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file of any type, possible inside the customer service window only. Source: Meta, Cloud API, document messages.
 */
public final class DocumentMessage extends BaseMessage<DocumentMessage> {
  private static final int LONGEST_CAPTION = 1_024;

  private final Attachment document;
  private final @Nullable String caption;
  private final @Nullable String fileName;

  private DocumentMessage(
      Envelope envelope, Attachment document, @Nullable String caption, @Nullable String fileName) {
    super(envelope);
    this.document = document;
    this.caption =
        caption == null ? null : Limits.text("the caption of a document", caption, LONGEST_CAPTION);
    this.fileName =
        fileName == null ? null : Limits.present("the file name of a document", fileName);
  }

  /**
   * A document without a caption, under the name that WhatsApp gives it.
   *
   * @param to who gets it
   * @param document the file, at most 100 MB
   * @return the message, with the purpose of an answer unless another is set
   */
  public static DocumentMessage to(Recipient to, Attachment document) {
    return new DocumentMessage(Envelope.reply(to), document, null, null);
  }

  @Override
  DocumentMessage in(Envelope envelope) {
    return new DocumentMessage(envelope, document, caption, fileName);
  }

  /**
   * The message with a text below the document.
   *
   * @param text 1 to 1,024 characters
   * @return a copy
   * @throws IllegalArgumentException if it is blank or longer
   */
  public DocumentMessage caption(String text) {
    return new DocumentMessage(envelope(), document, text, fileName);
  }

  /**
   * The message with the name under which the reader sees the file. Its ending says how WhatsApp shows it.
   *
   * @param name such as {@code menu.pdf}, not blank
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public DocumentMessage fileName(String name) {
    return new DocumentMessage(envelope(), document, caption, name);
  }

  @Override
  public String type() {
    return "document";
  }

  @Override
  JsonObject part() {
    JsonObject part = document.json();
    if (caption != null) {
      part = part.with("caption", new JsonString(caption));
    }
    return fileName == null ? part : part.with("filename", new JsonString(fileName));
  }

  @Override
  public DocumentMessage mapText(UnaryOperator<String> f) {
    return new DocumentMessage(
        envelope(),
        document.mapText(f),
        caption == null ? null : f.apply(caption),
        fileName == null ? null : f.apply(fileName));
  }

  @Override
  public DocumentMessage mapAttachments(UnaryOperator<Attachment> f) {
    return new DocumentMessage(envelope(), f.apply(document), caption, fileName);
  }
}
