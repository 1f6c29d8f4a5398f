package io.waxseal.redaction.internal.find;

import static io.waxseal.redaction.internal.find.ContextWords.CARD;
import static io.waxseal.redaction.internal.find.ContextWords.NUMBER;
import static io.waxseal.redaction.internal.find.ContextWords.OTHER;
import static io.waxseal.redaction.internal.find.ContextWords.PHONE;
import static io.waxseal.redaction.internal.find.ContextWords.PHONE_AFTER;

import io.waxseal.internal.phone.PhonePlans;
import io.waxseal.internal.phone.PhoneRegion;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.label.Mask;
import io.waxseal.redaction.internal.phone.CallingCodes;
import io.waxseal.redaction.internal.phone.PhoneReader;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.DigitRun;
import io.waxseal.redaction.internal.text.Lexicon;
import io.waxseal.redaction.internal.text.Text;
import java.util.Locale;
import java.util.Set;

/** Judges digit groups as phone numbers: by calling code after {@code +} or {@code 00}, else only where a word says so. */
public final class Phones {

  /** No phone number outside short codes has fewer digits. */
  public static final int SHORTEST_NATIONAL = 7;

  private static final int LONGEST_NATIONAL = 12;
  private static final int SHORTEST_WHOLE = 10;
  private static final int LONGEST_WHOLE = 15;

  /** What ties a group to something longer: a path, an identifier, a decimal. */
  private static final String TIES = "-./\\#";

  /** Pictures of telephones: the black one, on a location sign, in letters, and the second halves of those in pairs. */
  private static final String SIGNS = "\u260E\u2706\u2121\uDCDE\uDCF1\uDCF2";

  private static final int SIGN_REACH = 5;

  private static final Set<String> EXTENSIONS =
      Set.of("x", "ext", "extn", "extension", "durchwahl", "poste", "anexo", "ramal");
  /** The number of a product in a catalogue follows. */
  private static final String PRODUCT_LINK = "wa.me/p/";

  private static final String[] LINKS = {"wa.me/", "send?phone=", "send/?phone="};
  /** More pairs are a list of small numbers. */
  private static final int MOST_PAIRS = 5;

  private static final int WINDOW = 48;
  private static final int LOCAL_WINDOW = 20;
  private static final int COMPOUND_WINDOW = 24;

  private final Text text;
  private final DigitRun run;
  private final Words words;
  private final PhoneReader reader;
  private final Lookalikes lookalikes;

  Phones(Text text, DigitRun run, Words words, PhoneRegion region) {
    this.text = text;
    this.run = run;
    this.words = words;
    this.reader = new PhoneReader(run, region);
    this.lookalikes = new Lookalikes(text, run, words);
  }

  /** The index after the groups from {@code from} that form a phone number, or {@code from}. */
  int match(int from, int to, Found found) {
    int start = run.start(from);
    if (Mask.isKept(text, start, run.length(from)) || gluedBefore(start)) {
      return from;
    }
    int plus = plusBefore(start);
    if (plus >= 0) {
      return international(from, to, 0, plus, "phone.plus", found);
    }
    if (run.digits(from, to) < SHORTEST_NATIONAL) {
      return local(from, to, found);
    }
    if (linkBefore(start)) {
      return international(from, to, 0, start, "phone.link", found);
    }
    int context = context(from);
    if (context != OTHER && beginsWithTwoZeros(from, to)) {
      int end = international(from, to, 2, opening(start), "phone.prefix", found);
      if (end > from) {
        return end;
      }
    }
    int end = national(from, to, context);
    if (end > from) {
      return report(end, opening(start), 0.75, "phone.context", found);
    }
    return context == OTHER ? from : regional(from, to, found);
  }

  /** Six digits in two or three equal groups that stand directly behind a word for a phone. */
  private int local(int from, int to, Found found) {
    int start = run.start(from);
    int groups = to - from;
    if (run.digits(from, to) != SHORTEST_NATIONAL - 1
        || (groups != 2 && groups != 3)
        || run.length(from) != 6 / groups
        || run.length(from + 1) != 6 / groups
        || run.separatorAfter(from) == '/'
        || run.separatorAfter(from) == '.'
        || !(saysPhone(start) || words.right(run.end(to - 1), PHONE_AFTER))
        || words.unitAfter(run.end(to - 1))
        || gluedAfter(run.end(to - 1))) {
      return from;
    }
    return report(to, start, 0.6, "phone.local", found);
  }

