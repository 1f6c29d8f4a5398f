package io.waxseal.redaction.internal.find;

import static io.waxseal.redaction.internal.find.ContextWords.AS;
import static io.waxseal.redaction.internal.find.ContextWords.CARD;
import static io.waxseal.redaction.internal.find.ContextWords.COPULA;
import static io.waxseal.redaction.internal.find.ContextWords.NOT_SECRET;
import static io.waxseal.redaction.internal.find.ContextWords.OTHER;
import static io.waxseal.redaction.internal.find.ContextWords.PHONE;
import static io.waxseal.redaction.internal.find.ContextWords.PUBLIC_CODE;
import static io.waxseal.redaction.internal.find.ContextWords.SECRET;
import static io.waxseal.redaction.internal.find.ContextWords.UNIT;

import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Lexicon;
import io.waxseal.redaction.internal.text.Text;

/**
 * One-time codes that do not hang directly on their word: "use 123456 as your code", "123456 is your code", "the code that
 * came 123456". Reads a bounded number of characters on either side.
 */
final class OneTimeCodes {

  private static final int WINDOW = 40;
  private static final int OTHER_WINDOW = 24;
  private static final int NEAR_OTHER_WINDOW = 12;
  private static final int MOST_WORDS = 5;
  private static final int MOST_LETTERS = 2;
  private static final int FEWEST = 4;
  private static final int MOST = 8;

  private final Text text;
  private final Words words;
  private int start;
  private int digits;

  OneTimeCodes(Text text, Words words) {
    this.text = text;
    this.words = words;
  }

  /** Where the code begins that was found last. */
  int start() {
    return start;
  }

  /** How many digits it has. */
  int digits() {
    return digits;
  }

  /** The end of the code that follows after a few words, none of which speaks of another number; or -1. */
  int ahead(int from) {
    int limit = Math.min(text.length(), from + WINDOW);
    int passed = 0;
    int i = from;
    while (i < limit && passed <= MOST_WORDS) {
      char c = text.charAt(i);
      if (Chars.digit(text, i) >= 0) {
        return codeAt(i);
      }
      if (Words.begins(text, i, c)) {
        int code = codeBehindLetters(i);
        if (code >= 0) {
          return code;
        }
        passed += Chars.isUnspaced(c) ? 0 : 1;
        if (speaksOfElse(i)) {
          return -1;
        }
      } else if (!Chars.isLetter(c) && !joinsWords(c)) {
        return -1;
      }
      i++;
    }
    return -1;
  }

  /** "G482913": one or two letters belong to the code. */
  private int codeBehindLetters(int from) {
    int digit = from;
    while (digit < text.length()
        && digit - from < MOST_LETTERS
        && Chars.isAsciiLetter(text.charAt(digit))) {
      digit++;
    }
    if (digit == text.length() || Chars.digit(text, digit) < 0) {
      return -1;
    }
    int end = codeAt(digit);
    start = from;
    return end;
  }

  private boolean speaksOfElse(int i) {
    int flags = Lexicon.flags(ContextWords.KINDS.longest(text, i, text.length()));
    int speech = Lexicon.flags(ContextWords.SPEECH.longest(text, i, text.length()));
    return ((flags & (OTHER | PHONE | CARD | UNIT | PUBLIC_CODE)) != 0 && (flags & SECRET) == 0)
        || ((speech & NOT_SECRET) != 0 && (speech & COPULA) == 0 && isNegation(i));
  }

  /** Of the words said of secrets, those that deny there is one: "expired", "wrong", "forgot". */
  private boolean isNegation(int i) {
    int end = i;
    while (end < text.length() && Chars.isLetter(text.charAt(end))) {
      end++;
    }
    return end - i > FEWEST;
  }

  private static boolean joinsWords(char c) {
    return Chars.isSpace(c) || Chars.isInvisible(c) || ":'’\"*[(=-–—".indexOf(c) >= 0;
  }

