package io.waxseal.redaction.internal.find;

import static io.waxseal.redaction.internal.find.ContextWords.CODE;
import static io.waxseal.redaction.internal.find.ContextWords.COPULA;
import static io.waxseal.redaction.internal.find.ContextWords.CVV;
import static io.waxseal.redaction.internal.find.ContextWords.NOT_SECRET;
import static io.waxseal.redaction.internal.find.ContextWords.OTP;
import static io.waxseal.redaction.internal.find.ContextWords.PASS;
import static io.waxseal.redaction.internal.find.ContextWords.PASSWORD;
import static io.waxseal.redaction.internal.find.ContextWords.PIN;
import static io.waxseal.redaction.internal.find.ContextWords.PIN_CODE;
import static io.waxseal.redaction.internal.find.ContextWords.PUBLIC_CODE;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.label.Labels;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Lexicon;
import io.waxseal.redaction.internal.text.Text;

/**
 * Reads what follows a word for a secret: what ties the two together ({@code :}, {@code =}, "is", nothing), then the value.
 * The looser the tie, the more the value itself must look like a secret.
 */
public final class Passwords {

  /** How the value hangs on its word. */
  private enum Tie {
    NONE,
    ADJACENT,
    FAR_COPULA,
    COPULA,
    ASSIGNED
  }

  private static final int MOST_WORDS_BETWEEN = 4;
  private static final int WINDOW = 48;
  private static final int PUBLIC_WINDOW = 24;

  private final Text text;
  private final Words words;
  private final OneTimeCodes codes;
  private final StatedSecrets stated;
  private Tie tie = Tie.NONE;
  private boolean spaced;
  private int valueStart;

  Passwords(Text text, Words words) {
    this.text = text;
    this.words = words;
    this.codes = new OneTimeCodes(text, words);
    this.stated = new StatedSecrets(text);
  }

  /**
   * Reports the secret that follows the word which ends at {@code wordEnd}, or a one-time code near it; returns the end of
   * the secret that follows, or {@code wordEnd}.
   */
  int match(int wordStart, int wordEnd, int flags, Found found) {
    int end = following(wordStart, wordEnd, flags, found);
    if (end == wordEnd && (flags & PASSWORD) != 0) {
      stated.match(wordStart, found);
    }
    if (end > wordEnd || (flags & (OTP | CODE)) == 0) {
      return end;
    }
    boolean certain = (flags & OTP) != 0;
    int code = certain || !isTied() ? codes.ahead(wordEnd) : codes.ahead(valueStart);
    code = certain || isTied() || codes.digits() == 6 ? code : -1;
    if (code > 0 && (certain || !isPublic(wordStart, wordEnd, codes.start()))) {
      found.at(EntityType.OTP, codes.start(), code, 0.6, "secret.code.near");
      return code;
    }
    int before = codes.behind(wordStart, certain);
    if (before > 0 && (certain || !publicBefore(wordStart))) {
      found.at(EntityType.OTP, codes.start(), before, 0.6, "secret.code.before");
    }
    return wordEnd;
  }

  private boolean isTied() {
    return tie == Tie.ASSIGNED || tie == Tie.COPULA || tie == Tie.FAR_COPULA;
  }

  private int following(int wordStart, int wordEnd, int flags, Found found) {
    tie(wordEnd, (flags & ContextWords.SECRET) == PASS);
    if (tie == Tie.NONE) {
      return wordEnd;
    }
    SecretValue value = read();
    if (value.length() == 0 || value.isPlaceholder() || goesOn(wordEnd)) {
      return wordEnd;
    }
    if ((flags & CVV) != 0 && isNumber(value, 3, 4)) {
      return report(EntityType.CARD_CVV, value, 0.85, "secret.cvv", found);
    }
    if (((flags & PASSWORD) != 0 && isPassword(value, true))
        || ((flags & PASS) != 0
            && isPassword(value, false)
            && !isGlued(wordEnd)
            && !publicBefore(wordStart))) {
      return report(EntityType.SECRET_PASSWORD, value, score(), why(), found);
    }
    if (((flags & PIN) != 0 && isNumber(value, 4, 8))
        || ((flags & PIN_CODE) != 0 && isNumber(value, 4, 4))) {
      return report(EntityType.SECRET_PASSWORD, value, score(), "secret.pin", found);
    }
    if ((flags & OTP) != 0 && isNumber(value, 4, 8)) {
      return report(value, score(), "secret.otp", found);
    }
    if ((flags & CODE) != 0 && isOneTimeCode(wordStart, wordEnd, value)) {
      return report(value, 0.6, "secret.code", found);
    }
    return wordEnd;
  }

