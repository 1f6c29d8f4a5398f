package io.waxseal.message.part;

import io.waxseal.graph.media.MediaUpload;
import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that a message shows: one that was uploaded to Meta before, one that Meta fetches, or one of the host's that the
 * gate uploads once every rule has allowed the message. Immutable and thread-safe; {@link #toString} shows neither id, link
 * nor name. Source: Meta, Cloud API, media.
 */
public final class Attachment {
  private static final Pattern ID = Pattern.compile("\\d{1,32}");
  private static final String LINK = "link";

  private static final String PENDING = "file";

  private final String member;
  private final String value;
  private final @Nullable MediaUpload upload;

  private Attachment(String member, String value, @Nullable MediaUpload upload) {
    this.member = member;
    this.value = value;
    this.upload = upload;
  }

  /**
   * A file that was uploaded.
   *
   * @param mediaId Meta's id of the upload, 1 to 32 digits; it is good for 30 days
   * @return the attachment
   * @throws IllegalArgumentException if the id has another shape
   */
  public static Attachment id(String mediaId) {
    if (!ID.matcher(mediaId).matches()) {
      throw new IllegalArgumentException(
          "a media id is 1 to 32 digits; it has " + mediaId.length() + " characters");
    }
    return new Attachment("id", mediaId, null);
  }

  /**
   * A file that Meta fetches when the message is sent. If it cannot, the message is accepted and fails later, with error
   * 131053. An uploaded file is sent faster.
   *
   * @param link where it is, an absolute {@code https} address
   * @return the attachment
   * @throws IllegalArgumentException if it is no such address
   */
  public static Attachment link(String link) {
    if (!isHttps(link)) {
      throw new IllegalArgumentException("the link of a file is an https address with a host");
    }
    return new Attachment(LINK, link, null);
  }

  /**
   * A file on disk, with the type of its ending. It is uploaded by each {@code send}, after every rule has allowed the
   * message; what many get is better uploaded once, by {@code whatsapp.media().upload(…)}, and sent by its id.
   *
   * @param file the file; read when the message is sent
   * @return the attachment
   * @throws IllegalArgumentException if the ending is none of a type that Meta lists; use {@link #upload} then
   */
  public static Attachment file(Path file) {
    return upload(MediaUpload.file(file));
  }

  /**
   * Bytes in memory, uploaded as by {@link #file}.
   *
   * @param name the name that the file gets
   * @param mimeType its type, such as {@code application/pdf}
   * @param content the bytes, copied
   * @return the attachment
   * @throws IllegalArgumentException if the type is none
   */
  public static Attachment bytes(String name, String mimeType, byte[] content) {
    return upload(MediaUpload.bytes(name, mimeType, content));
  }

  /**
   * Anything that can be uploaded, as by {@link #file}.
   *
   * @param what the file
   * @return the attachment
   */
  public static Attachment upload(MediaUpload what) {
    return new Attachment(PENDING, "", what);
  }

  /** {@return what is still to be uploaded; empty for an id or a link} */
  public Optional<MediaUpload> pending() {
    return Optional.ofNullable(upload);
  }

  /** The exception of {@link URI} would show the address. */
  private static boolean isHttps(String link) {
    try {
      URI uri = new URI(Limits.present("the link of a file", link));
      return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * The attachment as it travels.
   *
   * @return an object with {@code id} or with {@code link}
   * @throws IllegalStateException if the file is still to be uploaded
   */
  public JsonObject json() {
    if (upload != null) {
      throw new IllegalStateException(
          "the file is uploaded by the gate, once every rule has allowed the message");
    }
    return JsonObject.builder().put(member, value).build();
  }

  /**
   * The attachment with its link, or the name of its file, replaced, since the reader may see it.
   *
   * @param f gives the new text for a text
   * @return a copy; the same attachment if it was uploaded
   * @throws IllegalArgumentException if the new text is no link
   */
  public Attachment mapText(UnaryOperator<String> f) {
    if (upload != null) {
      return upload(upload.name(f.apply(upload.name())));
    }
    return member.equals(LINK) ? link(f.apply(value)) : this;
  }

  @Override
  public String toString() {
    return "Attachment[" + member + "]";
  }
}
