package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.Profile;
import io.waxseal.redaction.internal.text.Text;

/** Counts each character that the engine reads. */
public final class CountedText extends Text {

  private long steps;

  @Override
  public char charAt(int index) {
    steps++;
    return super.charAt(index);
  }

  /** How many characters are read to examine a text. */
  public static long steps(String text) {
    CountedText counted = new CountedText();
    Settings settings = new Settings(Profile.STRICT.threshold(), "");
    new Scan(counted, settings, new Shapes(settings)).run(text, finding -> {});
    return counted.steps;
  }
}
