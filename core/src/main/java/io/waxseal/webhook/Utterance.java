package io.waxseal.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * Something a customer said to the business, in whatever way WhatsApp offers: typed, written under a picture, tapped,
 * corrected, filled into a form.
 *
 * @param kind in which way
 * @param text what the customer wrote, or the visible words of what was tapped; may be empty
 * @param payload the id or payload behind what was tapped, or the answers of a Flow as JSON; empty for what was typed
 * @param at when it was said, by Meta's clock
 */
public record Utterance(Kind kind, String text, Optional<String> payload, Instant at) {
  /** The ways of saying something. */
  public enum Kind {
    /** A typed message. */
    TEXT,
    /** The words under a picture, a video or a document. */
    CAPTION,
    /** The quick reply button of a template. */
    BUTTON,
    /** A reply button of an interactive message. */
    BUTTON_REPLY,
    /** A row of a list. */
    LIST_REPLY,
    /** The new text of a message that was edited. */
    EDIT,
    /** The answers of a Flow. */
    FLOW
  }

  @Override
  public String toString() {
    return "Utterance[" + kind + "]";
  }
}
