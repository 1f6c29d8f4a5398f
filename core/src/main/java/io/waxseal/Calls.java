package io.waxseal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The calls that are inside a {@link WhatsApp}, so that closing it can let them end. A call made by a call, such as a
 * handler that sends, belongs to it and may come in while the others are refused.
 */
final class Calls {
  private final ReentrantReadWriteLock inside = new ReentrantReadWriteLock();
  private volatile boolean closing;

  /** Comes in; false if it is closed to those who are not inside already. Who came in must {@link #leave}. */
  boolean enter() {
    if (closing && !isInside()) {
      return false;
    }
    inside.readLock().lock();
    if (closing && inside.getReadHoldCount() == 1) {
      inside.readLock().unlock();
      return false;
    }
    return true;
  }

  void leave() {
    inside.readLock().unlock();
  }

  boolean closing() {
    return closing;
  }

  /** Lets nobody in any more and waits for those inside; false if some are after the wait. */
  boolean close(Duration most) {
    closing = true;
    // who closes from inside would wait for itself
    if (isInside()) {
      return false;
    }
    try {
      boolean empty = inside.writeLock().tryLock(most.toNanos(), TimeUnit.NANOSECONDS);
      if (empty) {
        inside.writeLock().unlock();
      }
      return empty;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean isInside() {
    return inside.getReadHoldCount() > 0;
  }
}
