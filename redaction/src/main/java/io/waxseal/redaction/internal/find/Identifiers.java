package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.internal.identifier.Form;
import io.waxseal.redaction.internal.identifier.Identifier;
import io.waxseal.redaction.internal.identifier.IdentifierTable;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the numbers of {@link IdentifierTable}. Judges each window of a bounded number of groups of a {@link Stretch} by
 * its form, its check digits and the words around it.
 */
final class Identifiers {

  private static final double SUREST = 0.99;
  private static final IdentifierTable TABLE = IdentifierTable.STANDARD;
  private static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(Match::score)
      .reversed()
      .thenComparing(Comparator.comparingInt(Match::length).reversed())
      .thenComparingInt(Match::start);

  private record Match(Identifier identifier, int start, int end, double score, boolean word) {
    int length() {
      return end - start;
    }
  }

  private final Text text;
  private final Settings settings;
  private final Nearby nearby;
  private final Stretch stretch;
  private final Shapes shapes;
  private final int[] judgedIn = new int[TABLE.size()];
  private int window;
  private final List<Match> matches = new ArrayList<>();

  Identifiers(Text text, Words words, Settings settings, Shapes shapes) {
    this.text = text;
    this.settings = settings;
    this.nearby = new Nearby(text, words);
    this.stretch = new Stretch(text);
    this.shapes = shapes;
  }

  void clear() {
    nearby.clear();
    stretch.clear();
    matches.clear();
  }

  /** Judges the stretch around the digit at {@code at}, not before {@code floor}; returns the index behind it. */
  int match(int at, int floor, Found found) {
    int end = stretch.read(at, floor);
    int judged = stretch.judged();
    for (int group = 0; group < judged; group++) {
      if (stretch.mayBegin(group) && standsAlone(stretch.start(group), -1)) {
        windows(group);
      }
    }
    report(found);
    return Math.max(judged < stretch.groups() ? stretch.start(judged) : end, at + 1);
  }

  private void windows(int from) {
    long letters = 0;
    int last = Math.min(stretch.groups(), from + Stretch.MOST_GROUPS);
    for (int to = from + 1; to <= last; to++) {
      int length = stretch.length(from, to);
      if (length > Stretch.LONGEST_VALUE) {
        return;
      }
      letters |= stretch.letters(to - 1) << stretch.length(from, to - 1);
      Shapes.Shape shape = shapes.of(length, letters, to - from);
      if (shape.isPossible() && standsAlone(stretch.end(to - 1), 1)) {
        window(from, to, shape);
      }
    }
  }

