package io.waxseal.simulator;

/**
 * Something in a message of the business that a person can tap: a reply button, a row of a list, a quick reply of a
 * template, or a button that opens something. {@code toString} names only the kind.
 *
 * @param kind {@code reply}, {@code row}, {@code quick_reply}, {@code cta_url}, {@code flow}, {@code send_location},
 *     or another word of the wire
 * @param id the id the business gave it; a template's quick reply has its payload here; empty where there is none
 * @param title the words on it; empty where the message does not hold them
 * @param description the words under them; empty but for some rows
 * @see AcceptedMessage#choices
 */
public record Choice(String kind, String id, String title, String description) {
  /** {@return whether a tap sends something to the business; other buttons open something} */
  public boolean tappable() {
    return kind.equals("row") || kind.endsWith("reply");
  }

  /** Whether this is what a person means who names an id, a payload or the words on it. */
  boolean named(String word) {
    return word.equals(id) || word.equals(title);
  }

  @Override
  public String toString() {
    return "Choice[" + kind + "]";
  }
}
