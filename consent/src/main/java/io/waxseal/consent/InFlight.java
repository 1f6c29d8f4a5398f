package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Sql;
import io.waxseal.message.Purposes;
import io.waxseal.person.IndexedPoint;
import io.waxseal.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The marks of messages that passed the fence and may be on the wire. A stop waits for them after its commit: waiting
 * inside its transaction could never end, since a sender can take its mark away only once that has committed. How old a
 * mark is the database's clock says, the same for every process.
 */
final class InFlight {
  private static final Logger LOG = LoggerFactory.getLogger(InFlight.class);

  /** No call lasts so long; an older mark was left by a process that died. */
  private static final Duration STALE = Duration.ofMinutes(2);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Database database;
  private final Purposes declared;

  InFlight(Database database, Purposes declared) {
    this.database = database;
    this.declared = declared;
  }

  /** Keeps stops of these points and other fences apart from this transaction; nothing is read before. */
  void lock(Collection<IndexedPoint> points) {
    database.useTransaction(tx -> {
      StopIndex.lock(tx, points);
    });
  }

  /** Marks a transmission in the transaction of the fence. */
  void mark(Tenant tenant, Collection<IndexedPoint> points, String purpose, UUID transmission) {
    database.useTransaction(tx -> {
      Instant now = database.now();
      for (IndexedPoint point : Set.copyOf(points)) {
        Sql.update(
            tx,
            "INSERT INTO wx_consent_mark (tenant, point, purpose, transmission, granted_at) VALUES (?, ?, ?, ?, ?)",
            tenant.id(),
            point.index(),
            purpose,
            transmission,
            now);
      }
    });
  }

  void settled(UUID transmission) {
    database.inTransaction(
        tx -> Sql.update(tx, "DELETE FROM wx_consent_mark WHERE transmission = ?", transmission));
  }

  /**
   * Waits until no message that a stop forbids is on its way, at most until two seconds after the stop was on the disk, so
   * that the stops of one request wait together; returns how many still are.
   */
  long awaitNone(
      Tenant tenant, Collection<IndexedPoint> points, String scope, Duration sinceCommit) {
    long deadline = System.nanoTime() + LONGEST_WAIT.minus(sinceCommit).toNanos();
    // an interrupted thread could not park; whoever interrupted it finds that out afterwards
    boolean interrupted = Thread.interrupted();
    try {
      long left = count(tenant, points, scope);
      while (left > 0 && System.nanoTime() < deadline) {
        LockSupport.parkNanos(STEP_NANOS);
        interrupted |= Thread.interrupted();
        left = count(tenant, points, scope);
      }
      dropStale(tenant, points);
      return left;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits as a stop does, then forgets the marks: what a dead process left must not outlive the person. */
  void forget(Tenant tenant, Collection<IndexedPoint> points) {
    awaitNone(tenant, points, Scopes.EVERYTHING, Duration.ZERO);
    StopIndex.Rows rows = StopIndex.rows(tenant, points);
    database.inTransaction(tx -> {
      StopIndex.lock(tx, points);
      return Sql.update(tx, "DELETE FROM wx_consent_mark WHERE " + rows.sql(), rows.values());
    });
  }

  private long count(Tenant tenant, Collection<IndexedPoint> points, String scope) {
    StopIndex.Rows rows = StopIndex.rows(tenant, points);
    return database.inTransaction(tx -> Sql.list(
            tx,
            row -> row.getString("purpose"),
            "SELECT DISTINCT transmission, purpose FROM wx_consent_mark WHERE granted_at >= ? AND "
                + rows.sql(),
            rows.values(database.now().minus(STALE)))
        .stream()
        .filter(purpose -> covers(scope, purpose))
        .count());
  }

  /** A stop waits for messages of undeclared purposes too: another program may have sent them. */
  private boolean covers(String scope, String purpose) {
    return declared.find(purpose).map(known -> Scopes.covers(scope, known)).orElse(true);
  }

  private void dropStale(Tenant tenant, Collection<IndexedPoint> points) {
    int dropped = 0;
    for (IndexedPoint point : points) {
      // one at a time: nobody waits in a circle with who holds one lock
      Set<IndexedPoint> one = Set.of(point);
      StopIndex.Rows rows = StopIndex.rows(tenant, one);
      dropped += database.inTransaction(tx -> {
        StopIndex.lock(tx, one);
        return Sql.update(
            tx,
            "DELETE FROM wx_consent_mark WHERE granted_at < ? AND " + rows.sql(),
            rows.values(database.now().minus(STALE)));
      });
    }
    if (dropped > 0) {
      LOG.warn(
          "{} marks were dropped that a process left which died while sending; what became of it is not known",
          dropped);
    }
  }
}
