package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Text;
import java.util.Locale;
import java.util.Set;

/**
 * Values that a word announces and that are not written in digits alone: dates with the month's name, the codes of banks, and
 * numbers of which a part is masked already.
 */
final class Spelled {

  private static final EntityType BIC = new EntityType("BIC");
  private static final EntityType SSN = new EntityType("US_SSN");
  private static final EntityType BIRTH = new EntityType("DATE_OF_BIRTH");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int WINDOW = 40;
  private static final int MOST_WORDS = 4;
  private static final String MASKED = "***-**-";

  /** What may stand where, or the index at which it ends. */
  @FunctionalInterface
  private interface Reader {
    int end(int from);
  }

  private final Text text;
  private final SpelledDates dates;

  Spelled(Text text) {
    this.text = text;
    this.dates = new SpelledDates(text);
  }

  /** Reports what the word from {@code start} up to, not including, {@code end} announces; some only {@code nearCard}. */
  void match(int start, int end, int flags, boolean nearCard, Found found) {
    if ((flags & ContextWords.BIRTH) != 0 && !ahead(end, dates::day, BIRTH, found)) {
      behind(start, end, found);
    }
    if ((flags & ContextWords.EXPIRY) != 0 && nearCard) {
      ahead(end, dates::month, Cards.EXPIRY, found);
    }
    if ((flags & ContextWords.BIC) != 0) {
      ahead(end, this::bic, BIC, found);
    }
    if ((flags & ContextWords.SSN) != 0) {
      ahead(end, this::masked, SSN, found);
    }
  }

  /** Looks behind the word, over a few others, for the first that can be read; a number ends the search. */
  private boolean ahead(int from, Reader reader, EntityType type, Found found) {
    int limit = Math.min(text.length(), from + WINDOW);
    int passed = 0;
    int i = from;
    while (i < limit && passed <= MOST_WORDS) {
      char c = text.charAt(i);
      int end = isBeginning(i) ? reader.end(i) : -1;
      if (end > i) {
        found.at(type, i, end, 0.65, why(type));
        return true;
      }
      if (Chars.digit(text, i) >= 0 || c == '?' || c == ';') {
        return false;
      }
      if (Chars.isLetter(c)) {
        passed += Words.begins(text, i, c) && !Chars.isUnspaced(c) ? 1 : 0;
      }
      i++;
    }
    return false;
  }

  private static String why(EntityType type) {
    return type.equals(BIRTH)
        ? "birth.spelled"
        : type.equals(Cards.EXPIRY)
            ? "expiry.spelled"
            : type.equals(BIC) ? "bic.word" : "ssn.masked";
  }

  private boolean isBeginning(int i) {
    char c = text.charAt(i);
    return Chars.isLetter(c)
        ? Words.begins(text, i, c)
        : Chars.digit(text, i) < 0 || i == 0 || Chars.digit(text, i - 1) < 0;
  }

  /** "3 Ekim 1987 doğumluyum", "1990年5月6日生まれ": the date stands before its word. */
  private void behind(int start, int wordEnd, Found found) {
    int floor = Math.max(0, start - WINDOW);
    int clause = isBracketed(start, wordEnd) ? start - 1 : start;
    for (int i = floor; i < clause; i++) {
      if (Chars.digit(text, i) >= 0 && isBeginning(i)) {
        int end = dates.day(i);
        if (end > i && end <= clause && isNear(end, clause)) {
          found.at(BIRTH, i, end, 0.6, "birth.spelled");
          return;
        }
      }
    }
  }

  private boolean isBracketed(int from, int to) {
    return from > 0 && text.charAt(from - 1) == '(' && to < text.length() && text.charAt(to) == ')';
  }

  /** Whether nothing but two short words stands between. */
  private boolean isNear(int from, int to) {
    int passed = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      passed += Words.begins(text, i, c) ? 1 : 0;
      if (!Chars.isLetter(c) && !Chars.isSpace(c) && c != '\'') {
        return false;
      }
    }
    return passed <= 2;
  }

  /** Eight or eleven capitals, of which the fifth and sixth are a country. */
  private int bic(int from) {
    int end = from;
    while (end < text.length() && end - from < 12 && isCapital(text.charAt(end), end - from)) {
      end++;
    }
    int length = end - from;
    boolean whole = end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
    return whole
            && (length == 8 || length == 11)
            && COUNTRIES.contains(Chars.copy(text, from + 4, from + 6))
        ? end
        : -1;
  }

  private static boolean isCapital(char c, int at) {
    return (c >= 'A' && c <= 'Z') || (at > 5 && Chars.isAsciiDigit(c));
  }

  /** Three and two masked digits, then the last four. */
  private int masked(int from) {
    int end = from + MASKED.length() + 4;
    if (end > text.length()) {
      return -1;
    }
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      char kind = i - from < MASKED.length() ? MASKED.charAt(i - from) : '0';
      boolean fits = kind == '*'
          ? c == '*' || c == 'x' || c == 'X' || c == '#'
          : kind == '-' ? Chars.separator(c) != 0 : Chars.isAsciiDigit(c);
      if (!fits) {
        return -1;
      }
    }
    return end < text.length() && Character.isLetterOrDigit(text.charAt(end)) ? -1 : end;
  }
}
