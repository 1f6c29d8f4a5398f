package io.waxseal.store;

import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what transactions {@linkplain Transaction#announce announce}, on any node, over one connection of the host's
 * pool. Made by {@link Database#listen}. Thread-safe; it has no thread of its own, so it is asked.
 *
 * <p>Guarantee: nothing fails and nobody waits because listening does. Not guaranteed: that everything is heard. While
 * the connection is lost, behind a pooler that lends sessions for one transaction, or through a pool that does not unwrap
 * its connections, nothing is; so whoever listens also looks by himself from time to time.
 */
public final class Listening implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
  private static final int RENEWALS_BETWEEN_CHECKS = 30;
  private static final int CHECK_SECONDS = 2;

  private final ConnectionSource connections;
  private final Engine engine;
  private final String topic;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Loan loan;
  private int renewals;
  private boolean hopeless;
  private boolean complained;
  private volatile boolean closed;

  Listening(ConnectionSource connections, Engine engine, String topic) {
    this.connections = connections;
    this.engine = engine;
    this.topic = topic;
  }

  /**
   * Whether something was announced since the last call. It sends nothing and does not wait, so it may be called often.
   *
   * @return false also while nothing can be heard
   */
  public boolean heard() {
    return held(() -> loan != null && PostgresqlDriver.take(loan.connection()));
  }

  /**
   * Listens, if it does not yet or the connection was lost; every thirtieth call asks the server whether a connection
   * that says nothing is still alive. Call it before each look that does not depend on listening, so that nothing falls
   * between the two. It waits as long as the pool does for a connection.
   */
  public void renew() {
    held(() -> {
      if (loan == null && !hopeless && !closed) {
        open();
      } else if (loan != null
          && ++renewals % RENEWALS_BETWEEN_CHECKS == 0
          && !loan.connection().isValid(CHECK_SECONDS)) {
        throw new SQLException("the connection is dead", "08006");
      }
      return true;
    });
  }

  /** Gives the connection back; if another thread is just using it, that thread does, before it returns. */
  @Override
  public void close() {
    closed = true;
    giveBackWhenClosed();
  }

  private interface Use {
    boolean run() throws SQLException;
  }

  private boolean held(Use use) {
    lock.lock();
    try {
      return use.run();
    } catch (SQLException | RuntimeException | LinkageError e) {
      giveBack();
      complain(e);
      return false;
    } finally {
      lock.unlock();
      giveBackWhenClosed();
    }
  }

  private void giveBackWhenClosed() {
    if (closed && lock.tryLock()) {
      try {
        giveBack();
      } finally {
        lock.unlock();
      }
    }
  }

  private void open() throws SQLException {
    Loan borrowed = connections.borrow();
    loan = borrowed;
    if (!PostgresqlDriver.readableFrom(borrowed.connection())) {
      hopeless = true;
      giveBack();
      LOG.info(
          "the pool does not unwrap to PostgreSQL's own connection, so nothing is listened to");
      return;
    }
    Engine.execute(borrowed.prepare(engine), "LISTEN " + topic);
    if (complained) {
      LOG.info("listening again");
    }
    complained = false;
  }

  /** A dead connection is tried too: the exception tells a pool not to lend it again. */
  @SuppressWarnings("EmptyCatch")
  private void giveBack() {
    Loan lent = loan;
    loan = null;
    if (lent == null) {
      return;
    }
    try {
      Engine.execute(lent.connection(), "UNLISTEN " + topic);
    } catch (SQLException | RuntimeException e) {
      // the session has ended, and its listening with it
    }
    try {
      lent.giveBack();
    } catch (SQLException | RuntimeException e) {
      complain(e);
    }
  }

  private void complain(Throwable e) {
    if (!complained) {
      LOG.warn("listening failed with {} and is tried again", DatabaseFailure.of(e));
    }
    complained = true;
  }
}
