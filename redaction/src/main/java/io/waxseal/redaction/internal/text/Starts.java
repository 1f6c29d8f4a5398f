package io.waxseal.redaction.internal.text;

/**
 * The places of a text at which a reader may have to look: the start of each word, also of one that a capital begins inside
 * another; each letter of a script without spaces; each digit; each sign that readers wait for; and the second of two
 * hyphens. One sweep finds them all and branches on no character, since which one follows cannot be foretold.
 */
public final class Starts {

  /** A longer list is not kept for the next text. */
  private static final int MOST_KEPT = 1 << 14;

  /** What links a name to its value, encloses a label, makes a mask or an address. */
  private static final String SIGNS = ":=[]\u2022@\uFF20%";

  private static final int OTHER = 0;
  private static final int SMALL = 1;
  private static final int CAPITAL = 2;
  private static final int LETTER = 3;
  private static final int UNSPACED = 4;
  private static final int HYPHEN = 5;
  private static final int SIGN = 6;
  private static final int BITS = 3;

  private static final byte[] KINDS = kinds();

  /** By the kinds of two characters in a row: 1 where the second is a place, else 0. */
  private static final byte[] PAIRS = pairs();

  private int[] places = new int[256];
  private int count;

  /** Finds the places of a text. */
  public void find(Text text) {
    char[] chars = text.characters();
    int length = text.length();
    if (places.length < length) {
      places = new int[chars.length];
    }
    int found = 0;
    int before = OTHER;
    for (int i = 0; i < length; i++) {
      int kind = KINDS[chars[i]];
      places[found] = i;
      found += PAIRS[(before << BITS) | kind];
      before = kind;
    }
    count = found;
  }

  /** Forgets them. */
  public void clear() {
    count = 0;
    if (places.length > MOST_KEPT) {
      places = new int[256];
    }
  }

  public int count() {
    return count;
  }

  /** The index in the text of the place with a number. */
  public int place(int number) {
    return places[number];
  }

  /** The number of the first place at {@code index} or behind. */
  public int from(int index) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places[middle] < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = (byte) kind((char) i);
    }
    return kinds;
  }

  /** The second half of a digit beyond the basic plane is told by the first. */
  private static int kind(char c) {
    if (SIGNS.indexOf(c) >= 0 || Character.isDigit(c) || Character.isHighSurrogate(c)) {
      return SIGN;
    }
    if (c == '-') {
      return HYPHEN;
    }
    if (!Chars.isLetter(c)) {
      return OTHER;
    }
    if (Chars.isUnspaced(c)) {
      return UNSPACED;
    }
    return Chars.isUpper(c) ? CAPITAL : c >= 'a' && c <= 'z' ? SMALL : LETTER;
  }

  private static byte[] pairs() {
    byte[] pairs = new byte[1 << (2 * BITS)];
    for (int before = OTHER; before <= SIGN; before++) {
      for (int kind = OTHER; kind <= SIGN; kind++) {
        pairs[(before << BITS) | kind] = (byte) (isPlace(before, kind) ? 1 : 0);
      }
    }
    return pairs;
  }

  private static boolean isPlace(int before, int kind) {
    boolean inWord = before == SMALL || before == CAPITAL || before == LETTER;
    return switch (kind) {
      case SMALL, LETTER -> !inWord;
      case CAPITAL -> !inWord || before == SMALL;
      case HYPHEN -> before == HYPHEN;
      default -> kind != OTHER;
    };
  }
}
