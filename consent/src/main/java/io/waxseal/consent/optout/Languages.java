package io.waxseal.consent.optout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One section of all languages: which rule of which language matches first. */
final class Languages {
  /** A rule that matched, and where. */
  record Found(String rule, Locale locale, Pattern.Span span) {}

  /** One pattern with the language it belongs to. */
  record Rule(Language language, String name, Pattern pattern) {}

  private static final List<String> TAGS = List.of("en", "de"); private static final List<String> LATER = List.of(
      "en", "es", "pt", "fr", "de", "it", "nl", "hi", "hi-Latn", "id", "ar", "tr", "ru", "uk", "pl", "cs", "ro", "hu",
      "el", "he", "sv", "da", "nb", "fi", "fil", "sw", "th", "vi", "ja", "ko", "zh", "bn");

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

  static Optional<Found> find(List<Rule> rules, List<String> words) {
    for (Rule rule : rules) {
      Optional<Pattern.Span> span = rule.pattern().find(words, 0);
      if (span.isPresent()) {
        return Optional.of(new Found(rule.name(), rule.language().locale(), span.get()));
      }
    }
    return Optional.empty();
  }
}
