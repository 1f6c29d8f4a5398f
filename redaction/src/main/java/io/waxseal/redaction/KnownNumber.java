package io.waxseal.redaction;

import io.waxseal.internal.phone.PhonePlans;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.DigitRun;
import io.waxseal.redaction.internal.text.Text;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** A number that the caller knows, found whatever its spelling: by its digits, group by group. Immutable. */
final class KnownNumber {

  private static final int SHORTEST = 7;
  private static final int LONGEST = 15;

  /** A trunk or international prefix and a calling code. */
  private static final int LONGEST_PREFIX = 6;

  private final String code;
  private final Set<String> nationals = new LinkedHashSet<>();

  KnownNumber(String digits) {
    code = digits.substring(0, PhonePlans.STANDARD.codeLength(digits));
    String national = digits.substring(code.length());
    nationals.add(national);
    switch (code) {
      case "55" -> ninth(national);
      case "52" -> nationals.add(without('1', 11, national));
      case "54" -> nationals.add(without('9', 11, national));
      default -> {}
    }
    nationals.removeIf(number -> number.length() < SHORTEST - 1);
  }

  static boolean fits(String digits) {
    return digits.length() >= SHORTEST
        && digits.length() <= LONGEST
        && digits.charAt(0) != '0'
        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Brazil put a 9 before the eight digits of its mobile numbers; WhatsApp kept many without. */
  private void ninth(String national) {
    if (national.length() == 10 && national.charAt(2) >= '6') {
      nationals.add(national.substring(0, 2) + "9" + national.substring(2));
    } else if (national.length() == 11 && national.charAt(2) == '9') {
      nationals.add(national.substring(0, 2) + national.substring(3));
    }
  }

  /** Mexico's 1 and Argentina's 9 stand only behind the calling code. */
  private static String without(char first, int length, String national) {
    return national.length() == length && national.charAt(0) == first
        ? national.substring(1)
        : national;
  }

  void detect(CharSequence source, Consumer<Finding> found) {
    Text text = new Text();
    text.hold(source);
    DigitRun run = new DigitRun();
    int i = 0;
    while (i < text.length()) {
      if (Chars.digit(text, i) < 0) {
        i++;
      } else {
        i = run.read(text, i);
        search(text, run, found);
      }
    }
  }

  private void search(CharSequence text, DigitRun run, Consumer<Finding> found) {
    int from = 0;
    while (from < run.groups()) {
      int end = end(run, from);
      if (end > from) {
        int start = run.start(from);
        int plus = start > 0 && (text.charAt(start - 1) == '+' || text.charAt(start - 1) == '(')
            ? start - 1
            : start;
        found.accept(new Finding(EntityType.PHONE, plus, run.end(end - 1), 1, "phone.known"));
        from = end;
      } else {
        from++;
      }
    }
  }

  /** The boundary up to which the groups from {@code from} on spell the number, or {@code from}. */
  private int end(DigitRun run, int from) {
    int digits = 0;
    for (int end = from + 1; end <= run.groups(); end++) {
      digits += run.length(end - 1);
      if (digits > LONGEST + LONGEST_PREFIX) {
        return from;
      }
      for (String national : nationals) {
        int before = digits - national.length();
        if (before >= 0
            && before <= LONGEST_PREFIX
            && spells(run, from, before, national)
            && isPrefix(run, from, before)) {
          return end;
        }
      }
    }
    return from;
  }

  private static boolean spells(DigitRun run, int from, int skip, String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (run.digit(from, skip + i) != digits.charAt(i) - '0') {
        return false;
      }
    }
    return true;
  }

  /** Nothing, a trunk prefix of one or two digits, or the calling code, perhaps with one of these around it. */
  private boolean isPrefix(DigitRun run, int from, int length) {
    return length <= 2
        || (length >= code.length() && spells(run, from, length - code.length(), code))
        || (length > code.length() && spells(run, from, length - code.length() - 1, code));
  }
}
