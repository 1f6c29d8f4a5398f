package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Text;
import java.util.Locale;
import java.util.Set;

/** India's UPI handles: a name, an at sign and a provider without a dot. */
final class PaymentHandles {

  private static final EntityType UPI = new EntityType("IN_UPI");
  private static final int LONGEST = 64;
  private static final int LONGEST_PROVIDER = 16;
  private static final Set<String> PROVIDERS = Set.of(
      "upi",
      "ybl",
      "ibl",
      "axl",
      "okaxis",
      "okhdfcbank",
      "okicici",
      "oksbi",
      "paytm",
      "ptyes",
      "ptaxis",
      "pthdfc",
      "ptsbi",
      "apl",
      "yapl",
      "rapl",
      "icici",
      "sbi",
      "hdfcbank",
      "axisbank",
      "kotak",
      "yesbank",
      "barodampay",
      "airtel",
      "jio",
      "freecharge",
      "ikwik",
      "fam",
      "naviaxis",
      "superyes",
      "waicici",
      "waaxis",
      "wahdfcbank",
      "wasbi",
      "idfcbank",
      "federal",
      "pnb",
      "cnrb");

  private final Text text;

  PaymentHandles(Text text) {
    this.text = text;
  }

  /** The index after the handle around the sign at {@code at}, or {@code at}. */
  int match(int at, int floor, Found found) {
    int end = at + 1;
    while (end < text.length()
        && end - at <= LONGEST_PROVIDER
        && Chars.isAsciiLetter(text.charAt(end))) {
      end++;
    }
    boolean dotted = end + 1 < text.length()
        && (text.charAt(end) == '.' || text.charAt(end) == '-')
        && Character.isLetterOrDigit(text.charAt(end + 1));
    boolean glued = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
    if (dotted
        || glued
        || !PROVIDERS.contains(Chars.copy(text, at + 1, end).toLowerCase(Locale.ROOT))) {
      return at;
    }
    int start = at;
    while (start > floor && at - start < LONGEST && isName(text.charAt(start - 1))) {
      start--;
    }
    if (at - start < 3) {
      return at;
    }
    found.at(UPI, start, end, 0.85, "upi.provider");
    return end;
  }

  private static boolean isName(char c) {
    return Chars.isAsciiLetter(c) || Chars.isAsciiDigit(c) || c == '.' || c == '-' || c == '_';
  }
}
