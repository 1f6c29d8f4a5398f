package io.waxseal.consent;

import io.waxseal.account.By;
import io.waxseal.account.MalformedPayloadException;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.webhook.MessageReceived;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.TextReceived;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What proves a grant, a stop or the end of one: kept sealed under the person, its ciphertext's hash in the ledger and
 * in the audit trail. Immutable; {@link #toString} names the kind only.
 */
public final class Evidence {
  private static final int LONGEST = 16_384;

  private final String kind;
  private final JsonObject content;
  private final int version;
  private final @Nullable String language;

  private final @Nullable By by;

  private Evidence(String kind, JsonObject content) {
    this(kind, content, 0, null, null);
  }

  private Evidence(
      String kind, JsonObject content, int version, @Nullable String language, @Nullable By by) {
    this.kind = kind;
    this.content = content;
    this.version = version;
    this.language = language;
    this.by = by;
  }

  /** The evidence with who wrote it down. */
  Evidence recordedBy(By who) {
    return new Evidence(kind, content, version, language, who);
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

  /**
   * The evidence with the version of the purpose that the person agreed to. Without it a grant that is given now is of the
   * declared version, and one that was given earlier of an unknown one. Of a stop it says nothing.
   *
   * @param number 1 or more
   * @return a copy
   * @throws IllegalArgumentException if it is less than 1
   */
  public Evidence version(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("a version is 1 or more");
    }
    return new Evidence(kind, content, number, language, by);
  }

  /**
   * The evidence with the language in which the person read the notice of the purpose. Without it the language is recorded
   * only if the purpose has a notice in one language. Of a stop it says nothing.
   *
   * @param locale the language of a notice that the purpose has
   * @return a copy
   */
  public Evidence language(Locale locale) {
    return new Evidence(kind, content, version, locale.toLanguageTag(), by);
  }

  int version() {
    return version;
  }

  Optional<String> language() {
    return Optional.ofNullable(language);
  }

  /** An event as it was received. */
  static Evidence event(Received event) {
    return new Evidence("event", event.raw());
  }

  /** {@return what kind of evidence it is: {@code message}, {@code statement} or {@code event}} */
  public String kind() {
    return kind;
  }

  /** {@return what it says: the message, the host's statement, or the event as it was received} */
  public JsonObject content() {
    return content;
  }

  /** {@return who wrote it down; empty if it was written down by a version that did not keep it} */
  public Optional<By> by() {
    return Optional.ofNullable(by);
  }

  /**
   * The evidence as it is kept, for a ledger to seal.
   *
   * @return a JSON document in UTF-8
   */
  public byte[] toBytes() {
    JsonObject.Builder kept = JsonObject.builder().put("kind", kind).put("content", content);
    if (by != null) {
      kept.put(
          "by",
          JsonObject.builder()
              .put("kind", by.kind().name())
              .put("name", by.name())
              .build());
    }
    return kept.build().toBytes();
  }

  /**
   * Evidence that a ledger has opened again. Version and language are not in it: the entry has them.
   *
   * @param kept what {@link #toBytes} gave
   * @return the evidence
   * @throws MalformedPayloadException if it is something else
   */
  public static Evidence read(byte[] kept) {
    JsonValue whole = JsonValue.parse(kept);
    JsonCursor root = JsonCursor.root(whole);
    Optional<String> kind = root.id("kind");
    Optional<JsonObject> content = whole instanceof JsonObject object
        ? object.get("content").filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
        : Optional.empty();
    if (kind.isEmpty() || content.isEmpty()) {
      throw new MalformedPayloadException("$", "evidence has a kind and a content");
    }
    Optional<By> by = root.child("by").flatMap(Evidence::actor);
    return new Evidence(kind.get(), content.get(), 0, null, by.orElse(null));
  }

  private static Optional<By> actor(JsonCursor by) {
    return by.id("name")
        .flatMap(name -> by.id("kind").flatMap(kind -> switch (kind) {
          case "AGENT" -> Optional.of(By.agent(name));
          case "SYSTEM" -> Optional.of(By.system(name));
          default -> Optional.empty();
        }));
  }

  @Override
  public String toString() {
    return "Evidence[" + kind + "]";
  }
}
