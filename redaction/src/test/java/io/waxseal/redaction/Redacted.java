package io.waxseal.redaction;

import io.waxseal.redaction.internal.text.DigitRun;
import io.waxseal.redaction.internal.text.Text;

/** Short hands for what the standard redactor makes of a text. */
public final class Redacted {

  /** Finds what is found for storage, and labels all of it. */
  public static final Redactor STANDARD = with(Profile.BALANCED);

  private Redacted() {}

  public static Redactor with(Profile profile) {
    return Redactor.builder()
        .policy(Policy.standard().with(Direction.EXPORT, profile))
        .build();
  }

  /** Whose exports treat every value so. */
  public static Redactor with(Treatment treatment) {
    return with(PolicyRule.export(treatment, "*"));
  }

  public static Redactor with(PolicyRule... rules) {
    return Redactor.builder().policy(Policy.standard().with(rules)).build();
  }

  public static String redacted(String text) {
    return STANDARD.redact(text).text();
  }

  /** A number of the given length that begins with {@code prefix} and whose last digit is right by Luhn. */
  public static String card(String prefix, int length) {
    StringBuilder digits = new StringBuilder(prefix);
    while (digits.length() < length - 1) {
      digits.append((digits.length() * 7 + 3) % 10);
    }
    for (char check = '0'; check <= '9'; check++) {
      String number = digits.toString() + check;
      DigitRun run = new DigitRun();
      run.read(text(number), 0);
      if (run.luhn(0, 1)) {
        return number;
      }
    }
    throw new AssertionError("one of ten check digits is right");
  }

  /** A text as the detectors read it. */
  public static Text text(String characters) {
    Text text = new Text();
    text.hold(characters);
    return text;
  }
}
