package io.waxseal.webhook;

import io.waxseal.account.PhoneNumberId;
import io.waxseal.internal.json.JsonCursor;
import java.util.Optional;

/**
 * A picture, video, sound, document or sticker that Meta holds for the business. Caption, file name and hash are the
 * customer's: {@code toString} shows none of them. What Meta said is not checked here; a download checks it. Immutable.
 */
public final class ReceivedMedia {
  private final Optional<PhoneNumberId> number;
  private final JsonCursor body;

  private ReceivedMedia(Optional<PhoneNumberId> number, JsonCursor body) {
    this.number = number;
    this.body = body;
  }

  static Optional<ReceivedMedia> in(Optional<PhoneNumberId> number, Optional<JsonCursor> part) {
    return part.filter(body -> body.id("id").isPresent())
        .map(body -> new ReceivedMedia(number, body));
  }

  static ReceivedMedia of(WebhookElement element, String place) {
    return in(element.phoneNumberId(), element.body().child(place)).orElseThrow();
  }

  /** {@return Meta's id of the file, by which it is downloaded; not empty} */
  public String id() {
    return body.id("id").orElseThrow();
  }

  /** {@return the business number it was sent to, whose account may download it} */
  public Optional<PhoneNumberId> number() {
    return number;
  }

  /** {@return the MIME type as Meta declares it, perhaps with parameters, such as {@code audio/ogg; codecs=opus}} */
  public Optional<String> mimeType() {
    return body.id("mime_type");
  }

  /** {@return the SHA-256 of the file as Meta wrote it, in Base64 or in hexadecimal digits} */
  public Optional<String> sha256() {
    return body.id("sha256");
  }

  /** {@return the words under it, after the filters; only pictures, videos and documents have some} */
  public Optional<String> caption() {
    return body.id("caption");
  }

  /** {@return the name the customer's file had, after the filters; untrusted: no path, and no promise of its type} */
  public Optional<String> fileName() {
    return body.id("filename").or(() -> body.id("file_name"));
  }

  /** {@return where Meta says the file lies; it expires, and only the host's own token opens it} */
  public Optional<String> url() {
    return body.id("url");
  }

  @Override
  public String toString() {
    return "ReceivedMedia[***]";
  }
}
