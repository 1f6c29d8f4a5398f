package io.waxseal.redaction.internal.text;

import java.text.Normalizer;

/**
 * What a character means to the detectors, whatever its script: digit, letter, separator, invisible mark. Answers for each
 * character of the basic plane stand in tables, so that asking costs one look.
 */
public final class Chars {

  /** The mark that stands for the word "postal code" in Japan. */
  private static final char POSTAL_MARK = 0x3012;

  private static final int LATIN_END = 0x250;
  private static final int VIETNAMESE_START = 0x1E00;
  private static final int VIETNAMESE_END = 0x1F00;
  private static final int ALL = Character.MAX_VALUE + 1;
  private static final byte LETTER = 1;
  private static final byte UNSPACED = 1 << 1;
  private static final byte INVISIBLE = 1 << 2;
  private static final byte SPACE = 1 << 3;
  private static final byte INSIDE = 1 << 4;
  private static final byte NO_DIGIT = -1;
  private static final byte PAIR = -2;
  private static final byte[] CLASSES = new byte[ALL];
  private static final byte[] DIGITS = new byte[ALL];
  private static final byte[] SEPARATORS = new byte[ALL];
  private static final char[] FOLDS = new char[ALL];

  static {
    for (int i = 0; i < ALL; i++) {
      char c = (char) i;
      int space = isOneOfTheSpaces(c) ? SPACE : 0;
      int invisible = isOneOfTheInvisible(c) ? INVISIBLE : 0;
      int letter = isOneOfTheLetters(c) ? LETTER : 0;
      int unspaced = isOfUnspacedScript(c) ? UNSPACED : 0;
      int inside = letter != 0 && unspaced == 0 && !isUpper(c) ? INSIDE : 0;
      CLASSES[i] = (byte) (space | invisible | letter | unspaced | inside);
      DIGITS[i] = Character.isHighSurrogate(c) ? PAIR : (byte) Character.digit(c, 10);
      SEPARATORS[i] = plainSeparator(c);
      FOLDS[i] = foldOf(c);
    }
  }

  private Chars() {}

