package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.internal.identifier.Form;
import io.waxseal.redaction.internal.identifier.Identifier;
import io.waxseal.redaction.internal.identifier.IdentifierTable;

/**
 * How sure it is that a number is of a kind, from 0 to about 1: what its structure proves, plus the word that announces
 * it, plus the usual grouping, less a word that speaks of something else.
 */
final class Confidence {

  /** The rank of a word that follows. */
  static final int FOLLOWED = -1;

  /** The rank where no word announces the kind. */
  static final int UNANNOUNCED = -2;

  /** Kinds that score no more are written in a usual way and have their word on the left. */
  static final double PLAIN = 0.3;

  private static final double LEFT_WORD = 0.42;
  private static final double LESS_PER_WORD = 0.03;
  private static final double RIGHT_WORD = 0.3;
  private static final double TIGHT = 0.15;
  private static final double SPACED = 0.03;
  private static final double UNUSUAL = -0.1;
  private static final double EXACT = 0.03;
  private static final double NEGATIVE = -0.25;
  private static final double HOME = 0.02;

  private Confidence() {}

  /**
   * The score of a window as one kind.
   *
   * @param rank how many announcing words stand nearer on the left than the one for this kind, or one of the constants
   * @param exact whether it is grouped as the form says
   * @param negative whether the nearest word speaks of something else
   * @param region the country whose numbers are meant, or empty
   */
  static double of(
      IdentifierTable.Entry entry, int rank, boolean exact, boolean negative, String region) {
    Identifier identifier = entry.identifier();
    boolean home = identifier.country().equals(region);
    if (identifier.needsWord() && rank == UNANNOUNCED) {
      return 0;
    }
    if (!exact && identifier.score() < PLAIN) {
      return 0;
    }
    double score = identifier.score();
    if (rank >= 0) {
      score += LEFT_WORD - LESS_PER_WORD * rank;
    } else if (rank == FOLLOWED) {
      score += RIGHT_WORD;
    } else if (negative) {
      score += NEGATIVE;
    }
    Form form = entry.form();
    if (!exact) {
      score += UNUSUAL;
    } else if (!form.isGrouped()) {
      score += rank == UNANNOUNCED ? 0 : EXACT;
    } else {
      score += form.isTight() ? TIGHT : SPACED;
    }
    return score + (home ? HOME : 0);
  }
}
