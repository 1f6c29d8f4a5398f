package io.waxseal.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the numbers of {@link IdentifierTable}. Reads a stretch of groups of letters and digits once, then judges each
 * window of a bounded number of groups by its form, its check digits and the words around it.
 */
final class Identifiers {

  private static final int MOST_GROUPS = 12;
  private static final int MOST_SEPARATORS = 3;
  private static final int MOST_AT_ONCE = 64;
  private static final int LONGEST_WORD = 4;
  private static final int LONGEST_VALUE = 40;

  private static final double LEFT_WORD = 0.42;
  private static final double LESS_PER_WORD = 0.03;
  private static final double RIGHT_WORD = 0.3;
  private static final double TIGHT = 0.15;
  private static final double SPACED = 0.03;
  private static final double UNUSUAL = -0.1;
  private static final double EXACT = 0.03;
  private static final double NEGATIVE = -0.25;
  private static final double HOME = 0.02;
  private static final double SUREST = 0.99;

  /** Kinds that score no more are written in a usual way and have their word on the left. */
  private static final double PLAIN = 0.3;

  private static final int FOLLOWED = -1;
  private static final int UNANNOUNCED = -2;

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
  private final int[] judgedIn = new int[TABLE.size()];
  private int window;
  private char[] compact = new char[128];
  private int compacted;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int[] firsts = new int[17];
  private char[] separators = new char[16];
  private int groups;
  private final List<Match> matches = new ArrayList<>();

  Identifiers(Text text, Words words, Settings settings) {
    this.text = text;
    this.settings = settings;
    this.nearby = new Nearby(text, words);
  }

  void clear() {
    nearby.clear();
    matches.clear();
    Arrays.fill(compact, 0, compacted, '\0');
  }

  /** Judges the stretch around the digit at {@code at}, not before {@code floor}; returns the index behind it. */
  int match(int at, int floor, Found found) {
    int end = read(beginning(at, floor));
    matches.clear();
    int judged = groups == MOST_AT_ONCE ? groups - MOST_GROUPS : groups;
    for (int group = 0; group < judged; group++) {
      if (mayBegin(group)) {
        windows(group);
      }
    }
    report(found);
    return Math.max(judged < groups ? starts[judged] : end, at + 1);
  }

  /** The start of the token that holds the digit, and of at most two short words before it. */
  private int beginning(int at, int floor) {
    int start = tokenStart(at, floor);
    for (int words = 0; words < 2; words++) {
      int i = start - 1;
      if (i < floor || Chars.separator(text.charAt(i)) == 0) {
        break;
      }
      int wordStart = tokenStart(i, Math.max(floor, i - LONGEST_WORD - 1));
      if (wordStart == i || i - wordStart > LONGEST_WORD) {
        break;
      }
      start = wordStart;
    }
    return start;
  }