  /** A part of a text, read character by character. */
  public static String copy(Text text, int start, int end) {
    StringBuilder copy = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      copy.append(text.charAt(i));
    }
    return copy.toString();
  }

  /** The value of the decimal digit that starts at {@code i}, of any script, or -1. */
  public static int digit(Text text, int i) {
    int digit = DIGITS[text.charAt(i)];
    return digit == PAIR ? digitOfPair(text, i) : digit;
  }

  private static int digitOfPair(Text text, int i) {
    if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
      return NO_DIGIT;
    }
    return Character.digit(Character.toCodePoint(text.charAt(i), text.charAt(i + 1)), 10);
  }

  public static boolean isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A capital letter of ASCII. */
  public static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  public static boolean isAsciiLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  /** A letter, or a mark that belongs to one, of the basic plane. */
  public static boolean isLetter(char c) {
    return (CLASSES[c] & LETTER) != 0;
  }

  /** A letter that goes on with the word before it: none of a script without spaces, and no capital of ASCII. */
  public static boolean isInside(char c) {
    return (CLASSES[c] & INSIDE) != 0;
  }

  private static boolean isOneOfTheLetters(char c) {
    if (c < 0x80) {
      return isAsciiLetter(c);
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) {
      return !isOneOfTheInvisible(c);
    }
    return (type <= Character.OTHER_LETTER && type != Character.UNASSIGNED) || c == POSTAL_MARK;
  }

  /** A letter of a script that glues words (or particles) together, so that every character may begin a word. */
  public static boolean isUnspaced(char c) {
    return (CLASSES[c] & UNSPACED) != 0;
  }

  private static boolean isOfUnspacedScript(char c) {
    return c >= 0x0E00
        && (c <= 0x0EFF
            || (c >= 0x1000 && c <= 0x109F)
            || (c >= 0x1100 && c <= 0x11FF)
            || (c >= 0x1780 && c <= 0x17FF)
            || c == POSTAL_MARK
            || (c >= 0x3041 && c <= 0x318F)
            || (c >= 0x31F0 && c <= 0x31FF)
            || (c >= 0x3400 && c <= 0x4DBF)
            || (c >= 0x4E00 && c <= 0x9FFF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFF66 && c <= 0xFF9D));
  }

  /** An Arabic or Hebrew letter that stands for a word of its own before another: "and", "the", "in", "to". */
  public static boolean isPrefixed(char c) {
    return switch (c) {
      case 'و', 'ف', 'ب', 'ل', 'ה', 'ו', 'ב', 'ל', 'ש', 'מ' -> true;
      default -> false;
    };
  }

  /** Marks that show nothing and may stand between digits: zero width, bidi, variation selectors, keycaps. */
  public static boolean isInvisible(char c) {
    return (CLASSES[c] & INVISIBLE) != 0;
  }

  private static boolean isOneOfTheInvisible(char c) {
    return c == 0xAD
        || c == 0x061C
        || c == 0x180E
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2069)
        || c == 0x20E3
        || c == 0xFE0E
        || c == 0xFE0F
        || c == 0xFEFF;
  }

  public static boolean isSpace(char c) {
    return (CLASSES[c] & SPACE) != 0;
  }

  private static boolean isOneOfTheSpaces(char c) {
    return c == ' '
        || c == '\t'
        || c == 0xA0
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x202F
        || c == 0x3000;
  }

  public static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85;
  }

  /** The plain form of a separator that may stand between groups of digits, or 0. */
  public static char separator(char c) {
    return (char) SEPARATORS[c];
  }

  private static byte plainSeparator(char c) {
    if (isOneOfTheSpaces(c)) {
      return ' ';
    }
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) {
      return '-';
    }
    return switch (c) {
      case '-', 0xFF0D -> '-';
      case '.', 0xFF0E -> '.';
      case '/', 0xFF0F -> '/';
      case '(', 0xFF08 -> '(';
      case ')', 0xFF09 -> ')';
      default -> 0;
    };
  }

  /** The character by which words are compared: lower case, no accents, one form per letter; 0 where it is skipped. */
  public static char fold(char c) {
    return FOLDS[c];
  }

  public static String folded(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = fold(word.charAt(i));
      if (c != 0) {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  private static char foldOf(char c) {
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return foldOf((char) (c - 0xFEE0));
    }
    return switch (c) {
      case 'ı' -> 'i';
      case 'ł', 'Ł' -> 'l';
      case 'ø', 'Ø' -> 'o';
      case 'đ', 'Đ' -> 'd';
      case 'ё', 'Ё' -> 'е';
      case 'آ', 'أ', 'إ', 'ٱ' -> 'ا';
      case 'ة', 'ۃ', 'ہ', 'ھ' -> 'ه';
      case 'ى', 'ی', 'ئ', 'ے' -> 'ي';
      case 'ک' -> 'ك';
      case '-', '_' -> ' ';
      default -> foldByClass(c);
    };
  }

  private static char foldByClass(char c) {
    if (isSkippedInWords(c)) {
      return 0;
    }
    if (isOneOfTheSpaces(c) || (c >= 0x2010 && c <= 0x2015)) {
      return ' ';
    }
    boolean accented = c < LATIN_END || (c >= VIETNAMESE_START && c < VIETNAMESE_END);
    return Character.toLowerCase(
        accented ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0) : c);
  }

  private static boolean isSkippedInWords(char c) {
    return (c >= 0x0300 && c <= 0x036F)
        || (c >= 0x0591 && c <= 0x05C7)
        || c == 0x0640
        || (c >= 0x064B && c <= 0x065F)
        || c == 0x0670
        || isOneOfTheInvisible(c);
  }
}
