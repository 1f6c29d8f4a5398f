package io.waxseal.redaction;

import io.waxseal.redaction.internal.identifier.Identifier;
import io.waxseal.redaction.internal.identifier.IdentifierTable;
import io.waxseal.redaction.internal.text.Chars;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Chat-like messages made up from a seed: for each kind of number a valid value and one that is wrong in one digit, in the
 * kind's own ways of writing, beside its own announcing words, in several digit scripts and with odd spaces.
 */
final class GeneratedChat {

  private static final int MOST_TRIES = 4_000;
  private static final int[] ZEROS = {'0', '0', '0', '0', 0xFF10, 0x0660, 0x06F0, 0x0966};
  private static final String[] FRAMES = {
    "%s %s",
    "%s: %s",
    "%s is %s",
    "hola! %s es %s gracias",
    "%s %s 🙏",
    "oi, %s é %s",
    "Hallo, %s lautet %s."
  };

  /**
   * A message.
   *
   * @param text the text
   * @param type what it holds, or what its value nearly is
   * @param start where the value begins
   * @param end where it ends
   * @param valid whether the value is right
   */
  record Row(String text, String type, int start, int end, boolean valid) {}

  private final Random random;

  GeneratedChat(long seed) {
    random = new Random(seed);
  }

  List<Row> rows(int perType) {
    List<Row> rows = new ArrayList<>();
    for (Identifier identifier : IdentifierTable.STANDARD.identifiers()) {
      List<String> words = IdentifierTable.STANDARD.announcing(identifier);
      for (int i = 0; i < perType && identifier.score() > 0 && !words.isEmpty(); i++) {
        String[] forms = identifier.spelledForms().split(",(?![0-9]+\\})", -1);
        String form = forms[random.nextInt(Math.min(2, forms.length))];
        String word = words.get(random.nextInt(words.size()));
        valid(identifier, form).ifPresent(value -> {
          rows.add(row(identifier, word, value, true));
          String miss = miss(value);
          if (!identifier.admits(miss)) {
            rows.add(row(identifier, word, miss, false));
          }
        });
      }
    }
    return rows;
  }

  private Row row(Identifier identifier, String word, String value, boolean valid) {
    String frame = FRAMES[random.nextInt(FRAMES.length)];
    String written = script(random.nextInt(5) == 0 ? value.replace(' ', '\u00A0') : value);
    String text = String.format(Locale.ROOT, frame, word, written);
    int start = text.lastIndexOf(written);
    return new Row(text, identifier.type().name(), start, start + written.length(), valid);
  }

  private Optional<String> valid(Identifier identifier, String form) {
    for (int i = 0; i < MOST_TRIES; i++) {
      String value = random(form);
      if (value.chars().anyMatch(c -> c >= '0' && c <= '9') && identifier.admits(value)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private String random(String form) {
    String plain = form.replaceAll("(.)\\{(\\d+),\\d+\\}", "$1$1$1$1$1$1$1$1");
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean letter = c == 'a' || (c == 'x' && random.nextInt(4) == 0);
      boolean digit = c == 'd' || (c == 'x' && !letter);
      value.append(
          letter
              ? (char) ('A' + random.nextInt(26))
              : digit ? (char) ('0' + random.nextInt(10)) : c == '_' ? ' ' : c);
    }
    return value.toString();
  }

  private String miss(String value) {
    StringBuilder miss = new StringBuilder(value);
    int at = random.nextInt(miss.length());
    while (!Chars.isAsciiDigit(miss.charAt(at))) {
      at = (at + 1) % miss.length();
    }
    miss.setCharAt(at, (char) ('0' + (miss.charAt(at) - '0' + 1) % 10));
    return miss.toString();
  }

  private String script(String value) {
    int zero = ZEROS[random.nextInt(ZEROS.length)];
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      written.append(Chars.isAsciiDigit(c) ? (char) (zero + c - '0') : c);
    }
    return written.toString();
  }
}
