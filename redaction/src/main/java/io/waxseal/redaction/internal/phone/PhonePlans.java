package io.waxseal.redaction.internal.phone;

import io.waxseal.redaction.internal.text.Chars;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbering plans of the world as one automaton without circles: a node says which digits may follow and whether a
 * number may end there. Made from the data of libphonenumber by the test {@code PhonePlansTest}. Immutable.
 *
 * <p>A node is the index of its header in one array. Bit d of a header is set where digit d leads elsewhere than digit d - 1
 * does; as many targets follow as bits are set. What no bit precedes leads nowhere.
 */
public final class PhonePlans {

  /** The node from which no number follows. */
  public static final int DEAD = 0;

  /** The bit of a header that says that a number may end here. */
  static final int END = 1 << 10;

  static final String RESOURCE = "phone-plans.bin";
  public static final PhonePlans STANDARD = load();

  private static final int LONGEST_CODE = 3;

  private final String source;
  private final char[] nodes;
  private final int international;
  private final int written;
  private final boolean[] codes = new boolean[1_000];
  private final Map<String, PhoneRegion> regions = new HashMap<>();
  private final Map<Integer, List<Owner>> owners = new HashMap<>();

  /** A country and the numbers after a calling code that are its own. */
  private record Owner(String country, int numbers) {}

  private PhonePlans(DataInputStream in) throws IOException {
    source = in.readUTF();
    nodes = new char[in.readInt()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = in.readChar();
    }
    international = in.readChar();
    written = in.readChar();
    for (int left = in.readChar(); left > 0; left--) {
      String country = in.readUTF();
      int code = in.readChar();
      codes[code] = true;
      owners.computeIfAbsent(code, c -> new ArrayList<>()).add(new Owner(country, in.readChar()));
      regions.put(
          country,
          new PhoneRegion(
              country,
              in.readChar(),
              in.readChar(),
              in.readChar(),
              in.readChar(),
              in.readBoolean()));
    }
    regions.remove("");
  }

  private static PhonePlans load() {
    try (InputStream in = PhonePlans.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The numbering plans are missing from the jar.");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PhonePlans read(InputStream in) throws IOException {
    return new PhonePlans(new DataInputStream(in));
  }

  /** The library and the version that the plans were made from. */
  String source() {
    return source;
  }

  /** Where the digits of an international number begin: calling code, then the number as E.164 has it. */
  int international() {
    return international;
  }

  /**
   * Where the digits of an international number begin as people write it: also with a trunk prefix left in after the calling
   * code (+49 0151 …), and as WhatsApp spells mobile numbers of Mexico (52 1 …) and Brazil (without the leading 9).
   */
  public int written() {
    return written;
  }

  /** The node after a digit. */
  public int next(int node, int digit) {
    int before = Integer.bitCount(nodes[node] & ((2 << digit) - 1));
    return before == 0 ? DEAD : nodes[node + before];
  }

  /** Whether the digits that led to a node are a whole number. */
  public boolean ends(int node) {
    return (nodes[node] & END) != 0;
  }

  /** How a country writes its numbers; {@link PhoneRegion#NONE} for an unknown one. */
  public PhoneRegion region(String country) {
    return regions.getOrDefault(country, PhoneRegion.NONE);
  }

  /** Whether ASCII digits, nothing else, are a number from {@code node} on. */
  boolean admits(int node, CharSequence digits) {
    int at = node;
    for (int i = 0; i < digits.length() && at != DEAD; i++) {
      char c = digits.charAt(i);
      at = Chars.isAsciiDigit(c) ? next(at, c - '0') : DEAD;
    }
    return ends(at);
  }

  /** The calling code that three digits begin with, or 0. */
  int code(int firstThree) {
    int code = codes[firstThree / 100]
        ? firstThree / 100
        : codes[firstThree / 10] ? firstThree / 10 : firstThree;
    return codes[code] ? code : 0;
  }

  /** How many digits of an international number are its calling code; 0 for a number without one. */
  public int codeLength(String digits) {
    if (digits.length() <= LONGEST_CODE || digits.charAt(0) == '0') {
      return 0;
    }
    int firstThree = 0;
    for (int i = 0; i < LONGEST_CODE; i++) {
      char c = digits.charAt(i);
      if (!Chars.isAsciiDigit(c)) {
        return 0;
      }
      firstThree = firstThree * 10 + c - '0';
    }
    int code = code(firstThree);
    return code == 0 ? 0 : String.valueOf(code).length();
  }

  /**
   * The country of an international number, such as a {@code wa_id}. Of countries that share a calling code it is the one
   * that the number belongs to, or the largest where it belongs to none.
   *
   * @param digits calling code and number
   * @return the country, or empty for a number without one, such as +800
   */
  public String countryOf(String digits) {
    int length = codeLength(digits);
    List<Owner> candidates =
        length == 0 ? null : owners.get(Integer.parseInt(digits.substring(0, length)));
    return candidates == null ? "" : owner(candidates, digits.substring(length));
  }

  private String owner(List<Owner> candidates, String number) {
    for (Owner candidate : candidates) {
      if (admits(candidate.numbers(), number)) {
        return candidate.country();
      }
    }
    return candidates.get(0).country();
  }
}
