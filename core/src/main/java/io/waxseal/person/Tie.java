package io.waxseal.person;

import io.waxseal.internal.crypto.Digests;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A row that ties two points, or dates something that happened to one.
 *
 * @param kind what it says
 * @param from the earlier or the typed point, or one of two equals
 * @param to the later point, or the one Meta wrote
 * @param at when it happened, in milliseconds since 1970
 */
record Tie(Kind kind, IndexedPoint from, IndexedPoint to, long at) {
  private static final int LENGTH = 17;

  /** What a row says. The names are stored and never change. */
  enum Kind {
    /** Meta: the account {@code from} became the account {@code to}. */
    CHANGED,
    /** Meta, or a code that was sent and returned: both accounts are one human's. */
    SAME,
    /** Meta, without user ids: whoever had the phone {@code from} has the phone {@code to} since then. */
    MOVED,
    /** Meta: the spelling {@code from} is the phone {@code to}. */
    ALIAS,
    /** Somebody else: both are one human. */
    WEAK,
    /** Meta: the identity key of the phone changed. */
    KEY
  }

  /** Of a tie of kind {@link Kind#MOVED}: the human who moved, as a point that no user id names. */
  IndexedPoint mover() {
    byte[] told = ByteBuffer.allocate(2 * LENGTH + Long.BYTES)
        .put(from.index())
        .put(to.index())
        .putLong(at)
        .array();
    return IndexedPoint.of(IndexedPoint.Kind.MOVED, Arrays.copyOf(Digests.sha256(told), LENGTH));
  }
}
