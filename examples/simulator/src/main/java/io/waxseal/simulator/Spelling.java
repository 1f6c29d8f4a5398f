package io.waxseal.simulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The spellings of one number: three countries write a digit that the registration at Meta may or may not have. */
final class Spelling {
  private static final Pattern ARGENTINA = Pattern.compile("^54(9?)([0-9]{10})$");
  private static final Pattern MEXICO = Pattern.compile("^52(1?)([0-9]{10})$");
  private static final Pattern BRAZIL = Pattern.compile("^55([1-9][0-9])(9?)([6-9][0-9]{7})$");

  /** Brazilian area codes above keep the eight digits of their first registrations. */
  private static final int LAST_AREA_WITH_NINE = 30;

  private Spelling() {}

  /** The same for all spellings of a number; anything else is its own key. */
  static String key(String digits) {
    String key = ARGENTINA.matcher(digits).replaceFirst("54$2");
    key = key.equals(digits) ? MEXICO.matcher(digits).replaceFirst("52$2") : key;
    return key.equals(digits) ? BRAZIL.matcher(digits).replaceFirst("55$1$3") : key;
  }

  /** The spelling under which Meta knows a number of which nothing else is known. */
  static String waId(String digits) {
    String key = key(digits);
    Matcher brazil = BRAZIL.matcher(key);
    if (ARGENTINA.matcher(key).matches()) {
      return "549" + key.substring(2);
    }
    if (MEXICO.matcher(key).matches()) {
      return "521" + key.substring(2);
    }
    if (brazil.matches() && Integer.parseInt(brazil.group(1)) <= LAST_AREA_WITH_NINE) {
      return "55" + brazil.group(1) + "9" + brazil.group(3);
    }
    return key;
  }
}