  /** "password_reset_url": the word begins a program's name, which goes on. */
  private boolean goesOn(int wordEnd) {
    return tie == Tie.ADJACENT
        && valueStart == wordEnd
        && text.charAt(wordEnd) == '_'
        && wordEnd + 1 < text.length()
        && Chars.isLetter(text.charAt(wordEnd + 1));
  }

  /** A one-time code, with the groups that belong to it. */
  private int report(SecretValue value, double score, String why, Found found) {
    int end = Math.max(value.wholeEnd(), codes.codeAt(value.start()));
    found.at(EntityType.OTP, value.start(), end, score, why);
    return end;
  }

  /** What stands where a value may begin; in "password: PIN 4821" it is what stands behind the second word. */
  private SecretValue read() {
    SecretValue value = SecretValue.read(text, valueStart, tie == Tie.ASSIGNED && !spaced);
    long match = ContextWords.KINDS.longest(text, value.start(), text.length());
    int end = value.start() + Lexicon.flagsLength(match);
    boolean another = (Lexicon.flags(match) & ContextWords.SECRET) != 0
        && end + 1 < text.length()
        && Chars.isSpace(text.charAt(end))
        && (Chars.digit(text, end + 1) >= 0 || Labels.end(text, end + 1) > end + 1)
        && end == value.wholeEnd();
    return another ? SecretValue.read(text, end + 1, false) : value;
  }

  /** "PW294817B": the short word is itself a part of what follows. */
  private boolean isGlued(int wordEnd) {
    return valueStart == wordEnd && Chars.digit(text, wordEnd) >= 0;
  }

  private int report(EntityType type, SecretValue value, double score, String why, Found found) {
    int end = value.wholeEnd();
    found.at(type, value.start(), end, score, why);
    return end;
  }

  private boolean isNumber(SecretValue value, int least, int most) {
    return value.isNumber() && value.digits() >= least && value.digits() <= most;
  }

  private boolean isPassword(SecretValue value, boolean certainWord) {
    if (value.isNotSecret()) {
      return false;
    }
    return switch (tie) {
      case ASSIGNED ->
        certainWord
            ? value.length() >= 2
            : value.looksSecret() || (value.digits() >= 4 && value.isNumber());
      case COPULA ->
        value.looksSecret()
            || (certainWord && value.isQuoted())
            || (value.isNumber() && value.digits() >= 4);
      case FAR_COPULA, ADJACENT -> value.length() >= 6 && value.looksSecret();
      case NONE -> false;
    };
  }

  /** A bare "code": six digits when nothing ties them to it, and never a postal, area, discount or error code. */
  private boolean isOneTimeCode(int wordStart, int wordEnd, SecretValue value) {
    boolean number = tie == Tie.ADJACENT ? isNumber(value, 6, 6) : isNumber(value, 4, 8);
    return number && !isPublic(wordStart, wordEnd, value.start());
  }

  private boolean isPublic(int wordStart, int wordEnd, int valueStart) {
    return publicBefore(wordStart) || publicBetween(wordEnd, valueStart);
  }

  private boolean publicBefore(int wordStart) {
    return words.left(wordStart, PUBLIC_WINDOW, PUBLIC_CODE) != 0;
  }

  private boolean publicBetween(int from, int to) {
    for (int i = from; i < to; i++) {
      if (Words.begins(text, i, text.charAt(i))
          && (Lexicon.flags(ContextWords.KINDS.longest(text, i, to)) & PUBLIC_CODE) != 0) {
        return true;
      }
    }
    return false;
  }

  private double score() {
    return tie == Tie.ASSIGNED ? 0.95 : tie == Tie.COPULA ? 0.85 : 0.7;
  }

  private String why() {
    return tie == Tie.ASSIGNED
        ? "secret.assigned"
        : tie == Tie.COPULA ? "secret.stated" : "secret.beside";
  }

