package io.waxseal.store;

import java.sql.Connection;
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
  private final String topic;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Connection connection;
  private int renewals;
  private boolean hopeless;
  private boolean complained;
  private volatile boolean closed;

  Listening(ConnectionSource connections, String topic) {
    this.connections = connections;
    this.topic = topic;
  }

  /**
   * Whether something was announced since the last call. It sends nothing and does not wait, so it may be called often.
   *
   * @return false also while nothing can be heard
   */
  public boolean heard() {
    return held(() -> connection != null && PostgresqlNotices.take(connection));
  }

  /**
   * Listens, if it does not yet or the connection was lost; every thirtieth call asks the server whether a connection
   * that says nothing is still alive. Call it before each look that does not depend on listening, so that nothing falls
   * between the two. It waits as long as the pool does for a connection.
   */
  public void renew() {
    held(() -> {
      if (connection == null && !hopeless && !closed) {
        open();
      } else if (connection != null
          && ++renewals % RENEWALS_BETWEEN_CHECKS == 0
          && !connection.isValid(CHECK_SECONDS)) {
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
    Connection borrowed = connections.borrow();
    connection = borrowed;
    if (!PostgresqlNotices.readableFrom(borrowed)) {
      hopeless = true;
      giveBack();
      LOG.info(
          "the pool does not unwrap to PostgreSQL's own connection, so nothing is listened to");
      return;
    }
    borrowed.setAutoCommit(true);
    Engine.execute(borrowed, "LISTEN " + topic);
    if (complained) {
      LOG.info("listening again");
    }
    complained = false;
  }

  /** A dead connection is tried too: the exception tells a pool not to lend it again. */
  @SuppressWarnings("EmptyCatch")
  private void giveBack() {
    Connection lent = connection;
    connection = null;
    if (lent == null) {
      return;
    }
    try {
      Engine.execute(lent, "UNLISTEN " + topic);
    } catch (SQLException | RuntimeException e) {
      // the session has ended, and its listening with it
    }
    try {
      connections.giveBack(lent);
    } catch (SQLException | RuntimeException e) {
      complain(e);
    }
  }

  private void complain(Throwable e) {
    if (!complained) {
      LOG.warn("listening failed with {} and is tried again", e.getClass().getName());
    }
    complained = true;
  }
}
