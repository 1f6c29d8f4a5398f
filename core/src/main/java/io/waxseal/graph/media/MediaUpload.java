package io.waxseal.graph.media;

import io.waxseal.account.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A file to upload: where its bytes come from, its type and its name. Immutable; nothing is read before the upload, and a
 * file on disk may change until then.
 */
public final class MediaUpload {
  /** Told how far an upload is, in the thread that uploads; what it throws ends the upload. */
  @FunctionalInterface
  public interface Progress {
    /**
     * More bytes were written to the connection.
     *
     * @param sent how many altogether
     * @param total how many there are
     */
    void sent(long sent, long total);
  }

  /** Where bytes come from. */
  @FunctionalInterface
  public interface Source {
    /**
     * Opens the content from its beginning.
     *
     * @return the content, closed by who calls
     * @throws IOException if it cannot be read
     */
    InputStream open() throws IOException;
  }

  private interface Length {
    long get() throws IOException;
  }

  private static final long MIB = 1L << 20;
  private static final Progress NOBODY = (sent, total) -> {};

  private final String name;
  private final String mimeType;
  private final Source source;
  private final Length length;
  private final Progress progress;

  private MediaUpload(
      String name, String mimeType, Source source, Length length, Progress progress) {
    this.name = SafeName.of(name, mimeType);
    this.mimeType = mimeType;
    this.source = source;
    this.length = length;
    this.progress = progress;
  }

  /**
   * A file on disk, with the type of its ending.
   *
   * @param file the file
   * @return the upload
   * @throws IllegalArgumentException if the ending is none of a type that Meta lists; name the type then
   */
  public static MediaUpload file(Path file) {
    return file(
        file,
        MimeType.of(file)
            .orElseThrow(
                () -> new IllegalArgumentException(
                    "the ending of the file tells no type that Meta lists; name it with file(path, mimeType)")));
  }

  /**
   * A file on disk.
   *
   * @param file the file
   * @param mimeType its type, such as {@code application/pdf}
   * @return the upload
   * @throws IllegalArgumentException if the type is none
   */
  public static MediaUpload file(Path file, String mimeType) {
    return new MediaUpload(
        String.valueOf(file.getFileName()),
        checked(mimeType),
        () -> Files.newInputStream(file),
        () -> Files.size(file),
        NOBODY);
  }

  /**
   * Bytes in memory.
   *
   * @param name the name that the file gets
   * @param mimeType its type
   * @param content the bytes, copied
   * @return the upload
   * @throws IllegalArgumentException if the type is none
   */
  public static MediaUpload bytes(String name, String mimeType, byte[] content) {
    byte[] copy = content.clone();
    return stream(name, mimeType, copy.length, () -> new ByteArrayInputStream(copy));
  }

  /**
   * A stream of a known length.
   *
   * @param name the name that the file gets
   * @param mimeType its type
   * @param length how many bytes come
   * @param source opens it; called once to look at its first bytes, and again to send it
   * @return the upload
   * @throws IllegalArgumentException if the type is none, or the length negative
   */
  public static MediaUpload stream(String name, String mimeType, long length, Source source) {
    if (length < 0) {
      throw new IllegalArgumentException("a length is 0 or more");
    }
    Objects.requireNonNull(source, "source");
    return new MediaUpload(name, checked(mimeType), source, () -> length, NOBODY);
  }

  private static String checked(String mimeType) {
    Predicate<String> type = java.util.regex.Pattern.compile(
            "[A-Za-z0-9.+-]{1,64}/[A-Za-z0-9.+-]{1,96}(; ?[A-Za-z0-9=.+-]{1,64})?")
        .asMatchPredicate();
    if (!type.test(mimeType)) {
      throw new IllegalArgumentException("a type reads like image/jpeg");
    }
    return mimeType;
  }

  /**
   * The upload, with somebody who is told how far it is.
   *
   * @param listener whom
   * @return a copy
   */
  public MediaUpload progress(Progress listener) {
    return new MediaUpload(name, mimeType, source, length, listener);
  }

  /** {@return the type} */
  public String mimeType() {
    return mimeType;
  }

  /** {@return the name that the file gets: without a path, with the ending of its type} */
  public String name() {
    return name;
  }

  /**
   * The upload, under another name.
   *
   * @param other the name; made safe
   * @return a copy
   */
  public MediaUpload name(String other) {
    return new MediaUpload(other, mimeType, source, length, progress);
  }

  Progress progress() {
    return progress;
  }

  InputStream open() throws IOException {
    return source.open();
  }

  long length() throws IOException {
    return length.get();
  }

  /**
   * Looks at the file before anything of it travels: its length against Meta's limit, its first bytes against its type.
   *
   * @param kind Meta's name of the message's kind, which sets the limit; of others the type does
   * @throws RefusedException as {@link MediaRefusal} names it
   * @throws IOException if the file cannot be read
   */
  void check(String kind) throws IOException {
    if (length() > most(kind)) {
      throw MediaRefusal.TOO_LARGE.exception();
    }
    try (InputStream in = source.open()) {
      byte[] head = in.readNBytes(Sniffer.HEAD);
      if (!Sniffer.fits(mimeType, head, head.length)) {
        throw MediaRefusal.TYPE.exception();
      }
    }
  }

  /** Source: Meta, Cloud API, supported media types. */
  private long most(String kind) {
    String essence = MimeType.essence(mimeType);
    return switch (kind) {
      case "image" -> 5 * MIB;
      case "video", "audio" -> 16 * MIB;
      case "sticker" -> MIB / 2;
      case "document" -> 100 * MIB;
      default -> most(byType(essence));
    };
  }

  private static String byType(String essence) {
    String family = essence.substring(0, essence.indexOf('/'));
    return switch (family) {
      case "image" -> essence.equals("image/webp") ? "sticker" : "image";
      case "video", "audio" -> family;
      default -> "document";
    };
  }

  @Override
  public String toString() {
    return "MediaUpload[" + mimeType + "]";
  }
}
