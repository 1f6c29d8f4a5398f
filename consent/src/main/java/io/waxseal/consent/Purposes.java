package io.waxseal.consent;

import java.util.regex.Pattern;

/** The purposes that have rules of their own, and how purposes contain one another. */
final class Purposes {
  /** A stop of this scope stops every purpose. */
  static final String EVERYTHING = "*";

  static final String MARKETING = "marketing";
  static final String REPLY = "service.reply";
  static final String STOP_CONFIRMATION = "service.stop-confirmation";

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");
  private static final int LONGEST = 64;

  private Purposes() {}

  static boolean isPurpose(String name) {
    return name.length() <= LONGEST && SHAPE.matcher(name).matches();
  }

  /** Whether a scope covers a purpose: the same, or a parent of it by whole words. */
  static boolean covers(String scope, String purpose) {
    return scope.equals(EVERYTHING) || purpose.equals(scope) || purpose.startsWith(scope + ".");
  }
}
