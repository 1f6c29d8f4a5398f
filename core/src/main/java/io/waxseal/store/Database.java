package io.waxseal.store;

import io.waxseal.account.StoreException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of a host: one for inbox, directory, journal, audit trail, vault and consent, so that what belongs
 * together commits together. Thread-safe. It stores on SQLite, in one file, or on PostgreSQL.
 *
 * <p>Guarantee: when {@link #inTransaction} returns, what the body wrote is on the disk (SQLite:
 * {@code synchronous=FULL}; PostgreSQL: {@code fsync} and {@code synchronous_commit}). On SQLite deleted rows are
 * overwritten ({@code secure_delete=ON}) and transactions of all processes on one file run one after another; on
 * PostgreSQL they run at {@code READ COMMITTED}, and those that name the same {@linkplain Transaction#lock key} one after
 * another. Not guaranteed: that no older copy exists in a backup or on a worn disk; nor that PostgreSQL has overwritten
 * deleted rows.
 */
public final class Database {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final ConnectionSource connections;
  private final Engine engine;
  private final boolean migrates;
  /** One a database, not one a program: a thread may have a transaction open on each of two. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Transaction> current = new ThreadLocal<>();

  /** What has committed of those that run together, one a database as well. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable List<Transaction>> together = new ThreadLocal<>();

  private Database(ConnectionSource connections, Engine engine, boolean migrates) {
    this.connections = connections;
    this.engine = engine;
    this.migrates = migrates;
  }

  /**
   * A database behind a data source. Each transaction borrows one connection and gives it back; a pool saves opening
   * them. The data source stays the host's to close. On SQLite the tables are made and upgraded; on PostgreSQL they are
   * the host's own migration tool's to make, and only checked.
   *
   * @param dataSource gives connections to one SQLite file or one PostgreSQL database
   * @return the database
   * @throws StoreException if it cannot be reached, is neither, is a PostgreSQL without {@code fsync} or a SQLite file whose
   *     {@code journal_mode} is set to MEMORY or OFF, or if the connection it lends has a transaction open already
   */
  public static Database on(DataSource dataSource) {
    return open(dataSource, Tables.MIGRATED_ON_SQLITE);
  }

  /**
   * A database as {@link #on} opens it, whose tables are made and upgraded on PostgreSQL too. The user of the data source
   * needs the right to.
   *
   * @param dataSource gives connections to one SQLite file or one PostgreSQL database
   * @return the database
   * @throws StoreException as {@link #on} throws it
   */
  public static Database migrating(DataSource dataSource) {
    return open(dataSource, Tables.MIGRATED);
  }

  /**
   * A database as {@link #on} opens it, whose tables are only checked on SQLite too. For a tool beside a host, which must
   * not bring the host's database to another version in passing.
   *
   * @param dataSource gives connections to one SQLite file or one PostgreSQL database
   * @return the database
   * @throws StoreException as {@link #on} throws it
   */
  public static Database existing(DataSource dataSource) {
    return open(dataSource, Tables.CHECKED);
  }

  /**
   * A database for tests, as {@link #migrating} opens it, also on a PostgreSQL that runs with {@code fsync = off}. What
   * was committed may be lost when the machine stops; each start says so in the log.
   *
   * @param dataSource gives connections to one SQLite file or one PostgreSQL database that nobody misses
   * @return the database
   * @throws StoreException if it cannot be reached or is neither
   */
  public static Database forTests(DataSource dataSource) {
    return open(dataSource, Tables.FOR_TESTS);
  }

  /** Whether a store's tables are brought to its version when it is opened. */
  private enum Tables {
    CHECKED,
    FOR_TESTS,
    MIGRATED,
    MIGRATED_ON_SQLITE
  }

  private static Database open(DataSource dataSource, Tables tables) {
    Objects.requireNonNull(dataSource, "dataSource");
    ConnectionSource connections = () -> {
      Connection connection = dataSource.getConnection();
      return new Loan(connection, connection::close);
    };
    Engine engine = recognise(connections, tables);
    boolean migrates = tables == Tables.MIGRATED
        || tables == Tables.FOR_TESTS
        || (tables == Tables.MIGRATED_ON_SQLITE && engine.dialect() == Dialect.SQLITE);
    return new Database(connections, engine, migrates);
  }

  /**
   * A database in memory, for trials and tests: one connection behind a lock, gone with this object.
   *
   * @return the database
   * @throws StoreException if the SQLite driver is not on the path; the message names it
   */
  public static Database inMemory() {
    Connection connection;
    try {
      connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    } catch (SQLException e) {
      throw new StoreException(
          "Database.inMemory() needs SQLite's driver; add org.xerial:sqlite-jdbc to the dependencies",
          false,
          e);
    }
    ReentrantLock lock = new ReentrantLock();
    ConnectionSource connections = () -> {
      lock.lock();
      return new Loan(connection, lock::unlock);
    };
    return new Database(connections, Sqlite.inMemory(), true);
  }

  /** {@return the SQL it speaks} */
  public Dialect dialect() {
    return engine.dialect();
  }

  /**
   * Runs a body in a transaction: joins the one this thread has open on this database, or begins one and commits it
   * after the body, on disk when this method returns. If a joined body throws, the outer transaction cannot commit
   * any more, even if the exception is caught there.
   *
   * @param body what to do
   * @param <T> what it returns
   * @return what the body returned
   * @throws StoreException if the database refuses, is gone, or stayed locked for 10 seconds; nothing has happened then,
   *     except that a PostgreSQL which is lost during the commit may have committed, and the message says so
   * @throws RuntimeException whatever the body throws, and nothing has happened then; or the first that an action after
   *     the commit threw
   */
  public <T extends @Nullable Object> T inTransaction(TransactionBody<T> body) {
    Transaction open = current.get();
    if (open != null) {
      return join(open, body);
    }
    Loan loan = borrow();
    Transaction transaction = new Transaction(loan.connection(), engine);
    T result;
    try {
      loan.prepare(engine);
      result = run(transaction, body);
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      giveBack(loan);
    }
    List<Transaction> others = together.get();
    if (others == null) {
      runActions(List.of(transaction));
    } else {
      others.add(transaction);
    }
    return result;
  }

  /**
   * Runs several transactions of this thread one after another. What they do {@linkplain Transaction#afterCommit after
   * their commits} runs once all have ended, in their order, also if the body throws: what was committed before stays.
   *
   * @param body opens the transactions
   * @throws RuntimeException whatever the body throws, else the first that an action threw
   */
  public void together(Runnable body) {
    if (together.get() != null) {
      body.run();
      return;
    }
    List<Transaction> committed = new ArrayList<>();
    List<Throwable> thrown = new ArrayList<>();
    together.set(committed);
    try {
      body.run();
    } catch (RuntimeException | Error e) {
      thrown.add(e);
    } finally {
      together.remove();
    }
    try {
      runActions(committed);
    } catch (RuntimeException | Error e) {
      thrown.add(e);
    }
    rethrow(thrown);
  }

  /**
   * Runs a body in the transaction that the caller was handed, and in no other.
   *
   * @param transaction the transaction
   * @param body what to do
   * @param <T> what it returns
   * @return what the body returned
   * @throws IllegalStateException if {@code transaction} is not the one this thread has open on this database: it has
   *     ended, or belongs to another database or thread
   * @throws StoreException if the database refuses
   */
  public <T extends @Nullable Object> T inTransaction(
      Transaction transaction, TransactionBody<T> body) {
    if (current.get() != transaction) {
      throw new IllegalStateException(
          "the transaction has ended, or belongs to another database or thread");
    }
    return join(transaction, body);
  }

  /**
   * As {@link #inTransaction(TransactionBody)}, for a body that has no result.
   *
   * @param use what to do
   * @throws StoreException under the same conditions
   * @throws RuntimeException under the same conditions
   */
  public void useTransaction(TransactionUse use) {
    inTransaction(transaction -> {
      use.run(transaction);
      return Boolean.TRUE;
    });
  }

  /**
   * As {@link #inTransaction(Transaction, TransactionBody)}, for a body that has no result.
   *
   * @param transaction the transaction
   * @param use what to do
   * @throws IllegalStateException under the same conditions
   * @throws StoreException if the database refuses
   */
  public void useTransaction(Transaction transaction, TransactionUse use) {
    inTransaction(transaction, joined -> {
      use.run(joined);
      return Boolean.TRUE;
    });
  }

  /**
   * Whether this thread has a transaction open on this database.
   *
   * @return whether {@link #inTransaction} would join one
   */
  public boolean transactionOpen() {
    return current.get() != null;
  }

  /**
   * Asks the database for the time, in a transaction that may write: a database that can only be read fails here.
   *
   * @return its own time, to the millisecond
   * @throws StoreException if it cannot be reached or does not let this program write
   */
  public Instant now() {
    return inTransaction(transaction -> {
      engine.requireWritable(transaction.connection());
      try (Statement statement = transaction.connection().createStatement();
          ResultSet row = statement.executeQuery(engine.clock())) {
        row.next();
        return Instant.ofEpochMilli(row.getLong(1));
      }
    });
  }

  /**
   * Makes sure that the tables of a store exist, in its newest version. SQLite, or a database that {@link #migrating}
   * opened, gets the scripts it has not seen yet, each once, in one transaction; two processes may call it at once. A
   * PostgreSQL opened by {@link #on}, and any database opened by {@link #existing}, is only asked for its version in {@code wx_schema}, which each script raises.
   *
   * @param module the store's name, unique among the stores of this database; its scripts lie in
   *     {@code META-INF/waxseal/<module>.<dialect>.sql}
   * @param ddl one script a version, the first being version 1; statements end with a semicolon at the end of a line
   * @throws StoreException if the database was written by a newer version or refuses a script; or if it is only checked
   *     and its version is older, the message naming the file to run
   */
  public void require(String module, String... ddl) {
    useTransaction(transaction -> {
      if (migrates) {
        Schema.apply(transaction, module, ddl);
      } else {
        Schema.check(transaction.connection(), engine, module, ddl);
      }
    });
  }

  /**
   * Removes copies of deleted rows that the database keeps for itself: empties SQLite's write-ahead log. Called after
   * an erasure. On PostgreSQL it does nothing: how long dead rows and the write-ahead log last is for vacuum and the
   * server's settings to say.
   *
   * @throws IllegalStateException if this thread has a transaction open
   * @throws StoreException if the database refuses, or somebody kept reading for 10 seconds; call it again then
   */
  public void scrub() {
    if (transactionOpen()) {
      throw new IllegalStateException(
          "scrub() cannot run inside a transaction; call it after the commit");
    }
    Loan loan = borrow();
    try {
      engine.scrub(loan.prepare(engine));
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      giveBack(loan);
    }
  }

  /**
   * Hears what transactions {@linkplain Transaction#announce announce}, on any node. On PostgreSQL that takes one
   * connection, held until {@link Listening#close}, from the first {@link Listening#renew} on; a pool needs one more.
   *
   * @param topic as {@link Transaction#announce} takes it
   * @return the listening; empty on SQLite, and if PostgreSQL's own driver is not among the classes of this program
   * @throws IllegalArgumentException if the topic has another shape
   */
  public Optional<Listening> listen(String topic) {
    String name = Transaction.topic(topic);
    return engine.dialect() == Dialect.POSTGRESQL && PostgresqlDriver.isPresent()
        ? Optional.of(new Listening(connections, engine, name))
        : Optional.empty();
  }

  private <T extends @Nullable Object> T join(Transaction open, TransactionBody<T> body) {
    boolean done = false;
    try {
      T result = body.run(open);
      done = true;
      return result;
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      if (!done) {
        open.doom();
      }
    }
  }

  private <T extends @Nullable Object> T run(Transaction transaction, TransactionBody<T> body)
      throws SQLException {
    Connection connection = transaction.connection();
    engine.begin(connection);
    boolean committed = false;
    try {
      current.set(transaction);
      T result = body.run(transaction);
      if (transaction.doomed()) {
        throw new StoreException(
            "a part of this transaction failed before, so the whole is rolled back", false, null);
      }
      commit(connection, transaction.topics());
      transaction.committed();
      committed = true;
      return result;
    } finally {
      current.remove();
      if (!committed) {
        rollback(connection);
      }
    }
  }

  /** A rollback that fails has nothing to add to the exception under way: closing the connection rolls back too. */
  @SuppressWarnings("EmptyCatch")
  private void rollback(Connection connection) {
    try {
      engine.rollback(connection);
    } catch (SQLException e) {
      // the database has already rolled back by itself, or the connection is gone
    }
  }

  /** An action may add another; whatever one throws, the rest runs. */
  private static void runActions(List<Transaction> committed) {
    List<Throwable> thrown = new ArrayList<>();
    for (Transaction transaction : committed) {
      for (int i = 0; i < transaction.actions().size(); i++) {
        try {
          transaction.actions().get(i).run();
        } catch (RuntimeException | Error e) {
          thrown.add(e);
        }
      }
      transaction.end();
    }
    rethrow(thrown);
  }

  private static void rethrow(List<Throwable> thrown) {
    if (thrown.isEmpty()) {
      return;
    }
    Throwable first = thrown.get(0);
    thrown.stream().skip(1).forEach(first::addSuppressed);
    if (first instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) first;
  }

  private Loan borrow() {
    try {
      return connections.borrow();
    } catch (SQLException e) {
      throw failed(e);
    } catch (RuntimeException e) {
      // pools throw their own, also for a database that is only away for a while
      throw new StoreException(
          "the data source gave no connection (" + DatabaseFailure.of(e)
              + "); nothing of the transaction has happened",
          true,
          e);
    }
  }

  private static void giveBack(Loan loan) {
    try {
      loan.giveBack();
    } catch (SQLException e) {
      // what was committed stays committed, so this is no failure of the transaction
      LOG.warn("a connection could not be given back: {}", DatabaseFailure.of(e));
    }
  }

  private static Engine recognise(ConnectionSource connections, Tables tables) {
    try {
      Loan loan = connections.borrow();
      try {
        Engine engine = engine(loan.connection());
        Connection connection = loan.prepare(engine);
        engine.check(connection);
        if (tables == Tables.FOR_TESTS) {
          LOG.warn(
              "Database.forTests: what is committed here may be lost; never keep a customer's data so");
        } else {
          engine.requireDurable(connection);
        }
        return engine;
      } finally {
        loan.giveBack();
      }
    } catch (SQLException e) {
      throw new StoreException("the database cannot be reached: " + DatabaseFailure.of(e), true, e);
    }
  }

  private static Engine engine(Connection connection) throws SQLException {
    String name =
        String.valueOf(connection.getMetaData().getDatabaseProductName()).toLowerCase(Locale.ROOT);
    if (name.equals("sqlite")) {
      return Sqlite.behind(connection);
    }
    if (name.equals("postgresql")) {
      return new Postgresql();
    }
    throw new StoreException(
        "Waxseal stores on SQLite or PostgreSQL; this data source is another database",
        false,
        null);
  }

  private void commit(Connection connection, Set<String> topics) throws SQLException {
    try {
      engine.commit(connection, topics);
    } catch (SQLException e) {
      // it may have been the announcement that failed, after the commit
      if (engine.commitUnknown(e) || !topics.isEmpty()) {
        throw new StoreException(
            "the database was lost or failed during the commit (" + DatabaseFailure.of(e)
                + "); whether the transaction has happened is not known",
            engine.busy(e),
            e);
      }
      throw e;
    }
  }

  private StoreException failed(SQLException e) {
    return new StoreException(
        "the database refused or failed (" + DatabaseFailure.of(e)
            + "); nothing of the transaction has happened",
        engine.busy(e),
        e);
  }
}
