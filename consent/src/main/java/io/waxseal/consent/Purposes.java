package io.waxseal.consent;

/** The purposes that have rules of their own, and how purposes contain one another. */
final class Purposes {
  /** A stop of this scope stops every purpose. */
  static final String EVERYTHING = "*";

  static final String MARKETING = "marketing";
  static final String STOP_CONFIRMATION = "service.stop-confirmation";

  private Purposes() {}

  /** Whether a scope covers a purpose: the same, or a parent of it by whole words. */
  static boolean covers(String scope, String purpose) {
    return scope.equals(EVERYTHING) || purpose.equals(scope) || purpose.startsWith(scope + ".");
  }
}
