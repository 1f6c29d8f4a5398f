package io.waxseal.graph.media;

import io.waxseal.account.MediaId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.webhook.ReceivedMedia;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file at Meta, with what an event said of it. Immutable; each setter gives a copy. What was said is checked when the
 * file is fetched; a reference by id alone is checked against Meta's node only.
 */
public final class MediaReference {
  private static final Pattern ID = Pattern.compile("[0-9]{1,32}");

  private final MediaId id;
  private final Optional<PhoneNumberId> number;
  private final Optional<String> mimeType;
  private final Optional<String> sha256;
  private final Optional<String> fileName;

  private MediaReference(
      MediaId id,
      Optional<PhoneNumberId> number,
      Optional<String> mimeType,
      Optional<String> sha256,
      Optional<String> fileName) {
    this.id = id;
    this.number = number;
    this.mimeType = mimeType;
    this.sha256 = sha256;
    this.fileName = fileName;
  }

  /**
   * A file of which only the id is known.
   *
   * @param id Meta's id
   * @return the reference
   */
  public static MediaReference of(MediaId id) {
    return new MediaReference(
        id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * A file that came with a message.
   *
   * @param received the file as the event names it
   * @return the reference, with all that the event says
   * @throws io.waxseal.account.RefusedException with {@link MediaRefusal#ID} if the event names no id of Meta's form
   */
  public static MediaReference of(ReceivedMedia received) {
    if (!ID.matcher(received.id()).matches()) {
      throw MediaRefusal.ID.exception();
    }
    return new MediaReference(
        new MediaId(received.id()),
        received.number(),
        received.mimeType(),
        received.sha256(),
        received.fileName());
  }

  /**
   * The reference, at one of several business numbers.
   *
   * @param phoneNumberId the number that the file came to, or was uploaded for
   * @return a copy
   */
  public MediaReference from(PhoneNumberId phoneNumberId) {
    return new MediaReference(id, Optional.of(phoneNumberId), mimeType, sha256, fileName);
  }

  /**
   * The reference, with the type that the event names.
   *
   * @param declared such as {@code image/jpeg}
   * @return a copy
   */
  public MediaReference mimeType(String declared) {
    return new MediaReference(id, number, Optional.of(declared), sha256, fileName);
  }

  /**
   * The reference, with the SHA-256 that the event names.
   *
   * @param digest in Base64 or hexadecimal; anything else makes the file be refused
   * @return a copy
   */
  public MediaReference sha256(String digest) {
    return new MediaReference(id, number, mimeType, Optional.of(digest), fileName);
  }

  /**
   * The reference, with the name that the sender gave the file. It is used for letters only, see {@link
   * MediaFile#fileName}.
   *
   * @param name the name, whatever it holds
   * @return a copy
   */
  public MediaReference fileName(String name) {
    return new MediaReference(id, number, mimeType, sha256, Optional.of(name));
  }

  /** {@return Meta's id} */
  public MediaId id() {
    return id;
  }

  /** {@return the business number; empty for the only one} */
  public Optional<PhoneNumberId> number() {
    return number;
  }

  Optional<String> mimeType() {
    return mimeType;
  }

  Optional<String> sha256() {
    return sha256;
  }

  Optional<String> fileName() {
    return fileName;
  }

  @Override
  public String toString() {
    return "MediaReference[" + id.value() + "]";
  }
}
