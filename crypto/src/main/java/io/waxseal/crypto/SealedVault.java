package io.waxseal.crypto;

import com.google.crypto.tink.Aead;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.StoreException;
import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.person.Archive;
import io.waxseal.person.Context;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.SealedStreams;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The vault over one database: records sealed with AES-256-GCM through Tink under a key of each person's own, wrapped by
 * a branch key of the tenant, wrapped by the {@link Kek}. Immutable and thread-safe; several processes may open one
 * database.
 *
 * <p>Guarantee: what {@link #seal} gave opens for the same person, place and tenant and nowhere else; once an erasure
 * has returned, no process opens anything of that person through this library, since the person's key is read from the
 * database at each use. Not guaranteed: that no backup holds the destroyed key in wrapped form; the KEK of old backups
 * has to be destroyed too. A lost KEK means lost data: see the escrow recipe of this package.
 */
public final class SealedVault implements Vault {
  private static final String STORE = "vault";

  private final Kek kek;
  private final PersonKeys personKeys;
  private final IndexKeys indexKeys;
  private final SealedStreams streams;
  private final Archive archive;
  private final PersonalDataSource personalData;

  private SealedVault(Database database, Kek kek, Clock clock, PersonKeyStore store) {
    BranchKeys branches = new BranchKeys(database, kek, clock);
    branches.open();
    this.personKeys = new PersonKeys(store, branches, clock);
    this.indexKeys = new IndexKeys(database, branches, clock);
    this.kek = kek;
    this.streams = new TinkStreams(this);
    this.archive = new SealedArchive(database, this, clock);
    this.personalData = new PersonKeySource(store, clock);
  }

  /**
   * Opens the vault of a database, with the system's clock and the person keys in the database; makes its tables, and
   * the KEK if there is none and the database holds no branch key.
   *
   * @param database where keys and archive are kept
   * @param kek wraps the branch keys
   * @return the vault
   * @throws VaultException if the KEK is missing, damaged, or not the one this database was written with
   * @throws SecretUnavailableException if the KEK or its passphrase cannot be had now
   * @throws StoreException if the database refuses
   */
  public static SealedVault on(Database database, Kek kek) {
    return builder().database(database).kek(kek).build();
  }

  /** {@return a builder, for a host with a clock or key store of its own} */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public byte[] seal(Person owner, Context context, byte[] plain) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(plain, "plain");
    PersonKey key = personKeys.findOrCreate(owner);
    return SealedRecord.seal(
        personKeys.unwrap(key), key.id(), key.version(), owner, context, plain);
  }

  @Override
  public Opened open(Person owner, Context context, byte[] sealed) {
    SealedRecord record = SealedRecord.parse(sealed, owner, context);
    Optional<PersonKey> found = personKeys.find(owner);
    if (found.isEmpty() || !record.namesKey(found.get().id(), found.get().version())) {
      throw SealedRecord.refused();
    }
    PersonKey key = found.get();
    if (key.destroyedAt().isPresent()) {
      return new Opened.Erased(key.destroyedAt().get());
    }
    Aead aead;
    try {
      aead = personKeys.unwrap(key);
    } catch (SecretUnavailableException e) {
      return new Opened.Unavailable(String.valueOf(e.getMessage()));
    }
    return new Opened.Plain(record.open(aead));
  }

  @Override
  public byte[] index(Tenant tenant, String field, String value) {
    return indexKeys.index(tenant, field, value);
  }

  @Override
  public List<String> cautions() {
    return kek.cautions();
  }

  @Override
  public SealedStreams streams() {
    return streams;
  }

  @Override
  public Archive archive() {
    return archive;
  }

  @Override
  public PersonalDataSource personalData() {
    return personalData;
  }

  /** Composes a vault. Not thread-safe. */
  public static final class Builder {
    private @Nullable Database database;
    private @Nullable Kek kek;
    private @Nullable Clock clock;
    private @Nullable PersonKeyStore personKeys;

    private Builder() {}

    /**
     * Where keys and archive are kept.
     *
     * @param database the host's database
     * @return this
     * @throws IllegalStateException if it was given before
     */
    public Builder database(Database database) {
      this.database = once("database", this.database, database);
      return this;
    }

    /**
     * What wraps the branch keys.
     *
     * @param kek the KEK
     * @return this
     * @throws IllegalStateException if it was given before
     */
    public Builder kek(Kek kek) {
      this.kek = once("kek", this.kek, kek);
      return this;
    }

    /**
     * Tells when a key was made or destroyed; the system's clock unless given.
     *
     * @param clock the clock
     * @return this
     * @throws IllegalStateException if it was given before
     */
    public Builder clock(Clock clock) {
      this.clock = once("clock", this.clock, clock);
      return this;
    }

    /**
     * Where wrapped person keys are kept; in the database unless given.
     *
     * @param personKeys the store
     * @return this
     * @throws IllegalStateException if it was given before
     */
    public Builder personKeys(PersonKeyStore personKeys) {
      this.personKeys = once("personKeys", this.personKeys, personKeys);
      return this;
    }

    /**
     * Opens the vault, as {@link SealedVault#on} does.
     *
     * @return the vault
     * @throws IllegalStateException if something is missing; all of it is named
     * @throws VaultException if the KEK is missing, damaged, or not the one this database was written with
     * @throws SecretUnavailableException if the KEK or its passphrase cannot be had now
     * @throws StoreException if the database refuses
     */
    public SealedVault build() {
      if (database == null || kek == null) {
        throw new IllegalStateException("a vault lacks " + String.join(" and ", missing()));
      }
      database.require(STORE, Ddl.of(database, SealedVault.class, STORE));
      return new SealedVault(
          database,
          kek,
          clock == null ? Clock.systemUTC() : clock,
          personKeys == null ? PersonKeyStore.on(database) : personKeys);
    }

    private List<String> missing() {
      List<String> missing = new ArrayList<>();
      if (database == null) {
        missing.add("database");
      }
      if (kek == null) {
        missing.add("kek");
      }
      return missing;
    }

    private static <T> T once(String name, @Nullable T before, T value) {
      if (before != null) {
        throw new IllegalStateException(name + " was given twice");
      }
      return Objects.requireNonNull(value, name);
    }
  }
}