  /** Whether what is written up to (or from) an index is not part of a longer word, number, address or amount. */
  private boolean standsAlone(int index, int direction) {
    int i = direction < 0 ? index - 1 : index;
    if (i < 0 || i >= text.length()) {
      return true;
    }
    char c = text.charAt(i);
    if (Chars.isLetter(c)) {
      return Chars.isUnspaced(c);
    }
    if (c == '_' || c == '@' || c == '+' || c == '%' || c == '\\' || Chars.isAsciiDigit(c)) {
      return false;
    }
    char separator = Chars.separator(c);
    int beyond = i + direction;
    boolean tight = separator == '-' || separator == '.' || separator == '/' || c == ',';
    return !tight
        || beyond < 0
        || beyond >= text.length()
        || !(c == ',' ? Chars.digit(text, beyond) >= 0 : isWordPart(text.charAt(beyond)));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) && !Chars.isUnspaced(c);
  }

  /** Judges a window as every kind that a word announces, then as those that need no word. */
  private void window(int from, int to, Shapes.Shape shape) {
    int length = shape.length();
    long letters = shape.letters();
    window++;
    nearby.look(stretch.start(from));
    for (int rank = 0; rank < nearby.leftCount(); rank++) {
      for (IdentifierTable.Entry entry : TABLE.announced(nearby.left(rank), length)) {
        judge(entry, letters, from, to, rank);
      }
    }
    nearby.lookPast(stretch.end(to - 1));
    int followed = shape.isFollowed() ? nearby.rightCount() : 0;
    for (int i = 0; i < followed; i++) {
      for (IdentifierTable.Entry entry : TABLE.announced(nearby.right(i), length)) {
        if (entry.identifier().score() > Confidence.PLAIN) {
          judge(entry, letters, from, to, Confidence.FOLLOWED);
        }
      }
    }
    if (letters == 0 && to == from + 1 && isTime(from, to, length)) {
      return;
    }
    for (IdentifierTable.Entry entry : shape.unannounced()) {
      judge(entry, letters, from, to, Confidence.UNANNOUNCED);
    }
  }

  /** Milliseconds since 1970 of the years 2018 to 2032, or year to second: what programs write in every line. */
  private boolean isTime(int from, int to, int length) {
    if (length != 13 && length != 14) {
      return false;
    }
    String digits = stretch.value(from, to);
    if (length == 13) {
      return digits.compareTo("1514764800000") >= 0 && digits.compareTo("1988150400000") < 0;
    }
    return digits.compareTo("19900101") >= 0
        && digits.compareTo("21") < 0
        && within(digits, 4, 1, 12)
        && within(digits, 6, 1, 31)
        && within(digits, 8, 0, 23)
        && within(digits, 10, 0, 59)
        && within(digits, 12, 0, 59);
  }

  private static boolean within(String digits, int at, int least, int most) {
    int value = (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
    return value >= least && value <= most;
  }

  private void judge(IdentifierTable.Entry entry, long letters, int from, int to, int rank) {
    Form form = entry.form();
    if (judgedIn[entry.number()] == window
        || !form.fits(letters, stretch.characters(), stretch.first(from))) {
      return;
    }
    judgedIn[entry.number()] = window;
    Identifier identifier = entry.identifier();
    int announced = rank;
    if (rank >= 0 && identifier.needsWord() && nearby.isUsed(rank)) {
      announced = identifier.score() > Confidence.PLAIN && nearby.follows(identifier)
          ? Confidence.FOLLOWED
          : Confidence.UNANNOUNCED;
    }
    double score = Confidence.of(
        entry, announced, isExact(form, from, to), nearby.isNegative(), settings.region());
    if (score >= settings.threshold() && identifier.passes(form, stretch.value(from, to))) {
      matches.add(new Match(
          identifier,
          stretch.start(from),
          stretch.end(to - 1),
          Math.min(SUREST, score),
          announced >= 0 || nearby.follows(identifier)));
    }
  }

  private boolean isExact(Form form, int from, int to) {
    if (form.boundaries() != to - from - 1) {
      return false;
    }
    for (int i = from; i + 1 < to; i++) {
      if (!form.hasBoundary(i - from, stretch.length(from, i + 1), stretch.separatorAfter(i))) {
        return false;
      }
    }
    return true;
  }

  private void report(Found found) {
    if (matches.isEmpty()) {
      return;
    }
    matches.sort(BEST_FIRST);
    List<Match> kept = new ArrayList<>();
    for (Match match : matches) {
      boolean free = true;
      for (int i = 0; i < kept.size() && free; i++) {
        free =
            match.end() <= kept.get(i).start() || match.start() >= kept.get(i).end();
      }
      if (free) {
        kept.add(match);
        Identifier identifier = match.identifier();
        found.at(
            identifier.type(),
            match.start(),
            closed(match.start(), match.end()),
            match.score(),
            match.word() ? identifier.whyByWord() : identifier.whyByForm());
      }
    }
    matches.clear();
  }

  /** "A123456(3)": the bracket that closes belongs to the number. */
  private int closed(int start, int end) {
    if (end < text.length() && Chars.separator(text.charAt(end)) == ')') {
      for (int i = start; i < end; i++) {
        if (Chars.separator(text.charAt(i)) == '(') {
          return end + 1;
        }
      }
    }
    return end;
  }
}
