package io.waxseal.graph.media;

import io.waxseal.account.MediaId;
import io.waxseal.account.VaultException;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.SealedStreams;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Files in the vault: sealed in one pass into a folder, each under a key of its own that the owner's key wraps. A row is
 * there before the first byte and tells what no file is told by its name.
 */
final class MediaStore {
  /** No download lasts so long. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final MediaRows rows;
  private final SealedStreams streams;
  private final Path folder;
  private final Clock clock;
  private final AtomicLong nextLook = new AtomicLong();

  MediaStore(Database database, Vault vault, Path folder, Clock clock) {
    rows = new MediaRows(database, vault);
    streams = vault.streams();
    this.folder = folder;
    this.clock = clock;
    Disk.folder(folder);
  }

  /** What was fetched into a stream, and what to call it. */
  record Arrived(Fetch.Fetched fetched, String fileName) {}

  /** The same of Meta's files is kept once, however often a handler is run again. */
  StoredMedia keep(
      Person owner, MediaId media, Function<OutputStream, Arrived> arrive, Release release) {
    Optional<MediaRows.Row> before = rows.settled(owner, media);
    if (before.isPresent()) {
      return kept(owner, before.get());
    }
    UUID id = UUID.randomUUID();
    byte[] key = streams.newKey(owner, MediaRows.file(id));
    rows.begin(owner, id, media, key, clock.instant());
    boolean settled = false;
    try {
      Arrived arrived = take(owner, id, key, arrive);
      MediaScanner.Verdict verdict = look(owner, id, key, arrived, release);
      StoredMedia stored = settle(owner, id, arrived, verdict);
      settled = true;
      release.refuseUnlessClean(verdict);
      return stored;
    } finally {
      if (!settled) {
        remove(id);
      }
    }
  }

  private StoredMedia kept(Person owner, MediaRows.Row row) {
    if (row.state() == MediaRows.State.QUARANTINED) {
      throw MediaRefusal.INFECTED.exception();
    }
    return rows.open(owner, row);
  }

  private Arrived take(Person owner, UUID id, byte[] key, Function<OutputStream, Arrived> arrive) {
    Disk.folder(shelf(id));
    return Disk.write(file(id), disk -> {
      try (OutputStream sealing = streams.seal(owner, MediaRows.file(id), key, disk)) {
        return arrive.apply(sealing);
      }
    });
  }

  private MediaScanner.Verdict look(
      Person owner, UUID id, byte[] key, Arrived arrived, Release release) {
    return release.look(
        arrived.fetched(),
        () -> streams.open(owner, MediaRows.file(id), key, Files.newInputStream(file(id))));
  }

  private StoredMedia settle(Person owner, UUID id, Arrived arrived, MediaScanner.Verdict verdict) {
    Fetch.Fetched fetched = arrived.fetched();
    StoredMedia stored = new StoredMedia(
        id,
        owner,
        fetched.mimeType(),
        fetched.taken().size(),
        arrived.fileName(),
        Instant.ofEpochMilli(clock.millis()));
    if (verdict == MediaScanner.Verdict.INFECTED) {
      throw MediaRefusal.INFECTED.exception();
    }
    MediaRows.State state =
        verdict == MediaScanner.Verdict.CLEAN ? MediaRows.State.KEPT : MediaRows.State.QUARANTINED;
    if (!rows.end(owner, id, state, stored, fetched.taken().sha256())) {
      throw new VaultException(
          "this person was erased while the file came in; nothing of it is kept");
    }
    return stored;
  }

  InputStream open(Person owner, UUID id) {
    MediaRows.Row row = rows.find(owner, id)
        .orElseThrow(() -> new VaultException(
            "no such file is kept for this person; it was discarded, or the person was erased"));
    if (row.state() != MediaRows.State.KEPT) {
      throw MediaRefusal.INFECTED.exception();
    }
    try {
      return streams.open(owner, MediaRows.file(id), row.key(), Files.newInputStream(file(id)));
    } catch (IOException e) {
      throw Disk.refused(e);
    }
  }

  List<StoredMedia> of(Person owner) {
    return rows.of(owner).stream()
        .filter(row -> row.state() == MediaRows.State.KEPT)
        .map(row -> rows.open(owner, row))
        .toList();
  }

  boolean discard(Person owner, UUID id) {
    return rows.find(owner, id).isPresent() && remove(id);
  }

  /** The file first: a row without a file can be removed again, a file without a row is never found. */
  private boolean remove(UUID id) {
    Disk.delete(file(id));
    return rows.remove(id);
  }

  int tidyHourly() {
    long now = clock.millis();
    long due = nextLook.get();
    boolean ours =
        now >= due && nextLook.compareAndSet(due, now + Duration.ofHours(1).toMillis());
    return ours ? tidy() : 0;
  }

  private int tidy() {
    List<UUID> abandoned = rows.abandoned(clock.instant().minus(ABANDONED));
    abandoned.forEach(this::remove);
    return abandoned.size();
  }

  private Path shelf(UUID id) {
    return folder.resolve(id.toString().substring(0, 2));
  }

  private Path file(UUID id) {
    return shelf(id).resolve(id + ".sealed");
  }

  PersonalDataSource personalData() {
    return new PersonalDataSource() {
      @Override
      public String name() {
        return "media";
      }

      @Override
      public Removed erase(Person person) {
        if (person.isUnnamed()) {
          throw new IllegalArgumentException(
              "the tenant's own place is no person and cannot be erased");
        }
        return new Removed(
            rows.of(person).stream().filter(row -> remove(row.id())).count());
      }

      @Override
      public long verifyGone(Person person) {
        return rows.count(person);
      }
    };
  }
}
