package io.waxseal.consent.optout;

import io.waxseal.consent.optout.Languages.Found;
import io.waxseal.consent.optout.Languages.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tiers of a stop, from the surest on; the first that fits decides. */
final class StopReader {
  private static final int SHORT_SENTENCE = 3;
  private static final int SHORT_CODE = 4;
  private static final int LONGEST_MENDED = 12;

  /** So many words that no refusal has make it a talk about something else, even if it names messages. */
  private static final int TALK = 5;

  private final Pattern filler =
      Pattern.Choice.of(List.of(Languages.all("filler"), new Pattern.Digits(SHORT_CODE)));
  private final Keywords stop = new Keywords("stop", filler);
  private final Keywords usual = new Keywords("usual", filler);
  private final Keywords doubtful = new Keywords("doubtful", filler);
  private final Keywords refuseAfter = new Keywords("refuseAfter", filler);
  private final List<Rule> refuse = Languages.rules("refuse");
  private final List<Rule> doubt = Languages.rules("doubt");
  private final List<Rule> join = Languages.rules("join");
  private final List<Rule> maybe = Languages.rules("maybe");
  private final Pattern how = Languages.all("how");
  private final Typos typos = new Typos(stop.rules().stream().map(Rule::pattern).toList());

  /** What the message stops; empty if nothing. */
  Optional<Heard> read(MessageWords message) {
    if (message.unbroken().isEmpty()) {
      return message.context() && message.seen().stopSign()
          ? Optional.of(provisional("any:sign", Optional.empty()))
          : Optional.empty();
    }
    Optional<Heard> heard =
        keyword(message).or(() -> advertised(message)).or(() -> phrase(message));
    if (heard.isEmpty() && message.context()) {
      heard = usual(message).or(() -> doubted(message));
    }
    return heard
        .or(() -> find(refuse, message, Sureness.DOUBTFUL))
        .or(() -> find(maybe, message, Sureness.SURE));
  }

  private Optional<Heard> keyword(MessageWords message) {
    return stop.in(message.unbroken()).map(hit -> {
      if (message.seen().delighted() && !message.said().tapped()) {
        return provisional(hit.rule());
      }
      Tier tier = hit.fit() == Whole.Fit.ALONE ? Tier.T1 : Tier.T2;
      return optOut(hit.rule(), tier, scope(message, hit.rule().language()));
    });
  }

  private Optional<Heard> advertised(MessageWords message) {
    return message.said().advertised().flatMap(word -> {
      List<Pattern> words = new ArrayList<>();
      Words.of(word).unbroken().forEach(part -> words.add(new Pattern.Word(part)));
      if (words.isEmpty()) {
        return Optional.empty();
      }
      Whole whole = new Whole(message.seen().unbroken(), filler);
      return whole.fit(new Pattern.Sequence(words)) == Whole.Fit.NONE
          ? Optional.empty()
          : Optional.of(new Heard(
              Intent.OPT_OUT,
              Optional.of(Tier.T1A),
              Optional.of(Scope.ALL),
              "any:advertised",
              message.said().likely().stream().findFirst()));
    });
  }

  private Optional<Heard> usual(MessageWords message) {
    boolean doubted =
        message.said().tapped() || message.seen().delighted() || message.seen().question();
    return usual
        .in(message.unbroken())
        .map(hit -> doubted ? provisional(hit.rule()) : optOut(hit.rule(), Tier.T1A, Scope.ALL));
  }

  private Optional<Heard> phrase(MessageWords message) {
    return Languages.all(refuse, message)
        .filter(found -> sureness(found, message) == Sureness.SURE)
        .findFirst()
        .map(found -> {
          if (asksHow(message, found.span()) || message.seen().delighted()) {
            return provisional(found);
          }
          return new Heard(
              Intent.OPT_OUT,
              Optional.of(Tier.T3),
              Optional.of(scope(message, found.language())),
              found.rule(),
              Optional.of(found.locale()));
        });
  }

  private static Optional<Heard> find(List<Rule> rules, MessageWords message, Sureness least) {
    return Languages.all(rules, message)
        .filter(found -> sureness(found, message).compareTo(least) <= 0)
        .findFirst()
        .map(StopReader::provisional);
  }

  /** Whether a refusal refuses messages. */
  private enum Sureness {
    SURE,
    DOUBTFUL,
    /** Doubtful, and without marketing before it about something else. */
    FAINT,
    NOT
  }

