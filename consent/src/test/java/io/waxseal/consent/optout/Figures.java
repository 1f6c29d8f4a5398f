package io.waxseal.consent.optout;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** How often the standard detector hears what the author of a message meant. */
final class Figures {
  private static final Set<Intent> STOPS = Set.of(Intent.OPT_OUT, Intent.PROVISIONAL);

  private final List<Labelled> rows;

  Figures(List<Labelled> rows) {
    this.rows = rows;
  }

  Share recall(Predicate<Labelled> which) {
    return share(
        row -> row.label() == Intent.OPT_OUT && which.test(row),
        (row, heard) -> STOPS.contains(heard.intent()));
  }

  Share sure() {
    return share(
        row -> row.label() == Intent.OPT_OUT, (row, heard) -> heard.intent() == Intent.OPT_OUT);
  }

  Share falseAlarms(Intent intent) {
    return share(row -> row.label() == Intent.NONE, (row, heard) -> heard.intent() == intent);
  }

  Share doubts() {
    return share(
        row -> row.label() == Intent.PROVISIONAL, (row, heard) -> STOPS.contains(heard.intent()));
  }

  Share rights() {
    return share(
        row -> row.label() == Intent.RIGHTS_ACCESS || row.label() == Intent.RIGHTS_ERASE,
        (row, heard) -> heard.intent() == row.label());
  }

  /** Messages that do not ask to start and are taken to. */
  Share falseStarts() {
    return share(
        row -> row.label() != Intent.OPT_IN_REQUEST,
        (row, heard) -> heard.intent() == Intent.OPT_IN_REQUEST);
  }

  @Override
  public String toString() {
    return "opt-outs heard " + recall(row -> true)
        + ", as sure ones " + sure()
        + "; ordinary messages as opt-outs " + falseAlarms(Intent.OPT_OUT)
        + ", as doubtful ones " + falseAlarms(Intent.PROVISIONAL)
        + "; doubtful ones heard " + doubts()
        + "; rights " + rights()
        + "; false starts " + falseStarts();
  }

  private interface Right {
    boolean is(Labelled row, Heard heard);
  }

  private Share share(Predicate<Labelled> which, Right right) {
    int all = 0;
    int hits = 0;
    for (Labelled row : rows) {
      if (which.test(row)) {
        all++;
        hits += right.is(row, IntentDetector.standard().detect(row.said())) ? 1 : 0;
      }
    }
    return new Share(hits, all);
  }

  /** Hits of all, with the Wilson interval of 95 %. */
  record Share(int hits, int all) {
    private static final double Z = 1.96;

    double percent() {
      return all == 0 ? 0 : 100.0 * hits / all;
    }

    private double bound(double sign) {
      double share = percent() / 100;
      double square = Z * Z / all;
      double spread = Z * Math.sqrt(share * (1 - share) / all + square / (4 * all));
      return 100 * (share + square / 2 + sign * spread) / (1 + square);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d of %d (%.1f %%, %.1f to %.1f)",
          hits,
          all,
          percent(),
          all == 0 ? 0 : Math.max(0, bound(-1)),
          all == 0 ? 0 : Math.min(100, bound(1)));
    }
  }
}
