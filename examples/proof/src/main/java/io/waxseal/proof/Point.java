package io.waxseal.proof;

import java.util.Locale;
import java.util.Objects;

/**
 * Where a victim dies.
 *
 * @param kind what kind of place
 * @param corridor whose commit, if it is one
 * @param number the how manieth, from 1
 */
record Point(Kind kind, Corridor corridor, int number) {
  /** Kills at the end of its script, when nothing is under way. */
  static final Point END = new Point(Kind.END, Corridor.START, 1);

  /** What kind of place. */
  enum Kind {
    /** Nothing is under way. */
    END,
    /** At an instant drawn at random. */
    RANDOM,
    /** Everything written, nothing committed. */
    BEFORE_COMMIT,
    /** Committed, and nobody told. */
    AFTER_COMMIT,
    /** Inside the host's handler. */
    IN_HANDLER,
    /** Meta has the request, and nobody its answer. */
    IN_REQUEST
  }

  /** What a thread of the victim does; its name is the thread's name. */
  enum Corridor {
    /** The composition: tables, keys, start. */
    START,
    /** The answer half. */
    IN,
    /** The work half, handlers and confirmations. */
    WORK,
    /** Grants and sends. */
    OUT,
    /** Grants, stops and resumes. */
    CONSENT,
    /** Erasures, and what comes in before them. */
    ERASE
  }

  static Point at(Kind kind, Corridor corridor, int number) {
    return new Point(
        Objects.requireNonNull(kind, "kind"), Objects.requireNonNull(corridor, "corridor"), number);
  }

  static Point parse(String text) {
    String[] parts = text.split(":", -1);
    return new Point(
        Kind.valueOf(parts[0]), Corridor.valueOf(parts[1]), Integer.parseInt(parts[2]));
  }

  boolean isCommit() {
    return kind == Kind.BEFORE_COMMIT || kind == Kind.AFTER_COMMIT;
  }

  String label() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return kind + ":" + corridor + ":" + number;
  }
}
