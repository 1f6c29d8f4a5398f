package io.waxseal.store;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An open transaction of one {@link Database}, bound to the thread that opened it. */
public final class Transaction {
  private final Connection connection;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private boolean doomed;
  private boolean ended;

  Transaction(Connection connection) {
    this.connection = connection;
  }

  /**
   * The connection. Prepare statements on it; committing, closing and changing its mode are the database's work.
   *
   * @return the connection, until the transaction ends
   */
  public Connection connection() {
    return connection;
  }

  /**
   * Runs something once the transaction has committed, in the order of these calls, on this thread, with no
   * transaction open; not at all if it rolls back. If an action throws, the rest still runs and the first exception
   * reaches the caller of {@link Database#inTransaction}; what was committed stays.
   *
   * @param action what to do
   * @throws IllegalStateException if the transaction has ended and its actions have run
   */
  public void afterCommit(Runnable action) {
    if (ended) {
      throw new IllegalStateException("the transaction has ended");
    }
    afterCommit.add(Objects.requireNonNull(action, "action"));
  }

  List<Runnable> actions() {
    return afterCommit;
  }

  /** Nothing can be added any more. */
  void end() {
    ended = true;
  }

  /** A joined part has failed: whatever its caller makes of that, the whole must not commit. */
  void doom() {
    doomed = true;
  }

  boolean doomed() {
    return doomed;
  }
}