  /** Finds what ties the word to a value, and where the value starts. */
  private void tie(int wordEnd, boolean loose) {
    tie = Tie.NONE;
    int limit = Math.min(text.length(), wordEnd + WINDOW);
    int i = skipSpacesAndQuotes(wordEnd, limit);
    int between = 0;
    int nearby = 2;
    while (i < limit) {
      int assigned = assignment(i, limit);
      if (between > 0 && beginsPath(assigned)) {
        return;
      }
      if (assigned > i) {
        value(Tie.ASSIGNED, assigned, limit);
        return;
      }
      char c = text.charAt(i);
      if (!Chars.isLetter(c)) {
        valueHereIfUntied(between, i, limit);
        return;
      }
      long match = ContextWords.SPEECH.longest(text, i, limit);
      if ((Lexicon.flags(match) & COPULA) != 0) {
        int end = i + Lexicon.flagsLength(match);
        int after = skipSpaces(end, limit);
        int colon = assignment(after, limit);
        if (colon > after || after > end || Chars.isUnspaced(c)) {
          value(
              colon > after ? Tie.ASSIGNED : between == 0 ? Tie.COPULA : Tie.FAR_COPULA,
              Math.max(colon, after),
              limit);
          return;
        }
      }
      if (between <= nearby && SecretValue.read(text, i, false).looksSecret()) {
        value(Tie.ADJACENT, i, limit);
        return;
      }
      if (++between > MOST_WORDS_BETWEEN || loose) {
        return;
      }
      if ((Lexicon.flags(match) & NOT_SECRET) != 0) {
        nearby = 0;
      }
      i = skipSpaces(wordEnd(i, limit), limit);
    }
  }

  private void valueHereIfUntied(int between, int i, int limit) {
    if (between == 0) {
      int dash = dash(i, limit);
      value(dash > i ? Tie.COPULA : Tie.ADJACENT, Math.max(dash, i), limit);
    }
  }

  private void value(Tie kind, int from, int limit) {
    int i = from;
    while (i < limit && (isSpaceOrMark(text.charAt(i)) || closesBold(i))) {
      i++;
    }
    spaced = i > from;
    if (i < limit && kind == Tie.ASSIGNED && Chars.isLineBreak(text.charAt(i))) {
      kind = Tie.COPULA;
      while (i < limit && (Chars.isLineBreak(text.charAt(i)) || isSpaceOrMark(text.charAt(i)))) {
        i++;
      }
    }
    tie = i < text.length() ? kind : Tie.NONE;
    valueStart = i;
  }

  /** The slashes of {@code https://}: what came before them was no word between a password and its value. */
  private boolean beginsPath(int i) {
    return i + 1 < text.length() && text.charAt(i) == '/' && text.charAt(i + 1) == '/';
  }

  /** The asterisk or underscore of {@code *password:* value}. */
  private boolean closesBold(int i) {
    char c = text.charAt(i);
    return (c == '*' || c == '_') && i + 1 < text.length() && Chars.isSpace(text.charAt(i + 1));
  }

  /** The index after {@code :}, {@code =}, {@code :=}, {@code =>}, {@code ->} or an arrow at {@code i}, or {@code i}. */
  private int assignment(int i, int limit) {
    if (i >= limit) {
      return i;
    }
    char c = text.charAt(i);
    if (c == '→' || c == '➡') {
      return i + 1;
    }
    if (c == '-') {
      return i + 1 < limit && text.charAt(i + 1) == '>' ? i + 2 : i;
    }
    int end = i;
    while (end < limit && end - i < 3 && isAssignment(text.charAt(end), end > i)) {
      end++;
    }
    return end;
  }

  private static boolean isAssignment(char c, boolean later) {
    return c == ':' || c == '=' || c == '：' || c == '＝' || c == '﹕' || (later && c == '>');
  }

  /** The index after a dash that stands between spaces at {@code i}, or {@code i}. */
  private int dash(int i, int limit) {
    char c = text.charAt(i);
    boolean dash = c == '-' || (c >= '‐' && c <= '―');
    return dash && i + 1 < limit && Chars.isSpace(text.charAt(i + 1)) ? i + 1 : i;
  }

  private int wordEnd(int from, int limit) {
    int i = from;
    while (i < limit && (Chars.isLetter(text.charAt(i)) || text.charAt(i) == '\'')) {
      i++;
    }
    return i;
  }

  private int skipSpaces(int from, int limit) {
    int i = from;
    while (i < limit && isSpaceOrMark(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int skipSpacesAndQuotes(int from, int limit) {
    int i = from;
    while (i < limit
        && (isSpaceOrMark(text.charAt(i))
            || SecretValue.isQuote(text.charAt(i))
            || text.charAt(i) == '*')) {
      i++;
    }
    return i;
  }

  private static boolean isSpaceOrMark(char c) {
    return Chars.isSpace(c) || Chars.isInvisible(c);
  }
}
