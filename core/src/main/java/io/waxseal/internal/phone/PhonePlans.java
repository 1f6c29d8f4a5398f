package io.waxseal.internal.phone;

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
 * number may end there. Made from the data of libphonenumber by the test {@code PhonePlansTableTest}. Immutable.
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

  /** The plans in the jar. */
  public static final PhonePlans STANDARD = load();

  private static final int LONGEST_CODE = 3;

  private final String source;
  private final char[] nodes;
  private final int international;
  private final int written;
  private final PhoneRegion[] codes = new PhoneRegion[1_000];
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
      owners.computeIfAbsent(code, c -> new ArrayList<>()).add(new Owner(country, in.readChar()));
      PhoneRegion region = new PhoneRegion(
          country,
          code,
          in.readUTF(),
          in.readChar(),
          in.readChar(),
          in.readChar(),
          in.readChar(),
          in.readChar(),
          in.readBoolean());
      regions.put(country, region);
      codes[code] = codes[code] == null ? region : codes[code];
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
   *
   * @return the node
   */
  public int written() {
    return written;
  }

  /**
   * Takes one step.
   *
   * @param node a node
   * @param digit 0 to 9
   * @return the node after the digit; {@link #DEAD} if no number goes on so
   */
  public int next(int node, int digit) {
    int before = Integer.bitCount(nodes[node] & ((2 << digit) - 1));
    return before == 0 ? DEAD : nodes[node + before];
  }

  /**
   * Says whether the digits that led to a node are a whole number.
   *
   * @param node a node
   * @return whether a number may end there
   */
  public boolean ends(int node) {
    return (nodes[node] & END) != 0;
  }

  /**
   * How a country writes its numbers.
   *
   * @param country two capital letters of ISO 3166-1
   * @return the country's part of the plans; {@link PhoneRegion#NONE} for an unknown one
   */
  public PhoneRegion region(String country) {
    return regions.getOrDefault(country, PhoneRegion.NONE);
  }

  /**
   * The plan of a calling code: that of the largest country that has it.
   *
   * @param code a calling code, up to three digits
   * @return the plan; {@link PhoneRegion#NONE} for an unknown code
   */
  public PhoneRegion plan(int code) {
    PhoneRegion plan = codes[code];
    return plan == null ? PhoneRegion.NONE : plan;
  }

  /**
   * Says whether ASCII digits, and nothing else, are a number.
   *
   * @param node where to begin
   * @param digits the digits
   * @return whether they lead from the node to the end of a number
   */
  public boolean admits(int node, CharSequence digits) {
    int at = node;
    for (int i = 0; i < digits.length() && at != DEAD; i++) {
      char c = digits.charAt(i);
      at = isDigit(c) ? next(at, c - '0') : DEAD;
    }
    return ends(at);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * The calling code that three digits begin with.
   *
   * @param firstThree three digits as a number, 0 to 999
   * @return the code, or 0 if there is none
   */
  public int code(int firstThree) {
    int code = codes[firstThree / 100] != null
        ? firstThree / 100
        : codes[firstThree / 10] != null ? firstThree / 10 : firstThree;
    return codes[code] != null ? code : 0;
  }

  /**
   * How many digits of an international number are its calling code.
   *
   * @param digits the number
   * @return 1 to 3; 0 for a number without one
   */
  public int codeLength(String digits) {
    if (digits.length() <= LONGEST_CODE || digits.charAt(0) == '0') {
      return 0;
    }
    int firstThree = 0;
    for (int i = 0; i < LONGEST_CODE; i++) {
      char c = digits.charAt(i);
      if (!isDigit(c)) {
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
