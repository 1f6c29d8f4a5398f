package io.waxseal.redaction.internal.identifier;

import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.DigitRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One way to write a number: the kind of each character, and where which separator stands. */
public final class Form {

  /** No number of any kind is longer. */
  static final int LONGEST = 62;

  private final String pattern;
  private final long digits;
  private final long letters;
  private final boolean literal;
  private final int[] boundaries;
  private final char[] separators;
  private final boolean tight;
  private final int prefix;

  private Form(String spelled) {
    StringBuilder compact = new StringBuilder();
    List<Integer> cuts = new ArrayList<>();
    StringBuilder marks = new StringBuilder();
    for (int k = 0; k < spelled.length(); k++) {
      char c = spelled.charAt(k);
      if (c == '.' || c == '-' || c == '/' || c == '_' || c == '(') {
        if (!cuts.isEmpty() && cuts.get(cuts.size() - 1) == compact.length()) {
          marks.setCharAt(marks.length() - 1, DigitRun.MIXED);
        } else {
          cuts.add(compact.length());
          marks.append(c == '_' ? ' ' : c);
        }
      } else if (c != ')') {
        compact.append(c);
      }
    }
    pattern = compact.toString();
    prefix = prefix(pattern);
    boundaries = cuts.stream().mapToInt(Integer::intValue).toArray();
    separators = marks.toString().toCharArray();
    tight = !marks.toString().isBlank();
    long digitMask = 0;
    long letterMask = 0;
    boolean hasLiteral = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      hasLiteral |= c != 'd' && c != 'a' && c != 'x';
      if (c == 'd' || Chars.isAsciiDigit(c)) {
        digitMask |= 1L << i;
      } else if (c != 'x') {
        letterMask |= 1L << i;
      }
    }
    digits = digitMask;
    letters = letterMask;
    literal = hasLiteral;
  }

  /** The forms that a spelling with {@code {from,to}} repetitions stands for. */
  static List<Form> parse(String spelled) {
    int open = spelled.indexOf('{');
    if (open < 0) {
      return List.of(new Form(spelled));
    }
    int comma = spelled.indexOf(',', open);
    int close = spelled.indexOf('}', open);
    int most = Integer.parseInt(spelled.substring(comma + 1, close));
    List<Form> forms = new ArrayList<>();
    for (int n = Integer.parseInt(spelled.substring(open + 1, comma)); n <= most; n++) {
      String repeated = spelled.substring(open - 1, open).repeat(n);
      forms.addAll(parse(spelled.substring(0, open - 1) + repeated + spelled.substring(close + 1)));
    }
    return forms;
  }

  int length() {
    return pattern.length();
  }

  /** Whether letters may stand where the mask has ones, and digits elsewhere. */
  public boolean admits(long letterMask) {
    return (letterMask & digits) == 0 && (letterMask & letters) == letters;
  }

  /** Whether characters with letters where the mask has ones are of this form; their number must be right. */
  public boolean fits(long letterMask, char[] compact, int from) {
    if (!admits(letterMask)) {
      return false;
    }
    if (literal) {
      for (int i = 0; i < pattern.length(); i++) {
        char c = pattern.charAt(i);
        if (c != 'd' && c != 'a' && c != 'x' && c != compact[from + i]) {
          return false;
        }
      }
    }
    return true;
  }

  public boolean isGrouped() {
    return boundaries.length > 0;
  }

  /** Whether some separator is more than a space. */
  public boolean isTight() {
    return tight;
  }

  public int boundaries() {
    return boundaries.length;
  }

  public boolean hasBoundary(int index, int position, char separator) {
    return boundaries[index] == position && separators[index] == separator;
  }

  /** How many letters of a country stand before what the check digits cover. */
  int prefix() {
    return prefix;
  }

  private static int prefix(String pattern) {
    boolean country = pattern.length() > 3
        && Chars.isUpper(pattern.charAt(0))
        && Chars.isUpper(pattern.charAt(1));
    return country && !pattern.startsWith("CHE") ? 2 : 0;
  }

  /** Whether a separator usually stands at a position. */
  boolean admitsBoundary(int position) {
    return Arrays.binarySearch(boundaries, position) >= 0;
  }

  boolean sameBoundaries(Form other) {
    return Arrays.equals(boundaries, other.boundaries);
  }

  /** Whether it has separators, all of one kind. */
  boolean isUniform() {
    for (char separator : separators) {
      if (separator != separators[0]) {
        return false;
      }
    }
    return isGrouped();
  }
}
