package io.waxseal.proof;

import io.waxseal.proof.Point.Corridor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Holds the thread that reaches the point for ever, tells the harness, and waits for SIGKILL. */
final class Fuse implements Pool.Watcher {
  private final Point point;
  private final Voice voice;
  private final Map<Corridor, AtomicInteger> commits = new ConcurrentHashMap<>();
  private final AtomicInteger handled = new AtomicInteger();

  Fuse(Point point, Voice voice) {
    this.point = point;
    this.voice = voice;
  }

  @Override
  public void before(String sql) {
    if (sql.endsWith("COMMIT")) {
      Corridor corridor = corridor();
      int number = commits.computeIfAbsent(corridor, one -> new AtomicInteger()).incrementAndGet();
      reach(Point.at(Point.Kind.BEFORE_COMMIT, corridor, number));
    }
  }

  @Override
  public void after(String sql) {
    if (sql.endsWith("COMMIT")) {
      Corridor corridor = corridor();
      reach(Point.at(Point.Kind.AFTER_COMMIT, corridor, commits(corridor)));
    }
  }

  void handling() {
    reach(Point.at(Point.Kind.IN_HANDLER, Corridor.WORK, handled.incrementAndGet()));
  }

  private static Corridor corridor() {
    String thread = Thread.currentThread().getName();
    for (Corridor corridor : Corridor.values()) {
      if (corridor.name().equals(thread)) {
        return corridor;
      }
    }
    return Corridor.START;
  }

  int commits(Corridor corridor) {
    AtomicInteger counted = commits.get(corridor);
    return counted == null ? 0 : counted.get();
  }

  int handled() {
    return handled.get();
  }

  private void reach(Point here) {
    if (here.equals(point)) {
      voice.say("point");
      while (true) {
        LockSupport.park();
      }
    }
  }
}
