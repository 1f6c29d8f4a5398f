package io.waxseal.consent.optout;

import java.util.List;

/**
 * One message while it is read.
 *
 * @param said what the customer said
 * @param seen its words
 * @param words its words without what it wants to keep, with breaks
 */
record Message(Said said, Words seen, List<String> words) {
  /** Stands for a word that no pattern may use. */
  static final String HIDDEN = "\u0000";

  List<String> unbroken() {
    return words.stream().filter(word -> !word.equals(Words.BREAK)).toList();
  }

  @Override
  public String toString() {
    return "Message[" + words.size() + " words]";
  }
}