  /**
   * How sure it is that a refusal refuses messages. It says little else, the less if it does not name them, comes without
   * marketing or is a question. It is not about goods, and not one of now and here alone ("not yet").
   */
  private static Sureness sureness(Found found, MessageWords message) {
    Language language = found.language();
    boolean named = message.names(language, "msgs") || message.names(language, "about");
    boolean goods = message.names(language, "goods") && !message.names(language, "msgs");
    boolean later = message.names(language, "later") && !message.names(language, "promo");
    if (goods || later) {
      return Sureness.NOT;
    }
    int strange = message.strangeToRefusal(language);
    int strangest = (named ? 1 : 0) + (message.context() && !message.seen().question() ? 1 : 0);
    if (strange <= strangest) {
      return Sureness.SURE;
    }
    if (named) {
      return strange < TALK ? Sureness.DOUBTFUL : Sureness.FAINT;
    }
    int near = language.strangeToRefusal(message.sentence(found.span()));
    return near <= 1 ? Sureness.FAINT : Sureness.NOT;
  }

  /** Whether "how" is said in the same sentence. */
  private boolean asksHow(MessageWords message, Pattern.Span span) {
    return how.find(message.sentence(span), 0).isPresent();
  }

  /** Promotions only, if they are named. */
  private static Scope scope(MessageWords message, Language language) {
    return message.names(language, "promo") || message.names(Languages.ALL.get(0), "promo")
        ? Scope.MARKETING
        : Scope.ALL;
  }

  /** What counts as doubt only behind marketing. */
  private Optional<Heard> doubted(MessageWords message) {
    if (message.seen().delighted()) {
      return Optional.empty();
    }
    return doubtful
        .in(message.unbroken())
        .map(hit -> provisional(hit.rule()))
        .or(() -> message.seen().question()
            ? Optional.empty()
            : refuseAfter
                .in(message.words())
                .filter(hit -> !message.names(hit.rule().language(), "goods"))
                .map(hit -> provisional(hit.rule())))
        .or(() -> find(refuse, message, Sureness.FAINT))
        .or(() -> Languages.find(doubt, message)
            .filter(found -> !asksAboutGoods(found.language(), message))
            .filter(found -> Languages.find(join, message).isEmpty())
            .map(StopReader::provisional))
        .or(() -> near(message))
        .or(() -> misspelt(message));
  }

  private Optional<Heard> misspelt(MessageWords message) {
    if (message.words().size() > LONGEST_MENDED || message.seen().question()) {
      return Optional.empty();
    }
    return message.spoken().stream()
        .map(message::mended)
        .filter(mended -> !mended.words().equals(message.words()))
        .flatMap(mended -> find(refuse, mended, Sureness.SURE).stream())
        .findFirst();
  }

  /** Whether goods are named, or a question says more than doubts do ("not interested in the blue one, is there a red?"). */
  private static boolean asksAboutGoods(Language language, MessageWords message) {
    boolean more = message.seen().question() && language.strangeToDoubt(message.unbroken()) > 1;
    return message.names(language, "goods") || (more && !message.names(language, "msgs"));
  }

  private Optional<Heard> near(MessageWords message) {
    List<String> words = message.unbroken();
    if (words.size() > 1 && words.get(0).equals(words.get(1)) && typos.isKeyword(words.get(0))) {
      return Optional.of(provisional("any:repeated", Optional.empty()));
    }
    List<String> core = new Whole(words, filler).core();
    if (core.isEmpty() || core.size() > SHORT_SENTENCE || message.seen().question()) {
      return Optional.empty();
    }
    boolean near = typos.isNear(String.join("", core)) || typos.isKeyword(String.join("", core));
    boolean around = typos.isKeyword(core.get(0)) || typos.isKeyword(core.get(core.size() - 1));
    return near || around
        ? Optional.of(provisional("any:near", Optional.empty()))
        : Optional.empty();
  }

  private static Heard optOut(Rule rule, Tier tier, Scope scope) {
    return new Heard(
        Intent.OPT_OUT,
        Optional.of(tier),
        Optional.of(scope),
        rule.name(),
        Optional.of(rule.language().locale()));
  }

  private static Heard provisional(Rule rule) {
    return provisional(rule.name(), Optional.of(rule.language().locale()));
  }

  private static Heard provisional(Found found) {
    return provisional(found.rule(), Optional.of(found.locale()));
  }

  private static Heard provisional(String rule, Optional<Locale> locale) {
    return new Heard(
        Intent.PROVISIONAL, Optional.of(Tier.T4), Optional.of(Scope.MARKETING), rule, locale);
  }
}
