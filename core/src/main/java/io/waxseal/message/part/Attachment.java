package io.waxseal.message.part;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A file that a message shows: one that was uploaded to Meta before, or one that Meta fetches. Immutable and
 * thread-safe; {@link #toString} shows neither id nor link. Source: Meta, Cloud API, media.
 */
public final class Attachment {
  private static final Pattern ID = Pattern.compile("\\d{1,32}");
  private static final String LINK = "link";

  private final String member;
  private final String value;

  private Attachment(String member, String value) {
    this.member = member;
    this.value = value;
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
    return new Attachment("id", mediaId);
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
    return new Attachment(LINK, link);
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

  /** {@return the attachment as it travels: an object with {@code id} or with {@code link}} */
  public JsonObject json() {
    return JsonObject.builder().put(member, value).build();
  }

  /**
   * The attachment with its link replaced, since the reader may see the end of it as the name of the file.
   *
   * @param f gives the new text for a text
   * @return a copy; the same attachment if it was uploaded
   * @throws IllegalArgumentException if the new text is no link
   */
  public Attachment mapText(UnaryOperator<String> f) {
    return member.equals(LINK) ? link(f.apply(value)) : this;
  }

  @Override
  public String toString() {
    return "Attachment[" + member + "]";
  }
}
