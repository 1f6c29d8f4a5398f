package io.waxseal.testkit;

import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Archive;
import io.waxseal.person.Context;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.SealedStreams;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import io.waxseal.store.Dialect;
import io.waxseal.store.Transaction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A vault over the JDK's AES-GCM with keys in memory, for tests of core, which cannot see the crypto module. Real
 * sealing, real erasure, no durable keys: what a second process would need is not here.
 */
public final class TestVault implements Vault {
  private static final int IV = 12;

  private final Map<Person, byte[]> keys;
  private final Map<Person, Instant> erased;
  private final byte[] indexKey;
  private final Database database;

  public TestVault(Database database) {
    this(database, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), random(32));
  }

  private TestVault(
      Database database, Map<Person, byte[]> keys, Map<Person, Instant> erased, byte[] indexKey) {
    this.database = database;
    this.keys = keys;
    this.erased = erased;
    this.indexKey = indexKey;
    database.require(
        "test_archive",
        database.dialect() == Dialect.SQLITE
            ? "CREATE TABLE IF NOT EXISTS test_archive (id BLOB PRIMARY KEY, person BLOB NOT NULL,"
                + " at INTEGER NOT NULL, sealed BLOB);\n"
            : "CREATE TABLE test_archive (id BYTEA PRIMARY KEY, person BYTEA NOT NULL, at BIGINT NOT NULL,"
                + " sealed BYTEA, rowid BIGINT GENERATED ALWAYS AS IDENTITY);\n");
  }

  /** The same keys, as another node would have them, over its own connections to the same tables. */
  public TestVault twin(Database other) {
    return new TestVault(other, keys, erased, indexKey);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  @Override
  public byte[] seal(Person owner, Context context, byte[] plain) {
    Objects.requireNonNull(context, "context");
    if (erased.containsKey(owner)) {
      throw new VaultException("the person was erased");
    }
    byte[] key = keys.computeIfAbsent(owner, person -> random(32));
    byte[] iv = random(IV);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, iv, owner, context, plain, 0, plain.length);
    byte[] record = Arrays.copyOf(iv, IV + sealed.length);
    System.arraycopy(sealed, 0, record, IV, sealed.length);
    return record;
  }

  @Override
  public Opened open(Person owner, Context context, byte[] sealed) {
    Objects.requireNonNull(context, "context");
    Instant gone = erased.get(owner);
    if (gone != null) {
      return new Opened.Erased(gone);
    }
    byte[] key = keys.get(owner);
    if (key == null || sealed == null || sealed.length < IV) {
      throw new VaultException("the record is damaged or of another place");
    }
    byte[] iv = Arrays.copyOf(sealed, IV);
    return new Opened.Plain(
        crypt(Cipher.DECRYPT_MODE, key, iv, owner, context, sealed, IV, sealed.length - IV));
  }

  private static byte[] crypt(
      int mode,
      byte[] key,
      byte[] iv,
      Person owner,
      Context context,
      byte[] in,
      int offset,
      int length) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
      cipher.updateAAD((owner + "|" + context).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(in, offset, length);
    } catch (GeneralSecurityException e) {
      throw new VaultException("the record is damaged or of another place");
    }
  }

  @Override
  public byte[] index(Tenant tenant, String field, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(indexKey, "HmacSHA256"));
      byte[] hash =
          mac.doFinal((tenant.id() + "|" + field + "|" + value).getBytes(StandardCharsets.UTF_8));
      byte[] index = new byte[17];
      System.arraycopy(hash, 0, index, 1, 16);
      return index;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whole files in memory, which tests of core are small enough for. */
  @Override
  public SealedStreams streams() {
    return new SealedStreams() {
      @Override
      public byte[] newKey(Person owner, Context context) {
        return TestVault.this.seal(owner, context, random(32));
      }

      @Override
      public OutputStream seal(Person owner, Context context, byte[] key, OutputStream to) {
        TestVault.this.open(owner, context, key).orThrow();
        return new ByteArrayOutputStream() {
          @Override
          public void close() throws IOException {
            to.write(TestVault.this.seal(owner, context, toByteArray()));
            to.close();
          }
        };
      }

      @Override
      public InputStream open(Person owner, Context context, byte[] key, InputStream from)
          throws IOException {
        TestVault.this.open(owner, context, key).orThrow();
        try (from) {
          return new ByteArrayInputStream(
              TestVault.this.open(owner, context, from.readAllBytes()).orThrow());
        }
      }
    };
  }

  @Override
  public Archive archive() {
    return new TestArchive();
  }

  @Override
  public PersonalDataSource personalData() {
    return source("keys", person -> keys.containsKey(person) ? 1 : 0, person -> {
      keys.remove(person);
      erased.put(person, Instant.EPOCH);
    });
  }

  private interface Counter {
    long count(Person person);
  }

  private interface Remover {
    void remove(Person person);
  }

  private static PersonalDataSource source(String name, Counter counter, Remover remover) {
    return new PersonalDataSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Found find(Person person) {
        return new Found(counter.count(person));
      }

      @Override
      public Removed erase(Person person) {
        long before = counter.count(person);
        remover.remove(person);
        return new Removed(before);
      }

      @Override
      public long verifyGone(Person person) {
        return counter.count(person);
      }
    };
  }

  private final class TestArchive implements Archive {
    @Override
    public void add(Transaction transaction, Person person, UUID id, Instant at, byte[] content) {
      byte[] sealed = seal(person, context(id), content);
      database.inTransaction(tx -> Sql.update(
          tx,
          "INSERT INTO test_archive (id, person, at, sealed) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
          id,
          person.id(),
          at,
          sealed));
    }

    private Context context(UUID id) {
      return Context.of(io.waxseal.person.RecordKind.MESSAGE, "test_archive", id, "sealed");
    }

    @Override
    public List<Archived> read(Person person, Instant from, int most) {
      return database.inTransaction(tx -> Sql.list(
          tx,
          row -> {
            UUID id = Sql.uuid(row, "id");
            byte[] sealed = row.getBytes("sealed");
            Opened opened = sealed == null
                ? new Opened.Erased(Instant.EPOCH)
                : open(person, context(id), sealed);
            return new Archived(id, Sql.time(row, "at"), opened);
          },
          "SELECT * FROM test_archive WHERE person = ? AND at >= ? ORDER BY at, rowid LIMIT ?",
          person.id(),
          from,
          most));
    }

    @Override
    public PersonalDataSource personalData() {
      return source(
          "archive",
          person -> database.inTransaction(tx -> Sql.count(
              tx,
              "SELECT COUNT(*) FROM test_archive WHERE person = ? AND sealed IS NOT NULL",
              person.id())),
          person -> database.inTransaction(tx -> Sql.update(
              tx, "UPDATE test_archive SET sealed = NULL WHERE person = ?", person.id())));
    }
  }
}
