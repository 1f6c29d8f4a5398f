package io.waxseal.consent.optout;

import io.waxseal.consent.internal.Tongues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All languages that have a resource file. */
final class Languages {
  /** A rule that matched, and where. */
  record Found(String rule, Language language, Pattern.Span span) {
    Locale locale() {
      return language.locale();
    }
  }

  /** One pattern with the language it belongs to. */
  record Rule(Language language, String name, Pattern pattern) {}

  private static final List<String> TAGS = List.of(
      "en", "es", "pt", "fr", "de", "it", "nl", "hi", "hi-Latn", "id", "ar", "tr", "ru", "uk", "pl",
      "cs", "ro", "hu", "el", "he", "sv", "da", "nb", "fi", "fil", "sw", "th", "vi", "ja", "ko",
      "zh", "bn");

  static final List<Language> ALL = TAGS.stream().map(Language::load).toList();

  private Languages() {}

  static List<Rule> rules(String section) {
    List<Rule> rules = new ArrayList<>();
    for (Language language : ALL) {
      int number = 0;
      for (Pattern pattern : language.section(section)) {
        number++;
        String name = language.locale().toLanguageTag() + ":" + section + "." + number;
        rules.add(new Rule(language, name, pattern));
      }
    }
    return List.copyOf(rules);
  }

  static Pattern all(String section) {
    return Pattern.Choice.of(rules(section).stream().map(Rule::pattern).toList());
  }

  /**
   * The languages a message may be written in: those that know nearly as many of its words as the one that knows most.
   * Phrases of other languages do not count in it, since short words look alike in many.
   */
  static Set<Language> spoken(List<String> words, List<Locale> likely) {
    Map<Language, Integer> known = new HashMap<>();
    int most = 1;
    for (Language language : ALL) {
      int count = language.known(words) + (isLikely(language, likely) ? 1 : 0);
      known.put(language, count);
      most = Math.max(most, count);
    }
    Set<Language> spoken = new HashSet<>();
    for (Map.Entry<Language, Integer> entry : known.entrySet()) {
      if (entry.getValue() > 0 && entry.getValue() * 4 >= most * 3) {
        spoken.add(entry.getKey());
      }
    }
    return spoken;
  }

  private static boolean isLikely(Language language, List<Locale> likely) {
    String tongue = language.locale().getLanguage();
    return likely.stream().anyMatch(locale -> Tongues.of(locale).getLanguage().equals(tongue));
  }

  static Optional<Found> find(List<Rule> rules, MessageWords message) {
    return all(rules, message).findFirst();
  }

  /** The rules that match, in their order, each where it matches first. */
  static Stream<Found> all(List<Rule> rules, MessageWords message) {
    return rules.stream()
        .filter(rule -> message.spoken().contains(rule.language()))
        .flatMap(rule -> rule.pattern().find(message.words(), 0).stream()
            .map(span -> new Found(rule.name(), rule.language(), span)));
  }
}
