package io.waxseal.internal.phone;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a phone number as a person writes it into the digits of E.164. A number that is read wrongly belongs to a stranger, so
 * what can be read in two ways is refused. No message of an exception holds a digit of the number.
 */
public final class WrittenNumber {

  /** E.164 has no longer numbers; the shortest are those of small countries. */
  private static final int SHORTEST = 7;

  private static final int LONGEST = 15;

  /** A trunk prefix may be written too. */
  private static final int MOST_DIGITS = 2 * LONGEST;

  private static final int LONGEST_CODE = 3;
  private static final int ARGENTINA = 54;
  private static final int ARGENTINA_WITH_FIFTEEN = 12;

  /** Hyphens and dots of typewriters, word processors and East Asian keyboards. */
  private static final String SEPARATORS =
      "-.\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFF0D\uFF0E";

  private static final String HOW =
      "; write + and the country code, or name the country: ContactPoint.phone(\"US\", \"(650) 555-1234\")";

  private static final PhonePlans PLANS = PhonePlans.STANDARD;

  private final StringBuilder digits = new StringBuilder();
  private final Set<Bracket> brackets = new HashSet<>();
  private boolean plus;
  private int opened;

  /** Digits between parentheses. */
  private record Bracket(int from, int to) {}

  private WrittenNumber() {}

  /**
   * Reads an international number.
   *
   * @param written {@code +}, country code and number, with separators and perhaps a trunk prefix; or bare digits, country code
   *     first
   * @return the digits, country code first
   * @throws IllegalArgumentException if {@code written} has another shape or a length that its country does not have
   */
  public static String international(String written) {
    WrittenNumber number = new WrittenNumber();
    if (isBare(written)) {
      number.digits.append(written);
      return number.bare();
    }
    number.read(written);
    if (!number.plus) {
      throw refused(
          number.begins('0')
              ? "a phone number that begins with 0 does not say its country" + HOW
              : "a phone number without + is bare digits 0 to 9, country code first, as in wa_id"
                  + HOW);
    }
    if (number.begins('0')) {
      throw refused("behind + the country code follows, which does not begin with 0");
    }
    return number.behindPlus();
  }

  /**
   * Reads a number as its country writes it.
   *
   * @param country ISO 3166-1, two letters
   * @param written the number with or without the trunk prefix and separators
   * @return the digits, country code first
   * @throws IllegalArgumentException if the country has no numbering plan, or {@code written} another shape or length
   */
  public static String national(String country, String written) {
    PhoneRegion plan = PLANS.region(country.toUpperCase(Locale.ROOT));
    if (plan.code() == 0) {
      throw refused(
          "no numbering plan for this country; name it by two letters of ISO 3166-1, such as US");
    }
    WrittenNumber number = new WrittenNumber();
    number.read(written);
    if (number.plus) {
      throw refused("a number with + says its country itself; use ContactPoint.phone(number)");
    }
    return checked(plan.code() + number.significant(plan, 0));
  }

  private static boolean isBare(String written) {
    return !written.isEmpty() && written.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void read(String written) {
    for (int i = 0; i < written.length(); ) {
      int c = written.codePointAt(i);
      i += Character.charCount(c);
      if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
        digits.append((char) ('0' + Character.digit(c, 10)));
        if (digits.length() > MOST_DIGITS) {
          throw wrongLength();
        }
      } else if ((c == '+' || c == '\uFF0B') && !plus && digits.isEmpty()) {
        plus = true;
      } else {
        separator(c);
      }
    }
  }

  private void separator(int c) {
    if (c == '(' || c == '\uFF08') {
      opened = digits.length();
    } else if (c == ')' || c == '\uFF09') {
      brackets.add(new Bracket(opened, digits.length()));
    } else if (SEPARATORS.indexOf(c) < 0
        && Character.getType(c) != Character.SPACE_SEPARATOR
        && Character.getType(c) != Character.FORMAT) {
      throw refused(
          Character.isLetter(c)
              ? "a phone number has no letters and no extension; use ContactPoint.bsuid for a user id"
              : "a phone number holds digits, + in front, spaces, hyphens, dots and parentheses only");
    }
  }

  private boolean begins(char digit) {
    return !digits.isEmpty() && digits.charAt(0) == digit;
  }

