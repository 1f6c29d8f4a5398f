package io.waxseal.redaction.support;

import io.waxseal.Health;
import io.waxseal.WhatsApp;
import io.waxseal.redaction.Redactor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a host may attach to a question about Waxseal, as a zip file: the health checks, versions, the composition by the
 * {@code toString} of its parts, system properties by an allow-list, and the ends of log files. Immutable; may be written
 * any number of times, each time as things stand then.
 *
 * <p>Every text passes the log filter ({@link io.waxseal.redaction.Direction#LOG}), log files line by line; only the names
 * and versions of modules are written as they are. A line is withheld as a whole when it is longer than 64 KiB or when {@link
 * LineDecoder} says so: it is no UTF-8, or is of a private key. The manifest says what each file holds, how many lines were
 * withheld and how many values of which type were replaced.
 *
 * <p>Written as it is made: the memory needed does not grow with the log files.
 *
 * <p>Threat: a bundle is mailed and lies in a ticket for years. What the detectors do not find, names and free text, may be
 * in it if the host logged it: look at it before you send it. No secret, key, database or message is read for it.
 */
public final class SupportBundle {

  private static final int USUAL_TAIL = 1 << 20;

  private final Redactor redactor;
  private final Clock clock;
  private final int tail;
  private final @Nullable WhatsApp whatsapp;
  private final @Nullable Health health;
  private final Map<String, Object> parts;
  private final List<Path> logs;

  private SupportBundle(Builder builder) {
    this.redactor = builder.redactor;
    this.clock = builder.clock;
    this.tail = builder.tail;
    this.whatsapp = builder.whatsapp;
    this.health = builder.health;
    this.parts = new LinkedHashMap<>(builder.parts);
    this.logs = List.copyOf(builder.logs);
  }

  /** {@return a builder of a bundle with versions and system properties alone} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Writes a new file that only its owner may read and write, where the file system knows owners.
   *
   * @param file the file; must not exist
   * @return what it holds
   * @throws java.nio.file.FileAlreadyExistsException if the file exists
   * @throws IOException if it cannot be written; what was written until then is deleted
   */
  public SupportManifest writeTo(Path file) throws IOException {
    boolean owners =
        file.toAbsolutePath().getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] modes = owners
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
    SeekableByteChannel channel = Files.newByteChannel(
        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), modes);
    boolean written = false;
    try (OutputStream out = Channels.newOutputStream(channel)) {
      SupportManifest manifest = writeTo(out);
      written = true;
      return manifest;
    } finally {
      if (!written) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * Writes the zip file to a stream, which stays open.
   *
   * @param out the stream
   * @return what was written
   * @throws IOException if the stream fails; a log file that cannot be read is named in the manifest instead
   */
  public SupportManifest writeTo(OutputStream out) throws IOException {
    BundleWriter writer = new BundleWriter(out, redactor, clock.instant());
    if (whatsapp != null || health != null) {
      writer.health(whatsapp != null ? whatsapp.health() : Objects.requireNonNull(health));
    }
    writer.versions();
    writer.properties();
    writer.composition(whatsapp == null ? parts : with(whatsapp));
    for (Path log : logs) {
      writer.log(log, tail);
    }
    return writer.manifest();
  }

  private Map<String, Object> with(WhatsApp composed) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("whatsapp", composed);
    all.putAll(parts);
    return all;
  }

  /** {@return the number of log files, nothing of their names} */
  @Override
  public String toString() {
    return "SupportBundle[logs=" + logs.size() + "]";
  }

  /** Settings of a {@link SupportBundle}. Not thread-safe. */
  public static final class Builder {

    private Redactor redactor = Redactor.standard();
    private Clock clock = Clock.systemUTC();
    private int tail = USUAL_TAIL;
    private @Nullable WhatsApp whatsapp;
    private @Nullable Health health;
    private final Map<String, Object> parts = new LinkedHashMap<>();
    private final List<Path> logs = new ArrayList<>();

    private Builder() {}

    /**
     * Adds the health of a composition, asked when the bundle is written, and its {@code toString}.
     *
     * @param whatsapp the composition
     * @return this builder
     */
    public Builder whatsapp(WhatsApp whatsapp) {
      this.whatsapp = Objects.requireNonNull(whatsapp, "whatsapp");
      return this;
    }

    /**
     * Adds a health that was asked before; for hosts whose composition no longer stands.
     *
     * @param health the health; not used if there is a composition to ask
     * @return this builder
     */
    public Builder health(Health health) {
      this.health = Objects.requireNonNull(health, "health");
      return this;
    }

    /**
     * Adds a part of the composition, such as the vault or a guard, by its {@code toString}.
     *
     * @param name what the host calls it
     * @param part the part
     * @return this builder
     * @throws IllegalStateException if there is another part of that name
     */
    public Builder part(String name, Object part) {
      Objects.requireNonNull(part, "part");
      if (parts.putIfAbsent(Objects.requireNonNull(name, "name"), part) != null) {
        throw new IllegalStateException("Two parts have the same name.");
      }
      return this;
    }

    /**
     * Adds the end of a log file. Files need not exist; the manifest says which could not be read.
     *
     * @param file a text file in UTF-8
     * @return this builder
     */
    public Builder addLog(Path file) {
      logs.add(Objects.requireNonNull(file, "file"));
      return this;
    }

    /**
     * Sets how much of each log file's end is taken. Default: 1 MiB.
     *
     * @param bytes at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder tail(int bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("At least one byte of a log file is taken.");
      }
      tail = bytes;
      return this;
    }

    /**
     * Sets what redacts. Default: {@link Redactor#standard()}.
     *
     * @param redactor its policy for logs is used
     * @return this builder
     */
    public Builder redactor(Redactor redactor) {
      this.redactor = Objects.requireNonNull(redactor, "redactor");
      return this;
    }

    /**
     * Sets the clock. Default: the system's.
     *
     * @param clock the clock
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /** {@return the bundle} */
    public SupportBundle build() {
      return new SupportBundle(this);
    }
  }
}
