package io.waxseal.redaction.internal.find;

import io.waxseal.internal.phone.PhonePlans;
import io.waxseal.internal.phone.PhoneRegion;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import io.waxseal.redaction.internal.label.Labels;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.DigitRun;
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
  private static final byte PERCENT = 9;
  private static final byte PAIR = 7;
  private static final byte PREFIXED = 8;

  /** Of an end of validity without a card: milk, memberships and passports have one too. */
  private static final double LONELY = 0.46;

  private static final byte[] TRIGGERS = triggers();

  private final Text text;
  private final Settings settings;
  private final Starts starts = new Starts();
  private final Words words;
  private final DigitRun run = new DigitRun();
  private final Cards cards;
  private final DigitGroups groups;
  private final LastCard card;
  private final SecretWords secrets;
  private final Emails emails;
  private final Identifiers identifiers;
  private final Tokens tokens;
  private final PlatformIds platformIds;
  private final Assignments assignments;
  private final CommandOptions options;
  private final Addresses addresses;
  private final Places places;
  private final Timestamps timestamps;
  private final PaymentHandles handles;
  private Consumer<Finding> found = finding -> {};
  private int identifierFloor;
  private int addressFloor;
  private int emailFloor;

  Scan(Text text, Settings settings, Shapes shapes) {
    this.text = text;
    this.settings = settings;
    this.words = new Words(text, starts);
    this.cards = new Cards(text, run, words, settings.anyWord());
    this.card = new LastCard(words);
    this.secrets = new SecretWords(text, words, card);
    this.emails = new Emails(text);
    this.identifiers = new Identifiers(text, words, settings, shapes);
    this.tokens = new Tokens(text);
    this.platformIds = new PlatformIds(text);
    this.assignments = new Assignments(text);
    this.options = new CommandOptions(text);
    this.addresses = new Addresses(text);
    PhoneRegion region = PhonePlans.STANDARD.region(settings.region());
    Phones phones = new Phones(text, run, words, region);
    this.groups = new DigitGroups(text, run, addresses, cards, phones);
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
    card.clear();
    secrets.clear();
    identifierFloor = 0;
    addressFloor = 0;
    emailFloor = 0;
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
      card.endsAt(end);
    }
    double sure =
        type.equals(Cards.EXPIRY) && !card.isNear(start, end) ? Math.min(score, LONELY) : score;
    if (sure >= settings.threshold()) {
      found.accept(new Finding(type, start, end, sure, why));
    }
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
      boolean secretAlone = concerned == WordStarts.SECRET;
      return concerned == 0 || (secretAlone && !secrets.mayBegin(i)) ? 0 : word(i, concerned);
    }
    return switch (trigger) {
      case DIGIT -> digits(i);
      case PAIR -> Chars.digit(text, i) >= 0 ? digits(i) : 0;
      case ASSIGN -> assignment(i);
      case HYPHEN -> hyphens(i);
      case PERCENT -> assignments.matchEncoded(i, this);
      case AT -> email(i);
      case BRACKET -> Labels.end(text, i);
      case PREFIXED -> word(i, 0);
      default -> 0;
    };
  }

  private int hyphens(int second) {
    int key = tokens.pem(second - 1, this);
    return key > second ? key : options.longOption(second, this);
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
    if (end == start + 1) {
      secrets.match(start, this);
    }
    groups.match(this);
    identify(start, end);
    if (card.end() > start && card.end() <= end) {
      cards.details(card.end(), this);
    }
    int app = platformIds.appToken(start, end, this);
    return app > end ? app : Math.max(end, tokenBehind(run.groups() - 1, end));
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
    if ((concerned & WordStarts.OPTION) != 0) {
      int value = options.shortOption(start, this);
      if (value > start) {
        return value;
      }
    }
    if ((concerned & WordStarts.BEARER) != 0) {
      int token = assignments.bearer(start, this);
      if (token > start) {
        return token;
      }
    }
    secrets.match(start, this);
    return start;
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
    triggers['%'] = PERCENT;
    return triggers;
  }
}
