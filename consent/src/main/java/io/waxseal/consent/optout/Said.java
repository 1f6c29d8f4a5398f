package io.waxseal.consent.optout;

import io.waxseal.webhook.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that a detector may know about one thing a customer said.
 *
 * @param text what the customer wrote, or the visible words of what was tapped; as it was received, may be empty
 * @param payload the id or payload behind what was tapped; empty for what was typed
 * @param kind in which way it was said
 * @param likely the languages the customer probably writes, the likeliest first; a hint, often empty
 * @param afterMarketing whether the last message of the business within 72 hours was marketing
 * @param advertised the word that this message offered for stopping
 */
public record Said(
    String text,
    Optional<String> payload,
    Utterance.Kind kind,
    List<Locale> likely,
    boolean afterMarketing,
    Optional<String> advertised) {
  /**
   * Copies the list.
   *
   * @param text what the customer wrote, or the visible words of what was tapped
   * @param payload the id or payload behind what was tapped
   * @param kind in which way it was said
   * @param likely the languages the customer probably writes, the likeliest first
   * @param afterMarketing whether the last message of the business within 72 hours was marketing
   * @param advertised the word that this message offered for stopping
   */
  public Said {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(payload, "payload");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(advertised, "advertised");
    likely = List.copyOf(likely);
  }

  /**
   * A typed text of which nothing else is known: no language, no marketing before it, no word advertised.
   *
   * @param text what the customer wrote
   * @return the value
   */
  public static Said typed(String text) {
    return new Said(
        text, Optional.empty(), Utterance.Kind.TEXT, List.of(), false, Optional.empty());
  }

  /**
   * This value with the message of the business that came before it.
   *
   * @param marketing whether that was marketing, within 72 hours
   * @param word the word it offered for stopping
   * @return a copy
   */
  public Said after(boolean marketing, Optional<String> word) {
    return new Said(text, payload, kind, likely, marketing, word);
  }

  /** Whether the customer tapped words of the business instead of writing their own. */
  boolean tapped() {
    return switch (kind) {
      case BUTTON, BUTTON_REPLY, LIST_REPLY -> true;
      case TEXT, CAPTION, EDIT, FLOW -> false;
    };
  }

  @Override
  public String toString() {
    return "Said[" + kind + "]";
  }
}