  private boolean saysPhone(int start) {
    return (words.left(start, LOCAL_WINDOW, PHONE | OTHER | CARD) & PHONE) != 0;
  }

  private boolean beginsWithTwoZeros(int from, int to) {
    return run.digits(from, to) > 10 && run.digit(from, 0) == 0 && run.digit(from, 1) == 0;
  }

  /** A number that its plan admits, or, less surely, one that has a length its calling code may have. */
  private int international(int from, int to, int skip, int start, String why, Found found) {
    int end = reader.international(from, to, skip, trunkZero(from, to));
    if (end > from && !gluedAfter(run.end(end - 1))) {
      return report(end, start, skip > 0 ? 0.8 : 0.95, why, found);
    }
    int possible = possible(from, to, skip);
    if (possible == from || (skip > 0 && run.digits(from, possible) < 12)) {
      return from;
    }
    return report(possible, start, 0.6, "phone.unassigned", found);
  }

  /** A whole number in one piece, calling code first and nothing before it, as a platform's own logs write it. */
  void bare(int group, Found found) {
    int start = run.start(group);
    int length = run.length(group);
    if (length < SHORTEST_WHOLE
        || length > LONGEST_WHOLE
        || gluedBefore(start)
        || gluedAfter(run.end(group))
        || (start > 0 && TIES.indexOf(text.charAt(start - 1)) >= 0)
        || lookalikes.isOther(group, group + 1)
        || !validInternational(group)) {
      return;
    }
    found.at(EntityType.PHONE, start, run.end(group), 0.46, "phone.bare");
  }

  private boolean validInternational(int group) {
    int node = PhonePlans.STANDARD.written();
    for (int i = 0; i < run.length(group) && node != PhonePlans.DEAD; i++) {
      node = PhonePlans.STANDARD.next(node, run.digit(group, i));
    }
    return node != PhonePlans.DEAD && PhonePlans.STANDARD.ends(node);
  }

  private int report(int end, int start, double score, String why, Found found) {
    int stop = run.end(end - 1);
    found.at(EntityType.PHONE, start, Math.max(stop, extension(stop)), score, why);
    return end;
  }

  /** The longest boundary at which the number has a length that its calling code admits. */
  private int possible(int from, int to, int skip) {
    if (run.digits(from, to) < skip + 3) {
      return from;
    }
    int lengths = CallingCodes.lengths(run.number(from, skip, 3));
    int extra = trunkZero(from, to) == -1 ? 0 : 1;
    int best = from;
    for (int end = from + 1; end <= to && lengths != 0; end++) {
      int digits = run.digits(from, end) - skip;
      if (digits > (lengths & 0xFFFF) + extra) {
        break;
      }
      if (digits >= lengths >> 16 && !gluedAfter(run.end(end - 1))) {
        best = end;
      }
    }
    return best;
  }

  /** Where, in digits from {@code from}, a trunk zero is kept in brackets or alone, as in +49 (0) 151…; or -1. */
  private int trunkZero(int from, int to) {
    for (int i = from + 1; i < Math.min(to, from + 3); i++) {
      if (run.digit(i, 0) == 0 && (run.length(i) == 1 || text.charAt(run.start(i) - 1) == '(')) {
        return run.digits(from, i);
      }
    }
    return -1;
  }

  /** A number of the region, without a word: by its plan and by the way it is grouped. */
  private int regional(int from, int to, Found found) {
    int end = reader.national(from, to);
    if (end == from
        || run.digits(from, end) < SHORTEST_NATIONAL
        || lookalikes.isOther(from, end)
        || gluedAfter(run.end(end - 1))
        || !standsAlone(from, end)) {
      return from;
    }
    return report(end, opening(run.start(from)), score(from, end, to), "phone.region", found);
  }

