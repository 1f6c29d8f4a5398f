package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.internal.identifier.IdentifierTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Which kinds of number have a form with letters at given places, in so many groups; remembered for the shapes that were
 * asked for last, since texts repeat few of them. Shared by threads: a shape never changes, and one that two threads find at
 * once is found twice.
 */
final class Shapes {

  private static final int BITS = 13;
  private static final int REMEMBERED = 1 << BITS;
  private static final IdentifierTable.Entry[] NONE = {};

  /** The kinds that may be written with letters at certain places. */
  static final class Shape {

    private final int length;
    private final long letters;
    private final int groups;
    private final IdentifierTable.Entry[] unannounced;
    private final boolean possible;
    private final boolean followed;

    private Shape(
        int length,
        long letters,
        int groups,
        IdentifierTable.Entry[] unannounced,
        boolean possible,
        boolean followed) {
      this.length = length;
      this.letters = letters;
      this.groups = groups;
      this.unannounced = unannounced;
      this.possible = possible;
      this.followed = followed;
    }

    int length() {
      return length;
    }

    /** Ones where letters stand. */
    long letters() {
      return letters;
    }

    /** Those that can count without a word. */
    IdentifierTable.Entry[] unannounced() {
      return unannounced;
    }

    /** Whether any kind is written so. */
    boolean isPossible() {
      return possible;
    }

    /** Whether a word that follows can announce some. */
    boolean isFollowed() {
      return followed;
    }
  }

  private final Settings settings;
  private final Shape[] shapes = new Shape[REMEMBERED];

  /** The shapes of digits alone, by their number and that of their groups: most windows are of one of these. */
  private final Shape[] ofDigits =
      new Shape[(Stretch.LONGEST_VALUE + 1) * (Stretch.MOST_GROUPS + 1)];

  Shapes(Settings settings) {
    this.settings = settings;
  }

  Shape of(int length, long letters, int groups) {
    return letters == 0 ? ofDigits(length, groups) : withLetters(length, letters, groups);
  }

  private Shape ofDigits(int length, int groups) {
    int slot = groups * (Stretch.LONGEST_VALUE + 1) + length;
    Shape shape = ofDigits[slot];
    if (shape == null) {
      shape = find(length, 0, groups);
      ofDigits[slot] = shape;
    }
    return shape;
  }

  private Shape withLetters(int length, long letters, int groups) {
    int slot =
        (int) ((((letters * 67 + length) * 13 + groups) * 0x9E3779B97F4A7C15L) >>> (64 - BITS));
    Shape shape = shapes[slot];
    if (shape == null
        || shape.length != length
        || shape.letters != letters
        || shape.groups != groups) {
      shape = find(length, letters, groups);
      shapes[slot] = shape;
    }
    return shape;
  }

  private Shape find(int length, long letters, int groups) {
    List<IdentifierTable.Entry> unannounced = new ArrayList<>();
    boolean possible = false;
    boolean followed = false;
    for (IdentifierTable.Entry entry : IdentifierTable.STANDARD.ofLength(length)) {
      if (entry.form().admits(letters)) {
        possible = true;
        followed |= entry.identifier().score() > Confidence.PLAIN;
        if (mayCountAlone(entry, groups)) {
          unannounced.add(entry);
        }
      }
    }
    return new Shape(length, letters, groups, unannounced.toArray(NONE), possible, followed);
  }

  private boolean mayCountAlone(IdentifierTable.Entry entry, int groups) {
    return (entry.form().boundaries() == groups - 1 && reachesThreshold(entry, true))
        || reachesThreshold(entry, false);
  }

  private boolean reachesThreshold(IdentifierTable.Entry entry, boolean exact) {
    return Confidence.of(entry, Confidence.UNANNOUNCED, exact, false, settings.region())
        >= settings.threshold();
  }
}
