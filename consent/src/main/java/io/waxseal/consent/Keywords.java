package io.waxseal.consent;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whole-message keywords in English. A keyword inside a sentence is none: "don't stop" and "the bus stop" ask for
 * nothing. Case, punctuation, emoji and invisible characters around it do not matter.
 */
final class Keywords implements IntentDetector {
  static final Keywords ENGLISH = new Keywords(Map.of(
      Intent.STOP,
      Set.of(
          "stop",
          "stop all",
          "stopall",
          "stop promotions",
          "unsubscribe",
          "opt out",
          "optout",
          "quit",
          "revoke"),
      Intent.START,
      Set.of("start", "unstop", "subscribe")));

  /** The longest text of a message; what surrounds a keyword may be long. */
  private static final int LONGEST_READ = 4_096;

  private static final int DOTLESS_I = '\u0131';

  private final Map<Intent, Set<String>> words;

  private Keywords(Map<Intent, Set<String>> words) {
    this.words = words;
  }

  @Override
  public Intent detect(String text) {
    if (text.length() > LONGEST_READ) {
      return Intent.NONE;
    }
    String folded = fold(text);
    for (Intent intent : new Intent[] {Intent.STOP, Intent.START}) {
      if (words.getOrDefault(intent, Set.of()).contains(folded)) {
        return intent;
      }
    }
    return Intent.NONE;
  }

  /** Also the marks that strike letters through or dot them; English needs none. */
  private static boolean isInvisible(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** Letters and digits in lower case, everything between them one space, everything invisible gone. */
  private static String fold(String text) {
    String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < compatible.length(); i += Character.charCount(compatible.codePointAt(i))) {
      int point = compatible.codePointAt(i);
      if (Character.isLetterOrDigit(point)) {
        if (gap && folded.length() > 0) {
          folded.append(' ');
        }
        gap = false;
        folded.appendCodePoint(point == DOTLESS_I ? 'i' : point);
      } else if (!isInvisible(point)) {
        gap = true;
      }
    }
    return folded.toString();
  }
}