  private int tokenStart(int at, int floor) {
    int start = at;
    int lowest = Math.max(floor, at - LONGEST_VALUE);
    while (start > lowest && isLetter(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isLetter(char c) {
    return Chars.isAsciiLetter(c) || (c >= 'Ａ' && c <= 'ｚ' && Character.isLetter(c));
  }

  private int read(int start) {
    compacted = 0;
    groups = 0;
    int i = start;
    int wordsInRow = 0;
    while (true) {
      boolean digits = group(i);
      wordsInRow = digits ? 0 : wordsInRow + 1;
      int end = ends[groups - 1];
      if (groups == MOST_AT_ONCE
          || wordsInRow > 2
          || (wordsInRow > 0
              && compacted - firsts[groups - 1] > LONGEST_WORD
              && !startsCode(groups - 1))) {
        return end;
      }
      int next = next(end);
      if (next < 0) {
        return end;
      }
      i = next;
    }
  }

  private boolean startsCode(int group) {
    return compacted - firsts[group] <= LONGEST_WORD + 2;
  }

  /** Reads one group; whether it holds a digit. */
  private boolean group(int start) {
    if (groups == starts.length) {
      starts = Arrays.copyOf(starts, groups * 2);
      ends = Arrays.copyOf(ends, groups * 2);
      firsts = Arrays.copyOf(firsts, groups * 2 + 1);
      separators = Arrays.copyOf(separators, groups * 2);
    }
    starts[groups] = start;
    firsts[groups] = compacted;
    separators[groups] = 0;
    boolean digits = false;
    int end = start;
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      int digit = Chars.digit(text, i);
      if (digit >= 0) {
        append((char) ('0' + digit));
        digits = true;
        i += Character.isHighSurrogate(c) ? 2 : 1;
        end = i;
      } else if (isLetter(c)) {
        append(upper(c > 0x7F ? (char) (c - 0xFEE0) : c));
        end = ++i;
      } else if (Chars.isInvisible(c)) {
        i++;
      } else {
        break;
      }
    }
    ends[groups++] = end;
    firsts[groups] = compacted;
    return digits;
  }

  private void append(char c) {
    if (compacted == compact.length) {
      compact = Arrays.copyOf(compact, compacted * 2);
    }
    compact[compacted++] = c;
  }

  private static char upper(char letter) {
    return (char) (letter & ~0x20);
  }

  private int next(int from) {
    char kind = 0;
    int count = 0;
    for (int i = from; i < text.length() && i < from + 2 * MOST_SEPARATORS; i++) {
      char c = text.charAt(i);
      if (Chars.isInvisible(c)) {
        continue;
      }
      char separator = Chars.separator(c);
      if (separator == 0) {
        boolean joins = count > 0 && (isLetter(c) || Chars.digit(text, i) >= 0);
        separators[groups - 1] = joins ? kind : 0;
        return joins ? i : -1;
      }
      if (++count > MOST_SEPARATORS) {
        return -1;
      }
      kind = kind == 0 || kind == separator ? separator : DigitRun.MIXED;
    }
    return -1;
  }

  private boolean mayBegin(int group) {
    int length = firsts[group + 1] - firsts[group];
    return hasDigit(group) || (length <= LONGEST_WORD + 2 && group + 1 < groups);
  }

  private boolean hasDigit(int group) {
    for (int i = firsts[group]; i < firsts[group + 1]; i++) {
      if (compact[i] <= '9') {
        return true;
      }
    }
    return false;
  }

  private void windows(int from) {
    if (!standsAlone(starts[from], -1)) {
      return;
    }
    nearby.look(starts[from]);
    int last = Math.min(groups, from + MOST_GROUPS);
    for (int to = from + 1; to <= last; to++) {
      int length = firsts[to] - firsts[from];
      if (length > LONGEST_VALUE) {
        return;
      }
      if (standsAlone(ends[to - 1], 1)) {
        judge(from, to, length);
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

  /** Judges one window as every kind that a word announces, then as those that need no word. */
  private void judge(int from, int to, int length) {
    long letters = letters(from, length);
    window++;
    for (int rank = 0; rank < nearby.leftCount(); rank++) {
      for (IdentifierTable.Entry entry : TABLE.announced(nearby.left(rank), length)) {
        judge(entry, letters, from, to, rank);
      }
    }
    nearby.lookPast(ends[to - 1]);
    for (int i = 0; i < nearby.rightCount(); i++) {
      for (IdentifierTable.Entry entry : TABLE.announced(nearby.right(i), length)) {
        if (entry.identifier().score() > PLAIN) {
          judge(entry, letters, from, to, FOLLOWED);
        }
      }
    }
    for (IdentifierTable.Entry entry : TABLE.unannounced(length)) {
      judge(entry, letters, from, to, UNANNOUNCED);
    }
  }

  private long letters(int from, int length) {
    long letters = 0;
    int first = firsts[from];
    for (int i = 0; i < length; i++) {
      letters |= compact[first + i] > '9' ? 1L << i : 0;
    }
    return letters;
  }

  private void judge(IdentifierTable.Entry entry, long letters, int from, int to, int rank) {
    if (judgedIn[entry.number()] == window || !entry.form().fits(letters, compact, firsts[from])) {
      return;
    }
    judgedIn[entry.number()] = window;
    Identifier identifier = entry.identifier();
    int announced = rank;
    if (rank >= 0 && identifier.needsWord() && nearby.isUsed(rank)) {
      announced = identifier.score() > PLAIN && nearby.follows(identifier) ? FOLLOWED : UNANNOUNCED;
    }
    double score = score(identifier, entry.form(), from, to, announced);
    if (score < settings.threshold()) {
      return;
    }
    String value = new String(compact, firsts[from], firsts[to] - firsts[from]);
    if (identifier.passes(entry.form(), value)) {
      matches.add(new Match(
          identifier,
          starts[from],
          ends[to - 1],
          Math.min(SUREST, score),
          announced >= 0 || nearby.follows(identifier)));
    }
  }

  /** The score by form, and by the rank of the word that announces it on the left. */
  private double score(Identifier identifier, Form form, int from, int to, int rank) {
    if (identifier.needsWord() && rank == UNANNOUNCED) {
      return 0;
    }
    boolean exact = isExact(form, from, to);
    if (!exact && identifier.score() < PLAIN) {
      return 0;
    }
    double score = identifier.score();
    if (rank >= 0) {
      score += LEFT_WORD - LESS_PER_WORD * rank;
    } else if (rank == FOLLOWED) {
      score += RIGHT_WORD;
    } else if (nearby.isNegative()) {
      score += NEGATIVE;
    }
    if (!exact) {
      score += UNUSUAL;
    } else if (!form.isGrouped()) {
      score += rank == UNANNOUNCED ? 0 : EXACT;
    } else {
      score += form.isTight() ? TIGHT : SPACED;
    }
    return score + (identifier.country().equals(settings.region()) ? HOME : 0);
  }

  private boolean isExact(Form form, int from, int to) {
    if (form.boundaries() != to - from - 1) {
      return false;
    }
    for (int i = from; i + 1 < to; i++) {
      if (!form.hasBoundary(i - from, firsts[i + 1] - firsts[from], separators[i])) {
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
            match.end(),
            match.score(),
            match.word() ? identifier.whyByWord() : identifier.whyByForm());
      }
    }
  }
}
