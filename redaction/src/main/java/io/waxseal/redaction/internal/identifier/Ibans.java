package io.waxseal.redaction.internal.identifier;

import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Text;

/** Recognises that digits belong to an account number (ISO 13616), which often holds a span that looks like a card. */
public final class Ibans {

  private static final int SHORTEST = 15;
  private static final int LONGEST = 34;
  private static final int MOST_SPACED = LONGEST * 5 / 4;

  private Ibans() {}

  /** Whether an IBAN with right check digits begins before {@code start} and reaches {@code end} or further. */
  public static boolean cover(Text text, int start, int end) {
    for (int i = start - 1; i >= 0 && end - i <= MOST_SPACED; i--) {
      char c = text.charAt(i);
      if (!isBody(c)) {
        return false;
      }
      if (beginsIban(text, i, start) && checks(text, i, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBody(char c) {
    return Chars.isAsciiDigit(c) || Chars.isAsciiLetter(c) || c == ' ' || c == 0xA0 || c == '-';
  }

  private static boolean beginsIban(Text text, int i, int start) {
    return i + 3 < text.length()
        && i + 2 <= start
        && Chars.isAsciiLetter(text.charAt(i))
        && Chars.isAsciiLetter(text.charAt(i + 1))
        && Chars.isAsciiDigit(text.charAt(i + 2))
        && Chars.isAsciiDigit(text.charAt(i + 3))
        && (i == 0 || !Chars.isLetter(text.charAt(i - 1)) || Chars.isUnspaced(text.charAt(i - 1)));
  }

  /** ISO 7064 mod 97-10 over every end from {@code end} on at which the account number may stop. */
  private static boolean checks(Text text, int from, int end) {
    int head = headMod97(text, from);
    int remainder = 0;
    int count = 4;
    for (int i = from + 4; i < text.length() && count < LONGEST; i++) {
      char c = text.charAt(i);
      if (!isBody(c)) {
        return false;
      }
      if (Chars.isAsciiDigit(c)) {
        remainder = (remainder * 10 + c - '0') % 97;
        count++;
      } else if (Chars.isAsciiLetter(c)) {
        remainder = (remainder * 100 + (c | 0x20) - 'a' + 10) % 97;
        count++;
      }
      if (i + 1 >= end && count >= SHORTEST && (remainder * 1_000_000L + head) % 97 == 1) {
        return true;
      }
    }
    return false;
  }

  private static int headMod97(Text text, int from) {
    int letters =
        ((text.charAt(from) | 0x20) - 'a' + 10) * 100 + (text.charAt(from + 1) | 0x20) - 'a' + 10;
    return letters * 100 + (text.charAt(from + 2) - '0') * 10 + text.charAt(from + 3) - '0';
  }
}
