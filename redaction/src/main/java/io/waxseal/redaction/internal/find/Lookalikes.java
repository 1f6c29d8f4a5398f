package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.DigitRun;
import io.waxseal.redaction.internal.text.Text;

/** What looks like a phone number by its digits and is none. Judges the groups of a run, from one up to, not including, another. */
final class Lookalikes {

  private final Text text;
  private final DigitRun run;
  private final Words words;

  Lookalikes(Text text, DigitRun run, Words words) {
    this.text = text;
    this.run = run;
    this.words = words;
  }

  /** Dates, versions and addresses of machines, amounts, lists of small numbers, measures. */
  boolean isOther(int from, int end) {
    int groups = end - from;
    int stop = run.end(end - 1);
    if (words.unitAfter(stop) || decimalAfter(stop) || isDate(from, end)) {
      return true;
    }
    int singles = 0;
    int threes = 0;
    int dots = 0;
    for (int i = from; i < end; i++) {
      singles += run.length(i) == 1 ? 1 : 0;
      threes += run.length(i) == 3 ? 1 : 0;
      dots += run.separatorAfter(i) == '.' ? 1 : 0;
    }
    boolean dotted = dots == groups - 1;
    boolean amount = dotted && run.length(from) < 3 && threes == groups - 1;
    return singles > 2 || amount || (dotted && (singles > 0 || isQuad(from, end)));
  }

  /** The day in the name of a file, tied to what is on either side of it: VID-20261122-WA0004. */
  boolean isStamp(int from, int end) {
    int start = run.start(from);
    int stop = run.end(from);
    int month = run.length(from) == 8 ? run.number(from, 4, 2) : 0;
    int day = month == 0 ? 0 : run.number(from, 6, 2);
    return end == from + 1
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= 31
        && isYear(from)
        && start > 0
        && text.charAt(start - 1) == '-'
        && stop < text.length()
        && text.charAt(stop) == '-';
  }

  /** A round amount without a trunk prefix, two years, or day, month and year. */
  boolean isAmountOrYears(int from, int end, boolean trunk) {
    int last = end - 1;
    boolean round = !trunk && run.number(last, 0, run.length(last)) == 0;
    boolean year = run.length(last) == 4 && isYear(last);
    boolean date = end - from == 3 && run.length(from) <= 2 && run.length(from + 1) <= 2;
    boolean years = end - from == 2 && run.length(from) == 4 && isYear(from);
    return round || (year && (date || years));
  }

  private boolean isQuad(int from, int end) {
    if (end - from != 4) {
      return false;
    }
    for (int i = from; i < end; i++) {
      if (run.length(i) > 3 || run.number(i, 0, run.length(i)) > 255) {
        return false;
      }
    }
    return true;
  }

  private boolean isDate(int from, int end) {
    if (end - from < 3) {
      return false;
    }
    char separator = run.separatorAfter(from);
    if (separator != run.separatorAfter(from + 1)
        || (separator != '/' && separator != '.' && separator != '-')) {
      return false;
    }
    if (run.length(from) == 4 && run.length(from + 1) == 2 && run.length(from + 2) == 2) {
      return isYear(from) && isDayOrMonth(from + 1) && isDayOrMonth(from + 2);
    }
    return run.length(from) <= 2
        && run.length(from + 1) <= 2
        && run.length(from + 2) == 4
        && isDayOrMonth(from)
        && isDayOrMonth(from + 1)
        && isYear(from + 2);
  }

  private boolean isYear(int group) {
    int year = run.number(group, 0, 4);
    return year >= 1900 && year < 2100;
  }

  private boolean isDayOrMonth(int group) {
    int number = run.number(group, 0, run.length(group));
    return number >= 1 && number <= 31;
  }

  private boolean decimalAfter(int end) {
    if (end >= text.length() || text.charAt(end) != ',') {
      return false;
    }
    int digits = 0;
    while (end + 1 + digits < text.length()
        && digits < 4
        && Chars.digit(text, end + 1 + digits) >= 0) {
      digits++;
    }
    return digits > 0 && digits < 4;
  }
}
