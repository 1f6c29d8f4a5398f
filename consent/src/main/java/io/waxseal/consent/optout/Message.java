package io.waxseal.consent.optout;

import java.util.List;
import java.util.Set;

/**
 * One message while it is read.
 *
 * @param said what the customer said
 * @param seen its words
 * @param words its words without what it wants to keep, with breaks
 * @param spoken the languages it may be written in
 */
record Message(Said said, Words seen, List<String> words, Set<Language> spoken) {
  /** Stands for a word that no pattern may use. */
  static final String HIDDEN = "\u0000";

  List<String> unbroken() {
    return words.stream().filter(word -> !word.equals(Words.BREAK)).toList();
  }

  /** Whether it is about something of the given kind. */
  boolean names(Language language, String section) {
    return Pattern.Choice.of(language.section(section)).find(words, 0).isPresent();
  }

  @Override
  public String toString() {
    return "Message[" + words.size() + " words]";
  }
}
