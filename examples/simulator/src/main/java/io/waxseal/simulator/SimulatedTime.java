package io.waxseal.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A clock that is the given one, moved ahead; and what is to happen when it shows a time. */
final class SimulatedTime extends Clock {
  private final Clock base;
  private final PriorityQueue<Due> agenda =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
  private Duration ahead = Duration.ZERO;
  private long numbers;

  SimulatedTime(Clock base) {
    this.base = base;
  }

  @Override
  public synchronized Instant instant() {
    return base.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return zone.equals(getZone()) ? this : new InZone(this, zone);
  }

  synchronized void at(Instant at, Runnable what, Runnable whenForgotten) {
    agenda.add(new Due(at, numbers++, what, whenForgotten));
  }

  synchronized int waiting() {
    return agenda.size();
  }

  void forgetAll() {
    List<Due> forgotten;
    synchronized (this) {
      forgotten = List.copyOf(agenda);
      agenda.clear();
    }
    forgotten.forEach(due -> due.whenForgotten().run());
  }

  /** Moves ahead from one due thing to the next; each runs at its own time and without a lock held. */
  int advance(Duration by) {
    Instant until = instant().plus(by);
    int done = 0;
    for (Due due = next(until); due != null; due = next(until)) {
      due.what().run();
      done++;
    }
    moveTo(until);
    return done;
  }

  private synchronized @Nullable Due next(Instant until) {
    Due due = agenda.peek();
    if (due == null || due.at().isAfter(until)) {
      return null;
    }
    moveTo(due.at());
    return agenda.poll();
  }

  private synchronized void moveTo(Instant time) {
    Duration missing = Duration.between(instant(), time);
    if (missing.compareTo(Duration.ZERO) > 0) {
      ahead = ahead.plus(missing);
    }
  }

  private record Due(Instant at, long number, Runnable what, Runnable whenForgotten) {}

  /** The same clock seen from another zone: it moves along. */
  private static final class InZone extends Clock {
    private final Clock clock;
    private final ZoneId zone;

    InZone(Clock clock, ZoneId zone) {
      this.clock = clock;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new InZone(clock, other);
    }
  }
}