  private String bare() {
    if (begins('0')) {
      throw refused(
          digits.length() > 1 && digits.charAt(1) == '0'
              ? "a phone number does not begin with 00; write + instead"
              : "a phone number that begins with 0 does not say its country" + HOW);
    }
    checked(digits.toString());
    PhoneRegion plan = plan();
    if (plan.code() != 0) {
      String number = digits.substring(codeLength(plan));
      if (hasTrunk(plan, number)) {
        throw refused(
            "bare digits have a trunk prefix behind the country code, which a wa_id never has"
                + HOW);
      }
      possible(plan, number);
    }
    return digits.toString();
  }

  private String behindPlus() {
    PhoneRegion plan = plan();
    return checked(
        plan.code() == 0 ? digits.toString() : plan.code() + significant(plan, codeLength(plan)));
  }

  /** The plan that the digits begin with; {@link PhoneRegion#NONE} if there is none. */
  private PhoneRegion plan() {
    if (digits.length() < LONGEST_CODE) {
      throw wrongLength();
    }
    return PLANS.plan(PLANS.code(Integer.parseInt(digits.substring(0, LONGEST_CODE))));
  }

  private static int codeLength(PhoneRegion plan) {
    return String.valueOf(plan.code()).length();
  }

  /** The digits from {@code from} without what is dialled only inside the country. */
  private String significant(PhoneRegion plan, int from) {
    String number = digits.substring(from);
    int trunk = plan.prefix().length();
    if (trunk > 0
        && number.startsWith(plan.prefix())
        && (brackets.contains(new Bracket(from, from + trunk)) || hasTrunk(plan, number))) {
      boolean known = PLANS.admits(plan.trunk(), number);
      number = number.substring(trunk);
      if (known && number.startsWith("0") && !leads(plan, "0")) {
        // Belarus dials 8 0
        number = number.substring(1);
      }
    }
    number = withoutFifteen(plan, number);
    if (hasTrunk(plan, number)) {
      throw refused("no number of this country begins so behind the country code and trunk prefix");
    }
    possible(plan, number);
    return number;
  }

  /**
   * Whether a number begins with a trunk prefix: no number of the plan begins so, or the number fits its plan only without it.
   * Where a country has no trunk prefix, a 0 that begins no number counts as another country's.
   */
  private static boolean hasTrunk(PhoneRegion plan, String number) {
    String prefix = plan.prefix();
    if (prefix.isEmpty() || !number.startsWith(prefix)) {
      return number.startsWith("0") && !leads(plan, "0");
    }
    String without = number.substring(prefix.length());
    return !PLANS.admits(plan.plain(), number)
        && (PLANS.admits(plan.plain(), without)
            || PLANS.admits(plan.trunk(), number)
            || !leads(plan, prefix)
            || !plan.isPossible(number.length()));
  }

  /** Argentina: area, 15 and number at home; 9, area and number abroad. */
  private static String withoutFifteen(PhoneRegion plan, String number) {
    if (plan.code() != ARGENTINA || number.length() != ARGENTINA_WITH_FIFTEEN) {
      return number;
    }
    String abroad = "";
    for (int area = 2; area <= 4; area++) {
      String mobile = "9" + number.substring(0, area) + number.substring(area + 2);
      if (number.startsWith("15", area) && PLANS.admits(plan.plain(), mobile)) {
        if (!abroad.isEmpty()) {
          return number;
        }
        abroad = mobile;
      }
    }
    return abroad.isEmpty() ? number : abroad;
  }

  /** Whether some number of the plan begins with these digits. */
  private static boolean leads(PhoneRegion plan, String beginning) {
    int node = plan.plain();
    for (int i = 0; i < beginning.length(); i++) {
      node = PLANS.next(node, beginning.charAt(i) - '0');
    }
    return node != PhonePlans.DEAD;
  }

  private static void possible(PhoneRegion plan, String number) {
    if (!plan.isPossible(number.length())) {
      boolean tooShort = plan.lengths() >> number.length() != 0;
      throw refused("a phone number of this country has "
          + (tooShort
              ? "more digits behind the country code; is the area code missing?"
              : "fewer digits behind the country code"));
    }
  }

  private static String checked(String digits) {
    if (digits.length() < SHORTEST || digits.length() > LONGEST) {
      throw wrongLength();
    }
    return digits;
  }

  private static IllegalArgumentException wrongLength() {
    return refused(
        "a phone number has 7 to 15 digits, country code first (E.164), such as +4915112345678");
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(why);
  }
}
