package io.waxseal.consent;

import io.waxseal.json.JsonObject;
import io.waxseal.webhook.MessageReceived;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.TextReceived;

/**
 * What proves a grant, a stop or the end of one: kept sealed under the person, its ciphertext's hash in the ledger and
 * in the audit trail. Immutable; {@link #toString} names the kind only.
 */
public final class Evidence {
  private static final int LONGEST = 16_384;

  private final String kind;
  private final JsonObject content;

  private Evidence(String kind, JsonObject content) {
    this.kind = kind;
    this.content = content;
  }

  /**
   * A message of the customer, which was signed by Meta.
   *
   * @param message the message
   * @return the evidence: id, time and, of a text, the words
   */
  public static Evidence message(MessageReceived message) {
    JsonObject.Builder content = JsonObject.builder()
        .put("id", message.id().value())
        .put("at", message.occurredAt().toString());
    if (message instanceof TextReceived text) {
      content.put("text", text.text());
    }
    return new Evidence("message", content.build());
  }

  /**
   * Anything else that says it, in the host's words: the text of a form with its version, the note of a call.
   *
   * @param statement 1 to 16,384 characters
   * @return the evidence
   * @throws IllegalArgumentException if it is blank or longer
   */
  public static Evidence statement(String statement) {
    if (statement.isBlank() || statement.length() > LONGEST) {
      throw new IllegalArgumentException("evidence has 1 to " + LONGEST + " characters");
    }
    return new Evidence("statement", JsonObject.builder().put("text", statement).build());
  }

  /** An event as it was received. */
  static Evidence event(Received event) {
    return new Evidence("event", event.raw());
  }

  /** {@return what kind of evidence it is: {@code message}, {@code statement} or {@code event}} */
  public String kind() {
    return kind;
  }

  byte[] toBytes() {
    return JsonObject.builder()
        .put("kind", kind)
        .put("content", content)
        .build()
        .toBytes();
  }

  @Override
  public String toString() {
    return "Evidence[" + kind + "]";
  }
}
