package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import io.waxseal.redaction.internal.label.Labels;
import io.waxseal.redaction.internal.label.Mask;
import io.waxseal.redaction.internal.phone.PhonePlans;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.DigitRun;
import io.waxseal.redaction.internal.text.Lexicon;
import io.waxseal.redaction.internal.text.Starts;
import io.waxseal.redaction.internal.text.Text;
import java.util.function.Consumer;

/**
 * One pass over one text: goes from trigger to trigger (a digit, an at sign, the start of a word, a label), lets its reader
 * consume the whole candidate and goes on behind it. Serves one text after the other, and one thread at a time.
 */
final class Scan implements Found {

  private static final byte NONE = 0;
  private static final byte WORD = 1;
  private static final byte DIGIT = 2;
  private static final byte AT = 3;
  private static final byte BRACKET = 4;
  private static final byte ASSIGN = 5;
  private static final byte HYPHEN = 6;
  private static final byte PAIR = 7;
  private static final byte PREFIXED = 8;
  private static final int CARD_REACH = 48;
  private static final int CARD_WINDOW = 64;

  /** Of an end of validity without a card: milk, memberships and passports have one too. */
  private static final double LONELY = 0.46;

  private static final byte[] TRIGGERS = triggers();

  private final Text text;
  private final Settings settings;
  private final Starts starts = new Starts();
  private final Words words;
  private final DigitRun run = new DigitRun();
  private final Cards cards;
  private final Phones phones;
  private final Emails emails;
  private final Passwords passwords;
  private final Spelled spelled;
  private final Identifiers identifiers;
  private final Tokens tokens;
  private final PlatformIds platformIds;
  private final Assignments assignments;
  private final Addresses addresses;
  private final Places places;
  private final Timestamps timestamps;
  private final PaymentHandles handles;
  private Consumer<Finding> found = finding -> {};
  private int cardEnd;
  private int identifierFloor;
  private int addressFloor;
  private int emailFloor;
  private int secretFloor;

  Scan(Text text, Settings settings, Shapes shapes) {
    this.text = text;
    this.settings = settings;
    this.words = new Words(text, starts);
    this.cards = new Cards(text, run, words);
    this.phones = new Phones(text, run, words, PhonePlans.STANDARD.region(settings.region()));
    this.emails = new Emails(text);
    this.passwords = new Passwords(text, words);
    this.spelled = new Spelled(text);
    this.identifiers = new Identifiers(text, words, settings, shapes);
    this.tokens = new Tokens(text);
    this.platformIds = new PlatformIds(text);
    this.assignments = new Assignments(text);
    this.addresses = new Addresses(text);
    this.places = new Places(text);
    this.timestamps = new Timestamps(text);
    this.handles = new PaymentHandles(text);
  }

  /** Examines a text and tells what it finds. */
  void run(CharSequence source, Consumer<Finding> findings) {
    text.hold(source);
    starts.find(text);
    found = findings;
    words.clear();
    assignments.clear();
    tokens.clear();
    cardEnd = -CARD_REACH;
    identifierFloor = 0;
    addressFloor = 0;
    emailFloor = 0;
    secretFloor = 0;
    pass();
  }

  /** Leaves nothing of the text behind. */
  void clear() {
    found = finding -> {};
    text.drop();
    starts.clear();
    identifiers.clear();
  }

  @Override
  public void at(EntityType type, int start, int end, double score, String why) {
    if (type.equals(EntityType.CREDIT_CARD)) {
      cardEnd = end;
    }
    double sure =
        type.equals(Cards.EXPIRY) && !nearCard(start, end) ? Math.min(score, LONELY) : score;
    if (sure >= settings.threshold()) {
      found.accept(new Finding(type, start, end, sure, why));
    }
  }

  /** Whether a card, or a word for one, stands before or a word for one behind. */
  private boolean nearCard(int start, int end) {
    return start - cardEnd < CARD_REACH
        || words.left(start, CARD_WINDOW, ContextWords.CARD) != 0
        || words.behind(end, CARD_REACH, ContextWords.CARD);
  }

  private void pass() {
    int count = starts.count();
    int behind = 0;
    for (int n = 0; n < count; n++) {
      int place = starts.place(n);
      if (place >= behind) {
        behind = read(place);
      }
    }
  }

  /** Reads what begins at a place; returns the index behind it, or one that is no further where nothing does. */
  private int read(int i) {
    char[] chars = text.characters();
    byte trigger = TRIGGERS[chars[i]];
    if (trigger == WORD) {
      int concerned = WordStarts.of(chars[i], chars[i + 1]);
      return concerned != 0 || ContextWords.KINDS.mayBeginMarked(text, i) ? word(i, concerned) : 0;
    }
    return switch (trigger) {
      case DIGIT -> digits(i);
      case PAIR -> Chars.digit(text, i) >= 0 ? digits(i) : 0;
      case ASSIGN -> assignment(i);
      case HYPHEN -> tokens.pem(i - 1, this);
      case AT -> email(i);
      case BRACKET -> Labels.end(text, i);
      case PREFIXED -> word(i, 0);
      default -> 0;
    };
  }

  private int assignment(int sign) {
    int named = assignments.match(sign, 0, this);
    boolean colon = text.charAt(sign) == ':';
    int link = colon && named == sign ? platformIds.link(sign, this) : named;
    int end = colon && link == sign ? addresses.colons(sign, addressFloor, this) : link;
    addressFloor = sign + 1;
    return end;
  }

