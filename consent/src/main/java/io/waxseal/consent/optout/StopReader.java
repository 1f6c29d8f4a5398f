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

  private final Pattern filler =
      Pattern.Choice.of(List.of(Languages.all("filler"), new Pattern.Digits(SHORT_CODE)));
  private final List<Rule> stop = Languages.rules("stop");
  private final List<Rule> usual = Languages.rules("usual");
  private final List<Rule> doubtful = Languages.rules("doubtful");
  private final List<Rule> refuse = Languages.rules("refuse");
  private final List<Rule> refuseAfter = Languages.rules("refuseAfter");
  private final List<Rule> doubt = Languages.rules("doubt");
  private final List<Rule> maybe = Languages.rules("maybe");
  private final Pattern how = Languages.all("how");
  private final Pattern promo = Languages.all("promo");
  private final Pattern contact = Languages.all("contact");
  private final Typos typos = new Typos(stop.stream().map(Rule::pattern).toList());

  /** What the message stops; empty if nothing. */
  Optional<Heard> read(Message message) {
    boolean context = message.said().afterMarketing() || message.said().advertised().isPresent();
    if (message.unbroken().isEmpty()) {
      return context && message.seen().stopSign()
          ? Optional.of(provisional("any:sign", Optional.empty()))
          : Optional.empty();
    }
    Optional<Heard> heard = keyword(message)
        .or(() -> advertised(message))
        .or(() -> phrase(message, refuse));
    if (heard.isEmpty() && context) {
      heard = usual(message)
          .or(() -> phrase(message, refuseAfter))
          .or(() -> whole(doubtful, message).map(StopReader::provisional))
          .or(() -> Languages.find(doubt, message.words()).map(StopReader::provisional))
          .or(() -> near(message));
    }
    return heard.or(() -> Languages.find(maybe, message.words()).map(StopReader::provisional));
  }

  private Optional<Heard> keyword(Message message) {
    Whole whole = new Whole(message.unbroken(), filler);
    for (Rule rule : stop) {
      Whole.Fit fit = whole.fit(rule.pattern());
      if (fit != Whole.Fit.NONE) {
        if (message.seen().delighted() && !message.said().tapped()) {
          return Optional.of(provisional(rule));
        }
        Tier tier = fit == Whole.Fit.ALONE ? Tier.T1 : Tier.T2;
        return Optional.of(optOut(rule, tier, scope(message, 0, message.words().size())));
      }
    }
    return Optional.empty();
  }

  private Optional<Heard> advertised(Message message) {
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

  private Optional<Heard> usual(Message message) {
    return whole(usual, message)
        .map(rule -> message.said().tapped() || message.seen().delighted()
            ? provisional(rule)
            : optOut(rule, Tier.T1A, Scope.ALL));
  }

  private Optional<Heard> phrase(Message message, List<Rule> rules) {
    return Languages.find(rules, message.words()).map(found -> {
      if (asksHow(message.words(), found.span())) {
        return provisional(found);
      }
      Scope scope = scope(message, found.span().from(), found.span().to());
      return new Heard(
          Intent.OPT_OUT,
          Optional.of(Tier.T3),
          Optional.of(scope),
          found.rule(),
          Optional.of(found.locale()));
    });
  }

  /** Whether "how" is said in the same sentence. */
  private boolean asksHow(List<String> words, Pattern.Span span) {
    int from = span.from();
    while (from > 0 && !words.get(from - 1).equals(Words.BREAK)) {
      from--;
    }
    int to = span.to();
    while (to < words.size() && !words.get(to).equals(Words.BREAK)) {
      to++;
    }
    return how.find(words.subList(from, to), 0).isPresent();
  }

  /** Promotions only, if they are named and the words that refuse name nothing wider. */
  private Scope scope(Message message, int from, int to) {
    boolean wider = contact.find(message.words().subList(from, to), 0).isPresent();
    return !wider && promo.find(message.words(), 0).isPresent() ? Scope.MARKETING : Scope.ALL;
  }

  private Optional<Heard> near(Message message) {
    List<String> core = new Whole(message.unbroken(), filler).core();
    if (core.size() > SHORT_SENTENCE || message.seen().question()) {
      return Optional.empty();
    }
    boolean near = typos.isNear(String.join("", core)) || typos.isKeyword(String.join("", core));
    boolean around = typos.isKeyword(core.get(0)) || typos.isKeyword(core.get(core.size() - 1));
    return near || around
        ? Optional.of(provisional("any:near", Optional.empty()))
        : Optional.empty();
  }

  private Optional<Rule> whole(List<Rule> rules, Message message) {
    Whole whole = new Whole(message.unbroken(), filler);
    return rules.stream()
        .filter(rule -> whole.fit(rule.pattern()) != Whole.Fit.NONE)
        .findFirst();
  }

  private static Heard optOut(Rule rule, Tier tier, Scope scope) {
    Locale locale = rule.language().locale();
    return new Heard(
        Intent.OPT_OUT,
        Optional.of(tier),
        Optional.of(scope),
        rule.name(),
        Optional.of(locale));
  }

  private static Heard provisional(Rule rule) {
    return provisional(rule.name(), Optional.of(rule.language().locale()));
  }

  private static Heard provisional(Found found) {
    return provisional(found.rule(), Optional.of(found.locale()));
  }

  private static Heard provisional(String rule, Optional<Locale> locale) {
    return new Heard(
        Intent.PROVISIONAL,
        Optional.of(Tier.T4),
        Optional.of(Scope.MARKETING),
        rule,
        locale);
  }
}
