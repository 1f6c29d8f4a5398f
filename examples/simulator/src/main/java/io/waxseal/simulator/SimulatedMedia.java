package io.waxseal.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The files that the media endpoint keeps: what the business uploaded, what a test put there, and a sample for each kind
 * of {@link Content} that has a file. Files live in memory until they are deleted or the simulator is closed; the address
 * of a file is good for five minutes of the simulator's time. Thread-safe.
 */
public final class SimulatedMedia {
  private static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private final Ids ids;
  private final SimulatedTime time;
  private final Map<String, StoredFile> files = new ConcurrentHashMap<>();
  private final Map<String, Address> addresses = new ConcurrentHashMap<>();

  private record Address(String file, Instant until) {}

  SimulatedMedia(Ids ids, SimulatedTime time) {
    this.ids = ids;
    this.time = time;
    Samples.all().forEach(sample -> files.put(sample.id(), sample));
  }

  /**
   * Puts a file there, as if a customer had sent it.
   *
   * @param mimeType the type that Meta will name
   * @param content the bytes, copied
   * @return its id
   */
  public String add(String mimeType, byte[] content) {
    StoredFile file = new StoredFile(ids.media(), mimeType, ByteString.of(content));
    files.put(file.id(), file);
    return file.id();
  }

  /**
   * The bytes of a file.
   *
   * @param id its id
   * @return a copy; empty if it was deleted or never there
   */
  public Optional<byte[]> content(String id) {
    return Optional.ofNullable(files.get(id)).map(file -> file.content().toByteArray());
  }

  @Nullable
  StoredFile find(String id) {
    return files.get(id);
  }

  void keep(StoredFile file) {
    files.put(file.id(), file);
  }

  boolean delete(String id) {
    return files.remove(id) != null;
  }

  /** A new name under which a file is downloaded for a while. */
  String address(StoredFile file) {
    String hash = ids.traceId();
    addresses.put(hash, new Address(file.id(), time.instant().plus(GOOD_FOR)));
    return hash;
  }

  /** Null if the address has expired, or its file is gone. */
  @Nullable
  StoredFile at(String hash) {
    Address address = addresses.get(hash);
    return address == null || time.instant().isAfter(address.until())
        ? null
        : files.get(address.file());
  }
}
