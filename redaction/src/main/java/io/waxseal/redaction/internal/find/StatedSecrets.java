package io.waxseal.redaction.internal.find;

import static io.waxseal.redaction.internal.find.ContextWords.AS;
import static io.waxseal.redaction.internal.find.ContextWords.COPULA;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Lexicon;
import io.waxseal.redaction.internal.text.Text;
import java.util.Locale;
import java.util.Set;

/**
 * Passwords that stand before their word: "Blue#42x is my password", "try Blue#42x as the password". Between the two stand
 * a verb or "as", then whose it is. Reads a bounded number of characters.
 */
final class StatedSecrets {

  private static final int WINDOW = 24;
  private static final int LONGEST = 64;
  private static final int SHORTEST = 6;
  private static final Set<String> ARTICLES = Set.of(
      "my", "the", "your", "our", "his", "her", "a", "mi", "la", "el", "tu", "su", "minha", "sua",
      "mein", "meine", "das", "dein", "ihr", "mon", "le", "ton", "votre", "mia", "tua", "mijn",
      "het", "je", "moje", "mitt", "mit", "мой", "ваш");

  private final Text text;

  StatedSecrets(Text text) {
    this.text = text;
  }

  /** Reports the password that the word which begins at {@code wordStart} is said of. */
  void match(int wordStart, Found found) {
    int article = wordBefore(wordStart, wordStart - WINDOW);
    if (article < 0 || !isArticle(article, spacesBefore(wordStart))) {
      return;
    }
    int verb = wordBefore(article, wordStart - WINDOW);
    if (verb < 0 || !isTie(verb)) {
      return;
    }
    int end = spacesBefore(verb);
    int start = end;
    while (start > 0 && end - start <= LONGEST && !isBlank(text.charAt(start - 1))) {
      start--;
    }
    if (end == verb || end - start < SHORTEST || end - start > LONGEST) {
      return;
    }
    SecretValue value = SecretValue.read(text, start, false);
    if (value.wholeEnd() <= end && value.length() >= SHORTEST && isSecret(value)) {
      found.at(EntityType.SECRET_PASSWORD, value.start(), value.wholeEnd(), 0.7, "secret.before");
    }
  }

  private static boolean isSecret(SecretValue value) {
    return value.looksSecret() && !value.isPlaceholder() && !value.isNotSecret();
  }

  /** Where the word of spaced letters begins that stands before {@code from}, spaces between; or -1. */
  private int wordBefore(int from, int floor) {
    int end = spacesBefore(from);
    int start = end;
    while (start > Math.max(0, floor) && Chars.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return end < from && start < end && start > 0 && isBlank(text.charAt(start - 1)) ? start : -1;
  }

  private boolean isTie(int word) {
    int flags = Lexicon.flags(ContextWords.SPEECH.longest(text, word, text.length()));
    return (flags & (COPULA | AS)) != 0;
  }

  private boolean isArticle(int from, int to) {
    return ARTICLES.contains(Chars.copy(text, from, to).toLowerCase(Locale.ROOT));
  }

  private int spacesBefore(int from) {
    int i = from;
    while (i > 0 && from - i < 3 && Chars.isSpace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return Chars.isSpace(c) || Chars.isLineBreak(c);
  }
}
