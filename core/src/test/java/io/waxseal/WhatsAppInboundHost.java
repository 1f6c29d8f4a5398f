package io.waxseal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.Account;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretSource;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Guard;
import io.waxseal.internal.crypto.Digests;
import io.waxseal.internal.sql.Sql;
import io.waxseal.json.JsonString;
import io.waxseal.person.Archive;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import io.waxseal.testkit.TestClock;
import io.waxseal.testkit.TestVault;
import io.waxseal.webhook.InboundFilter;
import io.waxseal.webhook.Inbox;
import io.waxseal.webhook.SignatureVerifier;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A host on a real SQLite file, whose disk a test can pull out, and the deliveries that Meta sends it. */
final class WhatsAppInboundHost {
  static final Secret SECRET = Secret.of("the app secret of 111");
  static final String ANA = "4915550100001";
  static final String BEN = "4915550100002";

  final TestClock clock = new TestClock();
  final Disk disk;
  final Database database;
  final TestVault vault;

  WhatsAppInboundHost(Path folder) {
    disk = new Disk(folder.resolve("waxseal.sqlite"));
    database = Database.on(disk);
    vault = new TestVault(database);
  }

  WhatsAppInboundHost(Database database) {
    disk = null;
    this.database = database;
    vault = new TestVault(database);
  }

  private WhatsAppInboundHost(Database database, TestVault vault) {
    disk = null;
    this.database = database;
    this.vault = vault;
  }

  /** Another node of the same host, with connections of its own. */
  WhatsAppInboundHost twin(Database other) {
    return new WhatsAppInboundHost(other, vault.twin(other));
  }

  /** Everything but a rule of consent, which the way in does not need. */
  WhatsApp.Builder builder() {
    return bare().account(account("111", SECRET));
  }

  WhatsApp.Builder bare() {
    return WhatsApp.builder()
        .database(database)
        .vault(vault)
        .clock(clock)
        .ungated("the way in is tested alone");
  }

  static Account account(String number, Secret secret) {
    return Account.of(number, "222").appSecrets(Secrets.fixed(secret));
  }

  /** A source that is asked once at the start and fails from then on. */
  static SecretSource onceThen(RuntimeException failure) {
    AtomicBoolean asked = new AtomicBoolean();
    return () -> {
      if (asked.getAndSet(true)) {
        throw failure;
      }
      return SECRET;
    };
  }

  static Guard beforeAnswer(InboundFilter filter) {
    return new Guard() {
      @Override
      public List<InboundFilter> beforeAnswer() {
        return List.of(filter);
      }
    };
  }

  static Guard beforeHandlers(InboundFilter filter) {
    return new Guard() {
      @Override
      public List<InboundFilter> beforeHandlers() {
        return List.of(filter);
      }
    };
  }

  static Guard reaction(AfterEvent reaction) {
    return new Guard() {
      @Override
      public List<AfterEvent> afterEvents() {
        return List.of(reaction);
      }
    };
  }

  static int deliver(WhatsApp whatsapp, String body) {
    return deliver(whatsapp, body, SECRET);
  }

  static int deliver(WhatsApp whatsapp, String body, Secret secret) {
    byte[] bytes = body.getBytes(UTF_8);
    return whatsapp.receive(bytes, headers(sign(bytes, secret))).status();
  }

  static java.util.function.Function<String, String> headers(String signature) {
    return name -> name.equals(SignatureVerifier.HEADER) ? signature : null;
  }

  static String sign(byte[] body, Secret secret) {
    return "sha256=" + HexFormat.of().formatHex(Digests.hmacSha256(secret, body));
  }

  static String text(String from, String id, String words) {
    return "{\"from\":\"" + from + "\",\"id\":\"" + id
        + "\",\"timestamp\":\"1789000001\",\"type\":\"text\",\"text\":{\"body\":"
        + new JsonString(words).toText() + "}}";
  }

  static String messages(String... messages) {
    return change("111", "\"messages\":[" + String.join(",", messages) + "]");
  }

  static String change(String number, String lists) {
    return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"222\",\"changes\":[{\"field\":\"messages\","
        + "\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"15550001111\","
        + "\"phone_number_id\":\"" + number + "\"}," + lists + "}}]}]}";
  }

  long waiting() {
    return Inbox.on(database, clock).waiting(Tenant.DEFAULT);
  }

  long count(String table) {
    return database.inTransaction(tx -> Sql.count(tx, "SELECT COUNT(*) FROM " + table));
  }

  /** How many entries of a type the audit trail holds, placed in the tree or still staged. */
  long audited(String type) {
    byte[] spelt = type.getBytes(UTF_8);
    return database.inTransaction(tx -> Sql.count(
        tx,
        "SELECT COUNT(*) FROM (SELECT leaf FROM wx_audit_stage UNION ALL SELECT leaf FROM wx_audit_entry)"
            + " WHERE instr(leaf, ?) > 0",
        spelt));
  }

  Person person(WhatsApp whatsapp, String number) {
    return whatsapp
        .people()
        .find(Tenant.DEFAULT, Set.of(ContactPoint.phone(number)))
        .orElseThrow();
  }

  List<Archive.Archived> archived(Person person) {
    return vault.archive().read(person, Instant.EPOCH, 100);
  }

  static String words(Archive.Archived entry) {
    return new String(entry.content().orThrow(), UTF_8);
  }

  /** A data source that a test can pull out, fill up or protect from writing. */
  static final class Disk implements DataSource {
    private final SQLiteDataSource file = new SQLiteDataSource();
    private final AtomicInteger until = new AtomicInteger();
    volatile boolean gone;
    volatile boolean full;
    volatile boolean readOnly;

    Disk(Path path) {
      file.setUrl("jdbc:sqlite:" + path);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (gone || until.getAndUpdate(left -> Math.max(0, left - 1)) == 1) {
        throw new SQLException("the disk is gone", "08006", 10);
      }
      if (readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return config.createConnection(file.getUrl());
      }
      Connection connection = file.getConnection();
      if (full) {
        try (Statement statement = connection.createStatement()) {
          // not below what the file has: no page more
          statement.execute("PRAGMA max_page_count = 1");
        }
      }
      return connection;
    }

    /** Refuses one connection, counted from now, the next being the first. */
    void refuseTheConnection(int number) {
      until.set(number);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
      return file.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
      file.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
      file.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
      return file.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      return file.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
      return file.isWrapperFor(type);
    }
  }
}