  private int email(int sign) {
    int handle = handles.match(sign, emailFloor, this);
    emailFloor = handle > sign ? handle : emails.match(sign, emailFloor, this);
    return emailFloor;
  }

  private int digits(int start) {
    int instant = timestamps.end(start);
    if (instant > start) {
      return instant;
    }
    int token = tokens.match(start, this);
    int place = token > start ? token : places.match(start, this);
    if (place > start) {
      return place;
    }
    int end = run.read(text, start);
    if (end == start + 1 && start >= secretFloor) {
      secret(start);
    }
    numbers(start);
    identify(start, end);
    if (cardEnd > start && cardEnd <= end) {
      cards.details(cardEnd, this);
    }
    return Math.max(end, tokenBehind(run.groups() - 1, end));
  }

  /** "Usdt 20 0x25b6…": the last of spaced digits may begin a token; returns the index behind it. */
  private int tokenBehind(int last, int end) {
    return last > 0
            && run.separatorAfter(last - 1) == ' '
            && end < text.length()
            && Chars.isAsciiLetter(text.charAt(end))
        ? tokens.match(run.start(last), this)
        : end;
  }

  private void identify(int start, int end) {
    int at = Math.max(start, identifierFloor);
    while (at < end) {
      if (Chars.digit(text, at) >= 0) {
        identifierFloor = identifiers.match(at, identifierFloor, this);
        at = identifierFloor;
      } else {
        at++;
      }
    }
  }

  /** Asks the readers that a word may concern; returns the index behind what they read, or the start. */
  private int word(int start, int concerned) {
    if ((concerned & WordStarts.TOKEN) != 0) {
      int token = tokens.match(start, this);
      if (token > start) {
        return token;
      }
    }
    if ((concerned & WordStarts.PLATFORM) != 0) {
      int id = platformIds.match(start, this);
      if (id > start) {
        return id;
      }
    }
    if (start >= secretFloor
        && !secret(start)
        && Chars.isPrefixed(text.charAt(start))
        && start + 1 < text.length()) {
      secret(start + 1);
    }
    return start;
  }

  /** Whether a word stands there near which a secret or the like may stand. */
  private boolean secret(int start) {
    if (!ContextWords.KINDS.mayBeginMarked(text, start)) {
      return false;
    }
    long match = ContextWords.KINDS.longest(text, start, text.length());
    int flags = Lexicon.flags(match);
    if ((flags & ContextWords.SPELLED) != 0) {
      int end = start + Lexicon.flagsLength(match);
      boolean nearCard = (flags & ContextWords.EXPIRY) != 0 && nearCard(start, end);
      spelled.match(start, end, flags, nearCard, this);
    }
    if ((flags & ContextWords.SECRET) != 0) {
      int end = start + Lexicon.flagsLength(match);
      if ((flags & ContextWords.CODE) != 0 && start - cardEnd < CARD_REACH) {
        codeOfCard(end);
      }
      if ((flags & Lexicon.PREFIX) != 0) {
        end = lettersEnd(end);
      }
      int after = passwords.match(start, end, flags, this);
      secretFloor = after > end ? after : secretFloor;
    }
    return flags != 0;
  }

  /** "Code 123" soon after a card is the card's. */
  private void codeOfCard(int from) {
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
      at(EntityType.CARD_CVV, i, end, 0.8, "cvv.after-card");
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

  private void numbers(int start) {
    int from = Mask.isKept(text, start, run.length(0)) ? 1 : 0;
    for (int group = from; group < run.groups(); group++) {
      if (addresses.v4(run, group, this)) {
        segments(from, group);
        group += 3;
        from = group + 1;
      } else if (cards.matchList(group, this)) {
        segments(from, group);
        group += Cards.LIST - 1;
        from = group + 1;
      }
    }
    segments(from, run.groups());
  }

  /** Commas join nothing but the four groups of a card. */
  private void segments(int from, int to) {
    int start = from;
    for (int group = from; group < to; group++) {
      if (group + 1 == to || run.separatorAfter(group) == DigitRun.COMMA) {
        segment(start, group + 1);
        start = group + 1;
      }
    }
  }

  private void segment(int from, int to) {
    int unjudged = from;
    int group = from;
    while (group < to) {
      int end = cards.match(group, to, group == unjudged, this);
      if (end > group) {
        phones(unjudged, group);
        unjudged = end;
        group = end;
      } else {
        group++;
      }
    }
    phones(unjudged, to);
  }

  private void phones(int from, int to) {
    int group = from;
    boolean here = true;
    while (group < to) {
      int end = here || run.length(group) >= Phones.SHORTEST_NATIONAL
          ? phones.match(group, to, this)
          : group;
      here = end > group;
      if (!here) {
        phones.bare(group, this);
      }
      group = here ? end : group + 1;
    }
  }

  private static byte[] triggers() {
    byte[] triggers = new byte[Character.MAX_VALUE + 1];
    for (int i = 0; i < triggers.length; i++) {
      char c = (char) i;
      if (Character.isHighSurrogate(c)) {
        triggers[i] = PAIR;
      } else if (Chars.isLetter(c)) {
        triggers[i] = Chars.isPrefixed(c) ? PREFIXED : WORD;
      } else {
        triggers[i] = Character.isDigit(c) ? DIGIT : NONE;
      }
    }
    triggers['@'] = AT;
    triggers['＠'] = AT;
    triggers['['] = BRACKET;
    triggers[':'] = ASSIGN;
    triggers['='] = ASSIGN;
    triggers['-'] = HYPHEN;
    return triggers;
  }
}
