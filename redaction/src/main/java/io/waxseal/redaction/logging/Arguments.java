package io.waxseal.redaction.logging;

import io.waxseal.redaction.detect.EntityType;
import java.util.Arrays;
import java.util.UUID;

/** The texts of arguments, whose methods are the host's and may do anything. */
final class Arguments {

  private Arguments() {}

  /** The text a back end would write for an argument. */
  static String text(Object argument) {
    try {
      if (argument.getClass().isArray()) {
        String text = Arrays.deepToString(new Object[] {argument});
        return text.substring(1, text.length() - 1);
      }
      return String.valueOf((Object) argument.toString());
    } catch (Exception | Error e) {
      return EntityType.REDACTED.label();
    }
  }

  /** The argument if it can hide nothing behind its text, which is {@code redacted}; else the text. */
  static Object kept(Object argument, String redacted) {
    return isPlain(argument) && redacted.equals(argument.toString()) ? argument : redacted;
  }

  private static boolean isPlain(Object argument) {
    if (argument instanceof String
        || argument instanceof Boolean
        || argument instanceof Character
        || argument instanceof UUID) {
      return true;
    }
    String home = argument.getClass().getPackageName();
    return home.equals("java.time")
        || (argument instanceof Number && (home.equals("java.lang") || isBig(argument)));
  }

  private static boolean isBig(Object argument) {
    return argument.getClass() == java.math.BigDecimal.class
        || argument.getClass() == java.math.BigInteger.class;
  }
}
