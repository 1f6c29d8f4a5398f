package io.waxseal.consent.optout;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.consent.optout.Languages.Found;
import io.waxseal.consent.optout.Languages.Rule;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.webhook.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads by tiers, in all languages at once, since people mix them. What a message wants to keep ("don't unsubscribe me")
 * is hidden first. Rights are looked for beside a stop; a stop outweighs help, and help a request to start.
 */
final class WordDetector implements IntentDetector {
  private static final Pattern FILLER = Languages.all("filler");

  static final WordDetector STANDARD = new WordDetector();

  /** The longest text of a message; what is longer was not typed. */
  private static final int LONGEST_READ = 4_096;

  private final StopReader stops = new StopReader();
  private final List<Rule> keep = Languages.rules("keep");
  private final List<Rule> access = Languages.rules("access");
  private final List<Rule> erase = Languages.rules("erase");
  private final Keywords help = new Keywords("help", FILLER);
  private final Keywords start = new Keywords("start", FILLER);
  private final List<Rule> join = Languages.rules("join");

  @Override
  public Heard detect(Said said) {
    if (said.kind() != Utterance.Kind.FLOW || said.payload().isEmpty()) {
      return read(said);
    }
    List<Heard> heard = new ArrayList<>(List.of(read(said)));
    for (String answer : answers(said.payload().get())) {
      heard.add(read(new Said(
          answer,
          Optional.empty(),
          Utterance.Kind.LIST_REPLY,
          said.likely(),
          said.afterMarketing(),
          said.advertised())));
    }
    return Heard.strictest(heard);
  }

  private Heard read(Said said) {
    if (said.text().length() > LONGEST_READ) {
      return Heard.NOTHING;
    }
    Words words = Words.of(Quotes.hide(said.text()));
    Set<Language> spoken = Languages.spoken(words.unbroken(), said.likely());
    MessageWords message = new MessageWords(said, words, hide(words.list(), spoken), spoken);
    Optional<Heard> stop = stops.read(message);
    Optional<Heard> right = right(message, stop.flatMap(Heard::scope));
    return right
        .or(() -> stop)
        .or(() -> help(message))
        .or(() -> start(message))
        .orElse(Heard.NOTHING);
  }

  private List<String> hide(List<String> words, Set<Language> spoken) {
    List<String> left = new ArrayList<>(words);
    for (Rule rule : keep) {
      if (!spoken.contains(rule.language())) {
        continue;
      }
      Optional<Pattern.Span> span = rule.pattern().find(left, 0);
      while (span.isPresent()) {
        for (int i = span.get().from(); i < span.get().to(); i++) {
          left.set(i, MessageWords.HIDDEN);
        }
        span = rule.pattern().find(left, span.get().to());
      }
    }
    return List.copyOf(left);
  }

  private Optional<Heard> right(MessageWords message, Optional<Scope> stopped) {
    Optional<Found> erasure = Languages.find(erase, message);
    if (erasure.isPresent()) {
      // who wants their data gone wants no offers, whatever becomes of the request
      Optional<Scope> scope = stopped.or(
          () -> message.said().afterMarketing() ? Optional.of(Scope.MARKETING) : Optional.empty());
      return erasure.map(found -> heard(Intent.RIGHTS_ERASE, found, scope));
    }
    return Languages.find(access, message)
        .map(found -> heard(Intent.RIGHTS_ACCESS, found, stopped));
  }

  private Optional<Heard> help(MessageWords message) {
    return help.in(message.unbroken()).map(hit -> heard(Intent.HELP, hit));
  }

  /** Typed words only: a button's words are the business's. */
  private Optional<Heard> start(MessageWords message) {
    if (message.said().tapped() || message.said().kind() == Utterance.Kind.FLOW) {
      return Optional.empty();
    }
    return start
        .in(message.unbroken())
        .map(hit -> heard(Intent.OPT_IN_REQUEST, hit))
        .or(() -> Languages.find(join, message)
            .filter(found -> !message.names(found.language(), "goods"))
            .map(found -> heard(Intent.OPT_IN_REQUEST, found, Optional.empty())));
  }

  private static Heard heard(Intent intent, Found found, Optional<Scope> scope) {
    return new Heard(
        intent, Optional.of(Tier.T3), scope, found.rule(), Optional.of(found.locale()));
  }

  private static Heard heard(Intent intent, Keywords.Hit hit) {
    Tier tier = hit.fit() == Whole.Fit.ALONE ? Tier.T1 : Tier.T2;
    Locale locale = hit.rule().language().locale();
    return new Heard(
        intent, Optional.of(tier), Optional.empty(), hit.rule().name(), Optional.of(locale));
  }

  /** What the customer typed into a Flow or chose in it; a payload that is no JSON has no answers. */
  private static List<String> answers(String payload) {
    List<String> answers = new ArrayList<>();
    try {
      collect(JsonValue.parse(payload), answers);
    } catch (MalformedPayloadException e) {
      return List.of();
    }
    return answers;
  }

  private static void collect(JsonValue value, List<String> answers) {
    if (value instanceof JsonString string) {
      answers.add(string.value());
    } else if (value instanceof JsonObject object) {
      object.members().forEach((name, member) -> {
        if (!name.equals("flow_token")) {
          collect(member, answers);
        }
      });
    } else if (value instanceof JsonArray array) {
      array.elements().forEach(element -> collect(element, answers));
    }
  }
}
