package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Text;

/** Reads an address around an at sign; every character belongs to one reading at most on each side. */
final class Emails {

  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 253;
  private static final int LONGEST_LABEL = 63;
  private static final String LOCAL_PUNCTUATION = "._%+-'&~";
  private static final String[] FILE_ENDINGS = {
    "png", "jpg", "jpeg", "gif", "webp", "svg", "pdf", "txt", "html"
  };

  private final Text text;

  Emails(Text text) {
    this.text = text;
  }

  /** Reports the address around the at sign at {@code at}, not reaching left of {@code floor}; returns where to go on. */
  int match(int at, int floor, Found found) {
    int start = localStart(at, floor);
    int end = domainEnd(at + 1);
    if (start < at && end > at) {
      found.at(EntityType.EMAIL, start, end, 0.95, "email.shape");
      return end;
    }
    return at + 1;
  }

  private int localStart(int at, int floor) {
    int i = at - 1;
    while (i >= floor && Chars.isInvisible(text.charAt(i))) {
      i--;
    }
    boolean unspaced = i >= floor && Chars.isUnspaced(text.charAt(i));
    int lowest = Math.max(floor, at - LONGEST_LOCAL - 1);
    int start = at;
    while (i >= lowest) {
      char c = text.charAt(i);
      if (isWord(c, unspaced)) {
        start = i;
      } else if (LOCAL_PUNCTUATION.indexOf(c) < 0 && !Chars.isInvisible(c)) {
        break;
      }
      i--;
    }
    return at - start > LONGEST_LOCAL ? at : start;
  }

  private static boolean isWord(char c, boolean unspaced) {
    return Chars.isAsciiDigit(c)
        || c == '_'
        || (Chars.isLetter(c) && (c < 0x80 || Chars.isUnspaced(c) == unspaced))
        || (c >= 0x80 && Character.isDigit(c));
  }

  /** The end of the longest run of labels whose last may be a top-level domain, or {@code from} when there is none. */
  private int domainEnd(int from) {
    int best = from - 1;
    int labels = 0;
    int i = from;
    int limit = Math.min(text.length(), from + LONGEST_DOMAIN);
    while (i < limit) {
      int end = labelEnd(i, limit);
      if (end == i || end - i > LONGEST_LABEL) {
        break;
      }
      labels++;
      if (labels > 1 && isTopLevel(i, end)) {
        best = end;
      }
      if (end >= limit || !isDot(text.charAt(end))) {
        break;
      }
      i = end + 1;
    }
    return best;
  }

  private int labelEnd(int from, int limit) {
    boolean unspaced = Chars.isUnspaced(text.charAt(from));
    int i = from;
    int end = from;
    while (i < limit) {
      char c = text.charAt(i);
      if (isWord(c, unspaced) && c != '_') {
        end = i + 1;
      } else if (c != '-' || i == from) {
        break;
      }
      i++;
    }
    return end;
  }

  private boolean isTopLevel(int from, int end) {
    if (end - from < 2 || !Chars.isLetter(text.charAt(from))) {
      return false;
    }
    boolean punycode = end - from > 4
        && (text.charAt(from) | 0x20) == 'x'
        && (text.charAt(from + 1) | 0x20) == 'n'
        && text.charAt(from + 2) == '-';
    for (int i = from; i < end && !punycode; i++) {
      if (!Chars.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return !isFileEnding(from, end);
  }

  private boolean isFileEnding(int from, int end) {
    for (String ending : FILE_ENDINGS) {
      if (ending.length() == end - from && sameLetters(ending, from)) {
        return true;
      }
    }
    return false;
  }

  private boolean sameLetters(String word, int from) {
    for (int i = 0; i < word.length(); i++) {
      if (Chars.fold(text.charAt(from + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDot(char c) {
    return c == '.' || c == '．';
  }
}
