package io.waxseal.redaction.internal.find;

import static io.waxseal.redaction.internal.find.ContextWords.CARD;
import static io.waxseal.redaction.internal.find.ContextWords.OTHER;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.identifier.Ibans;
import io.waxseal.redaction.internal.identifier.Issuers;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.DigitRun;
import io.waxseal.redaction.internal.text.Lexicon;
import io.waxseal.redaction.internal.text.Text;

/** Judges windows of a digit run: issuer range, length, check digit, grouping, then the words around. */
final class Cards {

  /** A card of 16 digits has four groups of four. */
  static final int LIST = 4;

  static final EntityType EXPIRY = new EntityType("CARD_EXPIRY");
  private static final int SHORTEST = 12;
  private static final int LONGEST = 19;
  private static final int WINDOW = 48;
  private static final int UUID_LENGTH = 36;
  private static final int[] UUID_HYPHENS = {8, 13, 18, 23};

  private final Text text;
  private final DigitRun run;
  private final Words words;
  private final boolean anyWord;

  /** Reads cards; {@code anyWord} says that no word beside a number makes it another's. */
  Cards(Text text, DigitRun run, Words words, boolean anyWord) {
    this.anyWord = anyWord;
    this.text = text;
    this.run = run;
    this.words = words;
  }

  /**
   * The index after the longest window of groups from {@code from} that is a card, or {@code from}. Only a window that is
   * all there is between two other findings may be grouped in an unusual way.
   */
  int match(int from, int to, boolean segmentStart, Found found) {
    int best = from;
    double score = 0;
    for (int end = from + 1; end <= to && run.digits(from, end) <= LONGEST; end++) {
      if (run.digits(from, end) >= SHORTEST) {
        double judged = judge(from, end, segmentStart && end == to);
        if (judged > 0) {
          best = end;
          score = judged;
        }
      }
    }
    if (best > from) {
      String why = best == from + 1 ? "card.luhn" : "card.luhn.grouped";
      found.at(EntityType.CREDIT_CARD, run.start(from), run.end(best - 1), score, why);
    }
    return best;
  }

  /** Whether a card is written from {@code from} on as exactly {@link #LIST} groups of four digits joined by commas. */
  boolean matchList(int from, Found found) {
    int end = from + LIST;
    if (end > run.groups()
        || (from > 0 && run.separatorAfter(from - 1) == DigitRun.COMMA)
        || run.separatorAfter(end - 1) == DigitRun.COMMA) {
      return false;
    }
    for (int i = from; i < end; i++) {
      if (run.length(i) != LIST || (i + 1 < end && run.separatorAfter(i) != DigitRun.COMMA)) {
        return false;
      }
    }
    double score = judge(from, end, false);
    if (score > 0) {
      found.at(
          EntityType.CREDIT_CARD, run.start(from), run.end(end - 1), score, "card.luhn.grouped");
    }
    return score > 0;
  }

  private double judge(int from, int end, boolean whole) {
    int length = run.digits(from, end);
    int prefix = run.number(from, 0, 6);
    if (!Issuers.issue(prefix, length)) {
      return 0;
    }
    boolean grouped = end > from + 1;
    boolean canonical = grouped && canonical(from, end);
    if ((grouped && !canonical && !whole) || !run.luhn(from, end)) {
      return 0;
    }
    int start = run.start(from);
    int stop = run.end(end - 1);
    boolean glued = gluedBefore(start) || gluedAfter(stop);
    int near = words.left(start, WINDOW, CARD | OTHER);
    boolean card = (near & CARD) != 0;
    if (glued && !(card && gluedWordIsContext(start) && !gluedAfter(stop))) {
      return 0;
    }
    if (insideUuid(start, stop) || insideIban(start, stop)) {
      return 0;
    }
    if (card) {
      return 0.99;
    }
    if (canonical) {
      return partOfLongerNumber(from, end) ? 0 : 0.95;
    }
    return bare(from, end, grouped, prefix, length, near);
  }

  /** Without a word for cards: the usual length only, and no word that names another number. */
  private double bare(int from, int end, boolean grouped, int prefix, int length, int near) {
    if (partOfLongerNumber(from, end) || length != Issuers.usualLength(prefix)) {
      return !grouped
              && length == 13
              && prefix / 100_000 == 4
              && !isMobile(prefix)
              && near == 0
              && words.before(run.start(from)) != '+'
              && !run.ean13(from)
          ? 0.5
          : 0;
    }
    if (grouped) {
      return ragged(from, end) ? 0 : 0.7;
    }
    boolean others = (near & OTHER) != 0 && wordStandsDirectlyBefore(run.start(from));
    return others && !anyWord ? 0 : 0.9;
  }

  /** A mobile number of Germany or Austria without its plus has 13 digits and begins like an old Visa. */
  private static boolean isMobile(int prefix) {
    int four = prefix / 100;
    return (four >= 4915 && four <= 4917) || prefix / 1_000 == 436;
  }

