package io.waxseal.graph.media;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.MediaId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.RefusedException;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.StoreException;
import io.waxseal.account.VaultException;
import io.waxseal.audit.AuditEntry;
import io.waxseal.audit.AuditTrail;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.internal.http.GraphTransport;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import io.waxseal.webhook.ReceivedMedia;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files at Meta: uploaded, looked up, deleted, fetched to a path or into the vault. Thread-safe; each call blocks until it
 * is done, within {@link MediaPolicy#within}.
 *
 * <p>Every method that asks Meta throws {@link io.waxseal.account.ApiException} with Meta's code and trace for Meta's
 * error, {@link io.waxseal.account.DeliveryException} if the connection breaks, an answer is no answer of Meta's or the
 * time is over, {@link RefusedException} with a {@link MediaRefusal} for a file that is not what it says, and {@link
 * SecretUnavailableException} if the token cannot be had.
 *
 * <p>Threat: a forged event, a changed answer or a hostile file cannot make it show the token to anybody but Meta, ask an
 * address inside the host's network, fill memory or disk, or hand over a file that was not checked to its last byte. Not
 * stopped: what a genuine file of its claimed type does to the program that opens it; see {@link MediaScanner}.
 */
public final class Media {
  private static final Logger LOG = LoggerFactory.getLogger(Media.class);
  private static final By SELF = By.system("waxseal.media");

  private final Map<PhoneNumberId, Account> accounts;
  private final MediaNodes nodes;
  private final Fetch fetch;
  private final Release release;
  private final @Nullable MediaStore store;
  private final Database database;
  private final AuditTrail trail;

  private Media(
      Map<PhoneNumberId, Account> accounts,
      GraphTransport graph,
      GraphEndpoint endpoint,
      MediaPolicy policy,
      Database database,
      AuditTrail trail,
      @Nullable MediaStore store) {
    this.accounts = Map.copyOf(accounts);
    this.database = database;
    this.trail = trail;
    this.store = store;
    nodes = new MediaNodes(graph.patient(policy.within()));
    fetch = new Fetch(nodes, graph.downloads(), new MediaHosts(endpoint, policy.domains()), policy);
    release = new Release(policy.scanner());
  }

  /**
   * The files of some accounts; {@code WhatsApp.Builder} calls it.
   *
   * @param accounts whose
   * @param graph the road to Meta, closed by who opened it
   * @param endpoint where that leads
   * @param policy what the host wants
   * @param database where the index of kept files is
   * @param vault seals them
   * @param trail gets an entry for each file that was refused
   * @param clock the time
   * @return the client
   * @throws StoreException if there is a folder and it or its table cannot be used
   * @throws VaultException if there is a folder and the vault seals no files
   */
  @SuppressWarnings("exports") // nobody outside can call it, which is the point
  public static Media of(
      Map<PhoneNumberId, Account> accounts,
      GraphTransport graph,
      GraphEndpoint endpoint,
      MediaPolicy policy,
      Database database,
      Vault vault,
      AuditTrail trail,
      Clock clock) {
    MediaStore store = policy.folder().isEmpty()
        ? null
        : new MediaStore(database, vault, policy.folder().get(), clock);
    return new Media(accounts, graph, endpoint, policy, database, trail, store);
  }

  /**
   * Uploads a file for the only account.
   *
   * @param what the file
   * @return Meta's id, good for 30 days
   * @throws RefusedException if the file is longer than Meta takes of its type, or not of that type; nothing was sent
   * @throws IllegalArgumentException if there are several accounts
   */
  public MediaId upload(MediaUpload what) {
    return upload(account(Optional.empty()), what, "");
  }

  /**
   * Uploads a file for one of several accounts.
   *
   * @param number the number that will send it
   * @param what the file
   * @return Meta's id, good for 30 days, for this number only
   * @throws RefusedException if the file is longer than Meta takes of its type, or not of that type; nothing was sent
   * @throws IllegalArgumentException if the number is not an account of ours
   */
  public MediaId upload(PhoneNumberId number, MediaUpload what) {
    return upload(account(Optional.of(number)), what, "");
  }

  /**
   * Uploads what a message attaches; the gate calls it.
   *
   * @param account for which
   * @param what the file
   * @param kind Meta's name of the message's kind, which sets the limit; of others the file's type does
   * @return Meta's id
   * @throws RefusedException if the file is longer than Meta takes for the kind, or not of its type; nothing was sent
   */
  public MediaId upload(Account account, MediaUpload what, String kind) {
    try {
      what.check(kind);
    } catch (IOException e) {
      throw MediaNodes.unreadable();
    }
    return nodes.upload(account, what);
  }

  /**
   * What Meta knows of a file.
   *
   * @param what the file
   * @return its type, length and digest
   * @throws IllegalArgumentException if it names no number and there are several, or one that is not ours
   */
  public MediaMetadata metadata(MediaReference what) {
    return nodes.find(account(what.number()), what.id()).metadata();
  }

  /**
   * Deletes a file at Meta. What was fetched before, or sent, stays. An answer without {@code success} is a {@link
   * io.waxseal.account.DeliveryException}: the file may still be there.
   *
   * @param what the file
   * @throws IllegalArgumentException if it names no number and there are several, or one that is not ours
   */
  public void delete(MediaReference what) {
    nodes.delete(account(what.number()), what.id());
  }

  /**
   * Fetches what came with a message to a path: {@code whatsapp.media().download(image.media(), folder)} in a handler.
   *
   * @param received the file as the event names it
   * @param to where it goes, as for {@link #download(MediaReference, Path)}
   * @return the file
   * @throws RefusedException with a {@link MediaRefusal}, which the audit trail keeps too
   * @throws StoreException if the disk refuses
   * @throws IllegalArgumentException if it came to a number that is not ours
   */
  public MediaFile download(ReceivedMedia received, Path to) {
    return download(MediaReference.of(received), to);
  }

  /**
   * Fetches a file to a path. It is there after every check, whole, or not at all; what was there before is replaced.
   *
   * @param what the file
   * @param to where it goes; in a folder that exists it gets its id and the ending of its type as name
   * @return the file
   * @throws RefusedException with a {@link MediaRefusal}, which the audit trail keeps too
   * @throws StoreException if the disk refuses
   * @throws IllegalArgumentException if it names no number and there are several, or one that is not ours
   */
  public MediaFile download(MediaReference what, Path to) {
    Account account = account(what.number());
    return audited(account, Optional.empty(), () -> {
      Path folder = Files.isDirectory(to) ? to : to.toAbsolutePath().getParent();
      Path part = (folder == null ? to : folder).resolve("." + UUID.randomUUID() + ".part");
      try {
        Fetch.Fetched fetched = Disk.write(part, out -> fetch.fetch(account, what, out));
        release.refuseUnlessClean(release.look(fetched, () -> Files.newInputStream(part)));
        Path target = Files.isDirectory(to)
            ? to.resolve(SafeName.of(what.id().value(), fetched.mimeType()))
            : to;
        Disk.move(part, target);
        return new MediaFile(
            target, fetched.mimeType(), fetched.taken().size(), name(what, fetched));
      } finally {
        Disk.delete(part);
      }
    });
  }

  /**
   * Fetches a file straight into the vault, sealed on its way in one pass: nothing of it is on the disk in the clear, and
   * memory does not grow with it. A file that is kept already is not fetched again.
   *
   * @param owner whose it is, such as {@code Received.person()}
   * @param what the file
   * @return the kept file
   * @throws RefusedException with a {@link MediaRefusal}, which the audit trail keeps too
   * @throws VaultException if the owner was erased
   * @throws StoreException if the disk or the database refuses
   * @throws IllegalStateException if {@link MediaPolicy#folder} was not set
   * @throws IllegalArgumentException if it names no number and there are several, or one of another tenant
   */
  public StoredMedia keep(Person owner, MediaReference what) {
    MediaStore kept = store();
    Account account = account(what.number());
    if (!account.tenant().equals(owner.tenant())) {
      throw new IllegalArgumentException("the file came to a number of another tenant");
    }
    return audited(
        account,
        Optional.of(owner),
        () -> kept.keep(
            owner,
            what.id(),
            to -> {
              Fetch.Fetched fetched = fetch.fetch(account, what, to);
              return new MediaStore.Arrived(fetched, name(what, fetched));
            },
            release));
  }

  /**
   * Fetches what came with a message straight into the vault, as {@link #keep(Person, MediaReference)} does.
   *
   * @param owner whose it is, such as {@code Received.person()}
   * @param received the file as the event names it
   * @return the kept file
   * @throws RefusedException with a {@link MediaRefusal}, which the audit trail keeps too
   * @throws VaultException if the owner was erased
   * @throws StoreException if the disk or the database refuses
   * @throws IllegalStateException if {@link MediaPolicy#folder} was not set
   * @throws IllegalArgumentException if it came to a number that is not ours, or of another tenant
   */
  public StoredMedia keep(Person owner, ReceivedMedia received) {
    return keep(owner, MediaReference.of(received));
  }

  /**
   * Opens a kept file. Each chunk is checked when it is read; reading throws an {@link IOException} at the first that was
   * changed, moved or left out. Close it.
   *
   * @param media the file
   * @return its content
   * @throws VaultException if it was discarded, or its owner was erased
   * @throws RefusedException if it is in quarantine
   * @throws StoreException if the disk refuses
   * @throws IllegalStateException if {@link MediaPolicy#folder} was not set
   */
  public InputStream open(StoredMedia media) {
    return store().open(media.owner(), media.id());
  }

  /**
   * The kept files of a person, oldest first, without those in quarantine.
   *
   * @param owner whose
   * @return the files
   * @throws VaultException if the owner is being erased
   * @throws IllegalStateException if {@link MediaPolicy#folder} was not set
   */
  public List<StoredMedia> kept(Person owner) {
    return store().of(owner);
  }

  /**
   * Deletes a kept file, also one in quarantine.
   *
   * @param owner whose it is
   * @param id our own id of it
   * @return whether there was one
   * @throws StoreException if the disk or the database refuses
   * @throws IllegalStateException if {@link MediaPolicy#folder} was not set
   */
  public boolean discard(Person owner, UUID id) {
    return store().discard(owner, id);
  }

  /** {@return the source whose erasure deletes a person's files; empty without a folder} */
  public Optional<PersonalDataSource> personalData() {
    return Optional.ofNullable(store).map(MediaStore::personalData);
  }

  /**
   * Deletes what processes left that died while a file came in, a day later; looks once an hour at most.
   *
   * @return how many files
   */
  public int tidy() {
    return store == null ? 0 : store.tidyHourly();
  }

  private MediaStore store() {
    if (store == null) {
      throw new IllegalStateException(
          "no folder for files is set; build with media(MediaPolicy.standard().folder(path))");
    }
    return store;
  }

  private Account account(Optional<PhoneNumberId> number) {
    if (number.isEmpty() && accounts.size() != 1) {
      throw new IllegalArgumentException(
          "there are " + accounts.size() + " accounts; say which with from(…)");
    }
    Account account =
        number.isEmpty() ? accounts.values().iterator().next() : accounts.get(number.get());
    if (account == null) {
      throw new IllegalArgumentException(
          "the file belongs to a number that is not an account of this WhatsApp");
    }
    return account;
  }

  private static String name(MediaReference what, Fetch.Fetched fetched) {
    return SafeName.of(what.fileName().orElse(what.id().value()), fetched.mimeType());
  }

  private <T> T audited(Account account, Optional<Person> owner, Supplier<T> call) {
    try {
      return call.get();
    } catch (RefusedException e) {
      AuditEntry entry =
          AuditEntry.of("media.refused", account.tenant(), SELF).with("reason", e.reason());
      record(owner.map(entry::about).orElse(entry));
      throw e;
    }
  }

  /** A refusal stands even if it cannot be recorded. */
  private void record(AuditEntry entry) {
    try {
      database.useTransaction(tx -> {
        trail.record(tx, entry);
      });
    } catch (StoreException | VaultException | SecretUnavailableException e) {
      LOG.error("a refused file could not be written to the audit trail: {}", e.getMessage());
    }
  }

  @Override
  public String toString() {
    return "Media";
  }
}