  /** Bare digits count less than groups, and groups less that the region's people do not write. */
  private double score(int from, int end, int to) {
    int hundredths = reader.isMobile() ? 50 : 45;
    if (end - from > 1) {
      boolean likely = !isPairs(from, end) || end - from <= MOST_PAIRS;
      boolean usual = likely
          && reader.isGrouping(from, end)
          && !lookalikes.isAmountOrYears(from, end, reader.hasTrunk());
      hundredths = usual ? 70 : reader.hasTrunk() && !isPairs(from, end) ? 60 : 40;
    }
    if (!reader.hasTrunk()) {
      hundredths -= reader.expectsTrunk() ? 30 : end < to ? 20 : 5;
    }
    return hundredths / 100.0;
  }

  private boolean standsAlone(int from, int end) {
    return (from == 0 || isApart(from - 1)) && (end == run.groups() || isApart(end - 1));
  }

  /** Whether nothing but spaces separate a group from the next, or from the bracket that opens there. */
  private boolean isApart(int group) {
    return run.separatorAfter(group) == ' '
        || (Chars.isSpace(text.charAt(run.end(group)))
            && text.charAt(run.start(group + 1) - 1) == '(');
  }

  private boolean isPairs(int from, int end) {
    for (int i = from; i < end; i++) {
      if (run.length(i) != 2) {
        return false;
      }
    }
    return true;
  }

  private int national(int from, int to, int context) {
    if (context == OTHER) {
      return from;
    }
    int best = from;
    for (int end = from + 1; end <= to && run.digits(from, end) <= LONGEST_NATIONAL; end++) {
      if (run.digits(from, end) >= SHORTEST_NATIONAL && !(end < to && isTied(end - 1))) {
        best = end;
      }
    }
    if (best == from
        || lookalikes.isOther(from, best)
        || gluedAfter(run.end(best - 1))
        || lookalikes.isStamp(from, best)
        || endsWith(run.start(from), PRODUCT_LINK)) {
      return from;
    }
    if (context == PHONE
        || (context == NUMBER && shapedLikeAPhone(from, best))
        || (run.digits(from, best) >= 8 && words.right(run.end(best - 1), PHONE))
        || words.right(run.end(best - 1), PHONE_AFTER)
        || northAmerican(from, best)
        || french(from, best)) {
      return best;
    }
    return from;
  }

  /** Whether a hyphen or dot ties a group to the next. */
  private boolean isTied(int group) {
    char separator = run.separatorAfter(group);
    return separator == '-' || separator == '.';
  }

  /** Three, three and four digits, tied by hyphens or dots or with the first in brackets, of the North American plan. */
  private boolean northAmerican(int from, int end) {
    if (end - from != 3
        || run.length(from) != 3
        || run.length(from + 1) != 3
        || run.length(from + 2) != 4) {
      return false;
    }
    char first = run.separatorAfter(from);
    char second = run.separatorAfter(from + 1);
    boolean bracketed = first == ')' || first == DigitRun.MIXED;
    return isTied(from + 1)
        && (bracketed || first == second)
        && run.digit(from, 0) > 1
        && run.digit(from + 1, 0) > 1
        && standsAlone(from, end);
  }

  /** Five pairs tied by dots or hyphens, a zero first, as France writes them. */
  private boolean french(int from, int end) {
    char separator = run.separatorAfter(from);
    boolean pairs = end - from == 5
        && isTied(from)
        && run.digit(from, 0) == 0
        && run.digit(from, 1) > 0
        && isPairs(from, end);
    for (int i = from; i + 1 < end && pairs; i++) {
      pairs = run.separatorAfter(i) == separator;
    }
    return pairs && standsAlone(from, end);
  }

  /** PHONE, NUMBER or OTHER by the nearest word or sign before the number, or 0. */
  private int context(int from) {
    int start = opening(run.start(from));
    char before = words.before(start);
    if (before == '#' || before == '№' || Character.getType(before) == Character.CURRENCY_SYMBOL) {
      return OTHER;
    }
    if (signBefore(start)) {
      return PHONE;
    }
    int near = words.left(start, WINDOW, PHONE | OTHER | CARD);
    if ((near & PHONE) != 0) {
      return namesAnotherNumber(start) ? OTHER : PHONE;
    }
    if (near != 0) {
      return OTHER;
    }
    return words.left(start, WINDOW, NUMBER);
  }