  /** 4-4-4-…, 4-6-5, 4-6-4, 4-3-3-3 or 8-8, with one kind of separator. */
  private boolean canonical(int from, int end) {
    char separator = run.separatorAfter(from);
    for (int i = from + 1; i < end - 1; i++) {
      if (run.separatorAfter(i) != separator) {
        return false;
      }
    }
    int groups = end - from;
    if (groups == 2) {
      return run.length(from) == 8 && run.length(from + 1) == 8;
    }
    if (run.length(from) != 4) {
      return false;
    }
    if (groups == 3) {
      return run.length(from + 1) == 6 && (run.length(from + 2) == 5 || run.length(from + 2) == 4);
    }
    int inner = run.length(from + 1);
    for (int i = from + 1; i < end - 1; i++) {
      if (run.length(i) != inner) {
        return false;
      }
    }
    int last = run.length(end - 1);
    return inner == 4 ? last <= 4 : inner == 3 && last == 3 && groups == 4;
  }

  /** Odd groups of one digit among longer ones: a list or a part number rather than a card. */
  private boolean ragged(int from, int end) {
    boolean single = false;
    boolean longer = false;
    for (int i = from; i < end; i++) {
      single |= run.length(i) == 1;
      longer |= run.length(i) > 1;
    }
    return single && longer;
  }

  /** Whether a hyphen or dot ties the window to a group before it, or its own hyphen or dot to one after it. */
  private boolean partOfLongerNumber(int from, int end) {
    if (from > 0 && isTight(run.separatorAfter(from - 1))) {
      return true;
    }
    char after = run.separatorAfter(end - 1);
    return isTight(after) && end > from + 1 && after == run.separatorAfter(from);
  }

  private static boolean isTight(char separator) {
    return separator == '-' || separator == '.';
  }

  private boolean gluedBefore(int start) {
    if (start == 0) {
      return false;
    }
    char c = text.charAt(start - 1);
    return c == '_' || (Chars.isLetter(c) && !Chars.isUnspaced(c)) || Chars.isAsciiDigit(c);
  }

  /** Letters behind the number, but for a word such as "exp" that begins what else is on the card. */
  private boolean gluedAfter(int end) {
    if (end >= text.length()) {
      return false;
    }
    char c = text.charAt(end);
    return Chars.isLetter(c)
        && !Chars.isUnspaced(c)
        && (Lexicon.flags(ContextWords.KINDS.longest(text, end, text.length())) & CARD) == 0;
  }

  /** Reports the end of validity, and the verification value behind it, that follow a card without any word. */
  void details(int cardEnd, Found found) {
    int month = between(cardEnd);
    int slash = month + 2;
    int year = slash + 1;
    int digits = digitsAt(year);
    if (month == cardEnd || digitsAt(month) != 2 || !isYear(year, digits) || !isMonth(month)) {
      return;
    }
    int end = year + digits;
    int value = between(end);
    int length = digitsAt(value);
    boolean valued = (length == 3 || length == 4) && !gluedAfter(value + length);
    char separator = text.charAt(slash);
    boolean tied = "/-.".indexOf(separator) >= 0;
    if (tied || (valued && (separator == '|' || Chars.isSpace(separator)))) {
      found.at(EXPIRY, month, end, 0.7, "expiry.after-card");
      if (valued) {
        found.at(EntityType.CARD_CVV, value, value + length, 0.7, "cvv.after-expiry");
      }
    }
  }

  private boolean isMonth(int at) {
    int number = text.charAt(at) * 10 + text.charAt(at + 1) - '0' * 11;
    return number >= 1 && number <= 12;
  }

  private boolean isYear(int at, int digits) {
    return digits == 2 || (digits == 4 && text.charAt(at) == '2');
  }

  /** The index after at most three spaces, line breaks and marks. */
  private int between(int from) {
    int i = from;
    while (i < text.length()
        && i - from < 3
        && (Chars.isSpace(text.charAt(i))
            || Chars.isLineBreak(text.charAt(i))
            || ",;|/".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }

  private int digitsAt(int from) {
    int i = from;
    while (i < text.length() && i - from < 5 && Chars.isAsciiDigit(text.charAt(i))) {
      i++;
    }
    return i - from;
  }

  /** "visa4111…": the letters glued to the number are themselves the word for a card. */
  private boolean gluedWordIsContext(int start) {
    int i = start;
    while (i > 0 && start - i < Lexicon.LONGEST && Chars.isLetter(text.charAt(i - 1))) {
      i--;
    }
    long match = ContextWords.KINDS.longest(text, i, start);
    return i + Lexicon.flagsLength(match) == start && (Lexicon.flags(match) & CARD) != 0;
  }

  private boolean wordStandsDirectlyBefore(int start) {
    int gap = 0;
    for (int i = start - 1; i >= 0 && gap < 4; i--, gap++) {
      if (Chars.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean insideUuid(int start, int end) {
    int left = start;
    int lowest = Math.max(0, start - UUID_LENGTH);
    while (left > lowest && isHexOrHyphen(text.charAt(left - 1))) {
      left--;
    }
    int right = end;
    int highest = Math.min(text.length(), end + UUID_LENGTH);
    while (right < highest && isHexOrHyphen(text.charAt(right))) {
      right++;
    }
    if (right - left != UUID_LENGTH) {
      return false;
    }
    for (int hyphen : UUID_HYPHENS) {
      if (text.charAt(left + hyphen) != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isHexOrHyphen(char c) {
    return c == '-' || Chars.isAsciiDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
  }

  private boolean insideIban(int start, int end) {
    return Ibans.cover(text, start, end);
  }
}
