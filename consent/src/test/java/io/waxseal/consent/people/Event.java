package io.waxseal.consent.people;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that was received once or more.
 *
 * @param id the same for each time it is received
 * @param kind what it is
 * @param cause by what a stop was said, and what a start ends
 * @param phone the phone it names; of a change, the new one; of an alias, what was typed
 * @param account the account it names; of a change, the new one
 * @param parent the parent of the account
 * @param other the previous account (CHANGED), Meta's spelling (ALIAS), the other end (WEAK, SPLIT)
 * @param oldPhone the previous phone (CHANGED)
 * @param at Meta's or the human's time, in hours
 * @param received ours
 */
record Event(
    int id,
    Kind kind,
    Cause cause,
    @Nullable Point phone,
    @Nullable Point account,
    @Nullable Point parent,
    @Nullable Point other,
    @Nullable Point oldPhone,
    long at,
    long received) {
  /** The kinds of events. */
  enum Kind {
    INBOUND,
    STOP,
    START,
    STATUS,
    CODE,
    CHANGED,
    ALIAS,
    KEY,
    WEAK,
    SPLIT,
    GRANT,
    ERASE
  }

  /** By keyword, by Meta's own switch or by the host: a start ends stops of its own cause. */
  enum Cause {
    KEYWORD,
    PLATFORM,
    HOST
  }

  static Event of(int id, Kind kind, long at) {
    return new Event(id, kind, Cause.KEYWORD, null, null, null, null, null, at, at);
  }

  /** Phone or account, as the point is. */
  Event naming(Point point) {
    return point.isPhone()
        ? new Event(id, kind, cause, point, account, parent, other, oldPhone, at, received)
        : point.kind() == Point.Kind.PARENT
            ? new Event(id, kind, cause, phone, account, point, other, oldPhone, at, received)
            : new Event(id, kind, cause, phone, point, parent, other, oldPhone, at, received);
  }

  Event other(@Nullable Point end) {
    return new Event(id, kind, cause, phone, account, parent, end, oldPhone, at, received);
  }

  Event oldPhone(@Nullable Point old) {
    return new Event(id, kind, cause, phone, account, parent, other, old, at, received);
  }

  Event withId(int number) {
    return new Event(number, kind, cause, phone, account, parent, other, oldPhone, at, received);
  }

  Event of(Kind other) {
    return new Event(id, other, cause, phone, account, parent, this.other, oldPhone, at, received);
  }

  Event cause(Cause by) {
    return new Event(id, kind, by, phone, account, parent, other, oldPhone, at, received);
  }

  Event received(long when) {
    return new Event(id, kind, cause, phone, account, parent, other, oldPhone, at, when);
  }

  /** The accounts named, then the phone. */
  Set<Point> named() {
    Set<Point> named = new LinkedHashSet<>();
    Stream.of(account, parent, phone).filter(point -> point != null).forEach(named::add);
    return Collections.unmodifiableSet(named);
  }

  /** The account named, else the phone. */
  Point key() {
    Point key = account != null ? account : phone;
    if (key == null) {
      throw new IllegalStateException("event " + id + " names nobody");
    }
    return key;
  }

  /** Meta's word that the human at one phone is at another, which does not say both accounts. */
  boolean isMove() {
    return kind == Kind.CHANGED
        && phone != null
        && oldPhone != null
        && (account == null || other == null);
  }

  /** Of host or person themselves: received when it happens, and once. */
  boolean ofHost() {
    return switch (kind) {
      case GRANT, CODE, WEAK, SPLIT, ERASE -> true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return "#" + id + " " + kind + (kind == Kind.STOP || kind == Kind.START ? " " + cause : "")
        + said(" phone ", phone) + said(" account ", account) + said(" parent ", parent)
        + said(" other ", other) + said(" old ", oldPhone) + " at " + at
        + (received == at ? "" : " received " + received);
  }

  private static String said(String what, @Nullable Point point) {
    return point == null ? "" : what + point;
  }
}