  /** Whether a picture of a telephone stands directly before. */
  private boolean signBefore(int start) {
    int i = start - 1;
    while (i > 0 && start - i < SIGN_REACH && isBetweenSignAndDigits(text.charAt(i))) {
      i--;
    }
    return i >= 0 && SIGNS.indexOf(text.charAt(i)) >= 0;
  }

  private static boolean isBetweenSignAndDigits(char c) {
    return c == ':' || Chars.isSpace(c) || Chars.isInvisible(c);
  }

  /** "Sipariş numaram": a word for "my number" that another noun makes the number of something else. */
  private boolean namesAnotherNumber(int start) {
    return (words.left(start, WINDOW, PHONE | NUMBER) & (PHONE | NUMBER)) == (PHONE | NUMBER)
        && words.left(start, COMPOUND_WINDOW, OTHER) != 0;
  }

  private boolean shapedLikeAPhone(int from, int end) {
    int digits = run.digits(from, end);
    return digits >= 9 && (run.digit(from, 0) == 0 || opening(run.start(from)) < run.start(from));
  }

  /** The index of the plus sign that belongs to the digits at {@code start}, or -1. */
  private int plusBefore(int start) {
    int i = start - 1;
    int steps = 0;
    while (i >= 0 && steps < 4 && isBetweenPlusAndDigits(text.charAt(i))) {
      i--;
      steps++;
    }
    if (i < 0 || (text.charAt(i) != '+' && text.charAt(i) != '＋')) {
      return -1;
    }
    char before = words.before(i);
    boolean sum = before == '+' || (before != 0 && Chars.isAsciiDigit(before) && steps > 0);
    return sum ? -1 : i;
  }

  /** Whether the digits are the number of a link that opens a chat. */
  private boolean linkBefore(int start) {
    for (String link : LINKS) {
      if (endsWith(start, link)) {
        return true;
      }
    }
    return false;
  }

  private boolean endsWith(int end, String link) {
    int i = link.length();
    while (i > 0 && end - i >= 0 && text.charAt(end - i) == link.charAt(link.length() - i)) {
      i--;
    }
    return i == 0;
  }

  private static boolean isBetweenPlusAndDigits(char c) {
    return c == '(' || Chars.isSpace(c) || Chars.isInvisible(c);
  }

  /** The index of the bracket that opens directly before {@code start}, or {@code start}. */
  private int opening(int start) {
    return start > 0 && text.charAt(start - 1) == '(' ? start - 1 : start;
  }

  private boolean gluedBefore(int start) {
    if (start == 0) {
      return false;
    }
    char c = text.charAt(start - 1);
    if (c == '_' || Chars.isAsciiDigit(c)) {
      return true;
    }
    return Chars.isLetter(c) && !Chars.isUnspaced(c) && !gluedToPhoneWord(start);
  }

  /** "tel0612345678": the letters before the digits are the word for a phone. */
  private boolean gluedToPhoneWord(int start) {
    int i = start;
    while (i > 0 && start - i < Lexicon.LONGEST && Chars.isLetter(text.charAt(i - 1))) {
      i--;
    }
    long match = ContextWords.KINDS.longest(text, i, start);
    return i + Lexicon.flagsLength(match) == start && (Lexicon.flags(match) & PHONE) != 0;
  }

  /** The index after an extension that follows: x123, ext. 123, ;ext=123; or -1. */
  private int extension(int end) {
    int i = end;
    while (i < text.length()
        && i - end < 2
        && (Chars.isSpace(text.charAt(i)) || text.charAt(i) == ';')) {
      i++;
    }
    int word = i;
    while (i < text.length() && i - word < 9 && Chars.isAsciiLetter(text.charAt(i))) {
      i++;
    }
    String name = Chars.copy(text, word, i).toLowerCase(Locale.ROOT);
    if (!EXTENSIONS.contains(name)) {
      return -1;
    }
    while (i < text.length() && i - word < 12 && ".:= ".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    int digits = i;
    while (i < text.length() && i - digits < 7 && Chars.isAsciiDigit(text.charAt(i))) {
      i++;
    }
    return i > digits && i - digits < 7 ? i : -1;
  }

  private boolean gluedAfter(int end) {
    if (end >= text.length() || extension(end) > end) {
      return false;
    }
    char c = text.charAt(end);
    return c == '_' || (Chars.isLetter(c) && !Chars.isUnspaced(c));
  }
}
