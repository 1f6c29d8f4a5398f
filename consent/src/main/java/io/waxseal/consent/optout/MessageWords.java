package io.waxseal.consent.optout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One message while it is read, by one thread. What is asked again and again is found out once. */
final class MessageWords {
  /** Stands for a word that no pattern may use. */
  static final String HIDDEN = "\u0000";

  private final Said said;
  private final Words seen;
  private final List<String> words;
  private final List<String> unbroken;
  private final Set<Language> spoken;
  private final Map<String, Boolean> named = new HashMap<>();
  private final Map<Language, Integer> strange = new HashMap<>();

  /**
   * One message.
   *
   * @param said what the customer said
   * @param seen its words
   * @param words its words without what it wants to keep, with breaks
   * @param spoken the languages it may be written in
   */
  MessageWords(Said said, Words seen, List<String> words, Set<Language> spoken) {
    this.said = said;
    this.seen = seen;
    this.words = words;
    this.spoken = spoken;
    unbroken = words.stream().filter(word -> !word.equals(Words.BREAK)).toList();
  }

  Said said() {
    return said;
  }

  Words seen() {
    return seen;
  }

  List<String> words() {
    return words;
  }

  Set<Language> spoken() {
    return spoken;
  }

  List<String> unbroken() {
    return unbroken;
  }

  /** Whether a stop is likelier than in any message: behind marketing, or a word for it was offered. */
  boolean context() {
    return said.afterMarketing() || said.advertised().isPresent();
  }

  /** Whether it is about something of the given kind. */
  boolean names(Language language, String section) {
    return named.computeIfAbsent(
        language.locale().toLanguageTag() + ":" + section,
        key -> Pattern.Choice.of(language.section(section)).find(words, 0).isPresent());
  }

  /** How many of its words no refusal of the language uses. */
  int strangeToRefusal(Language language) {
    return strange.computeIfAbsent(language, key -> key.strangeToRefusal(unbroken));
  }

  /** The same in one language, with its misspelt words mended. */
  MessageWords mended(Language language) {
    return new MessageWords(
        said, seen, words.stream().map(language::mended).toList(), Set.of(language));
  }

  /** The words between the breaks around a place. */
  List<String> sentence(Pattern.Span span) {
    int from = span.from();
    while (from > 0 && !words.get(from - 1).equals(Words.BREAK)) {
      from--;
    }
    int to = span.to();
    while (to < words.size() && !words.get(to).equals(Words.BREAK)) {
      to++;
    }
    return words.subList(from, to);
  }

  @Override
  public String toString() {
    return "MessageWords[" + words.size() + " words]";
  }
}
