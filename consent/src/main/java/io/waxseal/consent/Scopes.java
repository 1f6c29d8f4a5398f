package io.waxseal.consent;

import io.waxseal.message.Category;
import io.waxseal.message.Purpose;

/** The scopes and purposes that have rules of their own, and which purposes a scope covers. */
final class Scopes {
  /** A stop of this scope stops every purpose. */
  static final String EVERYTHING = "*";

  /** A stop of this scope stops every purpose of category MARKETING, whatever its name. */
  static final String MARKETING = "marketing";

  static final String STOP_CONFIRMATION = "service.stop-confirmation";

  static final String HELP = "service.help";

  /** The family of one-time codes. */
  static final String AUTH = "auth";

  /** The family of what a law demands to tell. */
  static final String NOTICE = "notice";

  private Scopes() {}

  /** Whether a scope covers a name: the same, or a parent of it by whole words. */
  static boolean covers(String scope, String name) {
    return scope.equals(EVERYTHING) || name.equals(scope) || name.startsWith(scope + ".");
  }

  /** Whether a stop of a scope covers a purpose, by its name or its category. */
  static boolean covers(String scope, Purpose purpose) {
    boolean category = scope.equals(MARKETING)
        && purpose.category().filter(Category.MARKETING::equals).isPresent();
    return category || covers(scope, purpose.name());
  }
}
