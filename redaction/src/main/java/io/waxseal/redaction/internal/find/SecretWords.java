package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Lexicon;
import io.waxseal.redaction.internal.text.Text;

/** Words near which a secret, or a value that is spelled in letters, may stand; asks the readers of those. */
final class SecretWords {

  private final Text text;
  private final LastCard card;
  private final Passwords passwords;
  private final Spelled spelled;

  /** Up to here, words belong to a secret that was read. */
  private int floor;

  SecretWords(Text text, Words words, LastCard card) {
    this.text = text;
    this.card = card;
    this.passwords = new Passwords(text, words);
    this.spelled = new Spelled(text);
  }

  void clear() {
    floor = 0;
  }

  /** Whether such a word may begin at {@code start}: asked of each word of a text. */
  boolean mayBegin(int start) {
    return ContextWords.KINDS.mayBeginMarked(text, start);
  }

  /** Reads what the word at {@code start} announces, also behind an article or a preposition glued to it. */
  void match(int start, Found found) {
    if (start >= floor
        && !announces(start, found)
        && Chars.isPrefixed(text.charAt(start))
        && start + 1 < text.length()) {
      announces(start + 1, found);
    }
  }

  private boolean announces(int start, Found found) {
    if (!mayBegin(start)) {
      return false;
    }
    long match = ContextWords.KINDS.longest(text, start, text.length());
    int flags = Lexicon.flags(match);
    int end = start + Lexicon.flagsLength(match);
    if ((flags & ContextWords.SPELLED) != 0) {
      boolean nearCard = (flags & ContextWords.EXPIRY) != 0 && card.isNear(start, end);
      spelled.match(start, end, flags, nearCard, found);
    }
    if ((flags & ContextWords.SECRET) != 0) {
      secret(start, end, flags, found);
    }
    return flags != 0;
  }

  private void secret(int start, int end, int flags, Found found) {
    if ((flags & ContextWords.CODE) != 0 && card.isBefore(start)) {
      codeOfCard(end, found);
    }
    int wordEnd = (flags & Lexicon.PREFIX) != 0 ? lettersEnd(end) : end;
    int after = passwords.match(start, wordEnd, flags, found);
    floor = after > wordEnd ? after : floor;
  }

  /** "Code 123" soon after a card is the card's. */
  private void codeOfCard(int from, Found found) {
    int i = from;
    while (i < text.length()
        && i - from < 3
        && (text.charAt(i) == ':' || Chars.isSpace(text.charAt(i)))) {
      i++;
    }
    int end = i;
    while (end < text.length() && end - i < 5 && Chars.isAsciiDigit(text.charAt(end))) {
      end++;
    }
    if (end - i == 3 || end - i == 4) {
      found.at(EntityType.CARD_CVV, i, end, 0.8, "cvv.after-card");
    }
  }

  /** The end of the letters; a capital inside a word, as in {@code userPassword}, begins a word of its own. */
  private int lettersEnd(int from) {
    char[] chars = text.characters();
    int length = text.length();
    int i = from;
    while (i < length) {
      char c = chars[i];
      if (!Chars.isInside(c) && (!Chars.isUpper(c) || isSmall(chars[i - 1]))) {
        break;
      }
      i++;
    }
    return i;
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }
}