  /** The end of the code whose first digit stands at {@code from}, also one in groups; or -1. */
  int codeAt(int from) {
    digits = 0;
    int groups = 0;
    int longest = 0;
    int shortest = MOST;
    int end = from;
    int i = from;
    while (i < text.length() && digits <= MOST) {
      int groupEnd = i;
      while (groupEnd < text.length() && groupEnd - i <= MOST && Chars.digit(text, groupEnd) >= 0) {
        groupEnd++;
      }
      digits += groupEnd - i;
      longest = Math.max(longest, groupEnd - i);
      shortest = Math.min(shortest, groupEnd - i);
      groups++;
      end = groupEnd;
      boolean joined = end + 1 < text.length()
          && (Chars.isSpace(text.charAt(end)) || text.charAt(end) == '-')
          && Chars.digit(text, end + 1) >= 0;
      if (!joined) {
        break;
      }
      i = end + 1;
    }
    boolean even = groups == 1 || (longest == shortest && longest < FEWEST + 1);
    start = from;
    return even && digits >= FEWEST && digits <= MOST && endsAt(end) ? end : -1;
  }

  private boolean endsAt(int end) {
    if (end >= text.length()) {
      return true;
    }
    char c = text.charAt(end);
    boolean tied = c == '.' || c == ',' || c == '/' || c == ':' || c == '-';
    return (!Chars.isLetter(c) || Chars.isUnspaced(c))
        && c != '_'
        && c != '@'
        && !(tied && end + 1 < text.length() && Chars.digit(text, end + 1) >= 0)
        && !words.unitAfter(end);
  }

  /**
   * The end of the code that stands a few words before {@code wordStart}, tied to it by "is" or "as"; or -1. Where the word
   * is {@code certain}, six digits directly before it are one too.
   */
  int behind(int wordStart, boolean certain) {
    int floor = Math.max(0, wordStart - WINDOW);
    int passed = 0;
    int tie = -1;
    int i = wordStart - 1;
    while (i >= floor && Chars.digit(text, i) < 0) {
      char c = text.charAt(i);
      if (Words.begins(text, i, c)) {
        passed++;
        tie = i;
      } else if (!Chars.isLetter(c) && !joinsWords(c) && !closesCode(i, c)) {
        return -1;
      }
      i--;
    }
    int end = i + 1;
    boolean adjacent = certain && passed == 0;
    if (i < floor || passed > MOST_WORDS || !(adjacent || isTie(end, tie))) {
      return -1;
    }
    int from = end;
    while (from > floor && isCodePart(from - 1)) {
      from--;
    }
    while (from < end && Chars.digit(text, from) < 0) {
      from++;
    }
    boolean code = !isTied(from) && codeAt(from) == end && (!adjacent || digits == 6);
    int others = isCopula(tie) ? OTHER : OTHER | PHONE;
    int window = certain ? NEAR_OTHER_WINDOW : OTHER_WINDOW;
    return code && words.left(from, window, others) == 0 ? end : -1;
  }

  /** "448219 is my code" says what the number is, whatever is said before; "call 448219 for a code" does not. */
  private boolean isCopula(int word) {
    return word >= 0
        && (Lexicon.flags(ContextWords.SPEECH.longest(text, word, text.length())) & COPULA) != 0;
  }

  /** The bracket of "[448219] is your code". */
  private boolean closesCode(int i, char c) {
    return (c == ']' || c == '】') && i > 0 && Chars.digit(text, i - 1) >= 0;
  }

  private boolean isTie(int codeEnd, int firstWord) {
    if (firstWord < 0) {
      return false;
    }
    for (int i = codeEnd; i < firstWord; i++) {
      char c = text.charAt(i);
      if (c == '-' || c == '–' || c == '—') {
        return true;
      }
    }
    int flags = Lexicon.flags(ContextWords.SPEECH.longest(text, firstWord, text.length()));
    return (flags & (COPULA | AS)) != 0;
  }

  private boolean isCodePart(int i) {
    boolean joint = Chars.isSpace(text.charAt(i)) || text.charAt(i) == '-';
    return Chars.digit(text, i) >= 0 || (joint && i > 0 && Chars.digit(text, i - 1) >= 0);
  }

  /** Whether something that is no code runs into the digits at {@code from}. */
  private boolean isTied(int from) {
    if (from == 0) {
      return false;
    }
    char c = text.charAt(from - 1);
    return (Chars.isLetter(c) && !Chars.isUnspaced(c))
        || "+#.,/:_@$€£".indexOf(c) >= 0
        || Character.getType(c) == Character.CURRENCY_SYMBOL;
  }
}
