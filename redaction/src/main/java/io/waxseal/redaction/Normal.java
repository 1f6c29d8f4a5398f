package io.waxseal.redaction;

import io.waxseal.redaction.detect.EntityType;
import java.text.Normalizer;
import java.util.Locale;

/** One form for the ways to write one value, so that its pseudonym is one: letters and digits, compatible and folded. */
final class Normal {

  private Normal() {}

  static String form(EntityType type, String value) {
    String folded = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    boolean email = type.equals(EntityType.EMAIL);
    StringBuilder form = new StringBuilder(folded.length());
    folded.codePoints().forEach(point -> {
      int digit = Character.digit(point, 10);
      if (digit >= 0) {
        form.append((char) ('0' + digit));
      } else if (email ? !Character.isWhitespace(point) : Character.isLetter(point)) {
        form.appendCodePoint(point);
      }
    });
    boolean international = type.equals(EntityType.PHONE) && form.indexOf("00") == 0;
    return international ? form.substring(2) : form.toString();
  }
}
