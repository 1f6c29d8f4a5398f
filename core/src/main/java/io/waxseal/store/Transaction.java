package io.waxseal.store;

import io.waxseal.internal.crypto.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An open transaction of one {@link Database}, bound to the thread that opened it. */
public final class Transaction {
  private static final Pattern TOPIC = Pattern.compile("[a-z][a-z_]{0,62}");
  private static final byte[] LABEL = "waxseal/lock/v1\0".getBytes(StandardCharsets.US_ASCII);

  private final Connection connection;
  private final Engine engine;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final Set<Long> locked = new HashSet<>();
  private final Set<String> topics = new TreeSet<>();
  private long committedNanos;
  private boolean doomed;
  private boolean ended;

  Transaction(Connection connection, Engine engine) {
    this.connection = connection;
    this.engine = engine;
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
   * Waits until no other transaction that named one of the keys is open, and makes later ones that name one wait for
   * the end of this. What is read after it returns is what those before have committed. On SQLite it has nothing to do,
   * since every transaction is alone there.
   *
   * <p>The keys of one call are taken in an order of their own, so calls that name several never wait for each other in
   * a circle. Calls after one another can; then the database refuses one of the transactions, and its
   * {@code StoreException} is retryable.
   *
   * @param keys what to be alone with; no key is ever stored
   * @throws SQLException if others held a key for 10 seconds, or a circle was found
   */
  public void lock(byte[]... keys) throws SQLException {
    TreeSet<Long> wanted = new TreeSet<>();
    for (byte[] key : keys) {
      wanted.add(ByteBuffer.wrap(Digests.sha256(LABEL, key)).getLong());
    }
    wanted.removeAll(locked);
    engine.lock(connection, wanted);
    locked.addAll(wanted);
  }

  /**
   * Runs something once the transaction has committed, in the order of these calls, on this thread, with no
   * transaction open; not at all if it rolls back. Within {@link Database#together} it runs when all have ended. If an action throws, the rest still runs and the first exception
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

  /**
   * How long ago the transaction committed, for an action that waits for something since then.
   *
   * @return the time since the commit, by a clock that nobody sets
   * @throws IllegalStateException if it has not committed
   */
  public Duration sinceCommit() {
    if (committedNanos == 0) {
      throw new IllegalStateException("the transaction has not committed");
    }
    return Duration.ofNanos(System.nanoTime() - committedNanos);
  }

  void committed() {
    // zero stands for never
    committedNanos = System.nanoTime() | 1;
  }

  /**
   * Wakes whoever {@linkplain Database#listen listens} to a topic, on every node, once this transaction has committed;
   * nobody if it rolls back. However often it is called in a transaction, they are woken once. It says that there is
   * something to look at, and carries nothing else. Not guaranteed: that anybody is woken, since this process can die
   * between the commit and the announcement. On SQLite nobody can listen, so it does nothing there.
   *
   * @param topic lower-case letters and underscores, 63 at most, such as {@code wx_inbox}; seen by every user of the
   *     database, so the same whatever the data
   * @throws IllegalArgumentException if the topic has another shape
   * @throws IllegalStateException if the transaction has ended
   */
  public void announce(String topic) {
    if (ended) {
      throw new IllegalStateException("the transaction has ended");
    }
    topics.add(topic(topic));
  }

  /** It becomes part of a statement. */
  static String topic(String topic) {
    if (!TOPIC.matcher(topic).matches()) {
      throw new IllegalArgumentException(
          "a topic is 1 to 63 lower-case letters and underscores, a letter first");
    }
    return topic;
  }

  Set<String> topics() {
    return topics;
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
