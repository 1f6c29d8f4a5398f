package io.waxseal.redaction;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.account.Tenant;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.person.Person;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import java.util.List;
import java.util.Objects;

/**
 * A redactor in one direction, for one role: what a host puts in front of a store, an export or a log. Got from {@link
 * Redactor#filter(Direction, String)}; immutable and thread-safe, and cheap to keep.
 *
 * <p>No method throws whatever the text: what cannot be examined, because a detector fails or goes beyond its budget,
 * is withheld as a whole and becomes {@code [REDACTED]}. In direction {@link Direction#OUTBOUND} a policy has levels in
 * place of treatments; a filter puts the label in place of every value whose level is not {@link Level#PASS}.
 */
public final class RedactionFilter {

  private final Engine engine;
  private final Plan plan;

  RedactionFilter(Engine engine, Plan plan) {
    this.engine = engine;
    this.plan = plan;
  }

  /**
   * This filter for texts of a conversation of which more is known, such as those of one event: the customer's name and
   * number are found too, national numbers are read as in the number's country, and allowed values are left alone. What
   * was known before stays known. Cheap to make.
   *
   * @param known what is known
   * @return the filter
   */
  public RedactionFilter knowing(KnownValues known) {
    return new RedactionFilter(engine.knowing(Objects.requireNonNull(known, "known")), plan);
  }

  /**
   * Finds the values that the policy does something about here.
   *
   * <p>Never throws whatever the text: when a detector fails, one finding of type {@link EntityType#REDACTED} covers it.
   *
   * @param text any text, lone surrogates included
   * @return disjoint spans by position; what several detectors reported as overlapping is one span
   */
  public List<Finding> findings(String text) {
    return engine.findings(Objects.requireNonNull(text, "text"), plan);
  }

  /**
   * Treats the values that the policy does something about here.
   *
   * @param text any text, lone surrogates included
   * @return the text after treatment, and what was found
   */
  public Redaction redact(String text) {
    return engine.redact(Objects.requireNonNull(text, "text"), plan);
  }

  /**
   * Treats as {@link #redact} does and gives the text alone; for places where almost every text is clean, such as a log.
   *
   * @param text any text, lone surrogates included
   * @return the text after treatment; the very string that was given if nothing was found
   */
  public String redactText(String text) {
    return engine.redactText(Objects.requireNonNull(text, "text"), plan);
  }

  /**
   * Treats the values in a JSON tree, names of members included, as {@link Redactor#redactJson(JsonValue)} tells.
   *
   * @param json the tree
   * @return the tree after treatment
   */
  public JsonValue redactJson(JsonValue json) {
    Objects.requireNonNull(json, "json");
    try {
      return new JsonRedactor(engine, plan).redact(json);
    } catch (Exception | Error e) {
      return new JsonString(Engine.WITHHELD);
    }
  }

  /**
   * Treats the values in a JSON document as {@link #redactJson(JsonValue)} does; a text that is no JSON document is treated
   * as plain text. A document that nests deeper than {@link JsonValue#MAX_DEPTH}, or repeats a name in an object, is withheld.
   *
   * @param json a document, or any text
   * @return the document without white space if something was replaced, else the very string that was given
   */
  public String redactJson(String json) {
    Objects.requireNonNull(json, "json");
    try {
      JsonValue tree = JsonRedactor.parse(json);
      JsonValue redacted = redactJson(tree);
      return redacted.equals(tree) ? json : redacted.toText();
    } catch (MalformedPayloadException e) {
      return e.isJson() ? Engine.WITHHELD : redactText(json);
    } catch (Exception | Error e) {
      return Engine.WITHHELD;
    }
  }

  /**
   * The same filter for texts of a tenant, so that its pseudonyms can be made.
   *
   * @param tenant whose texts
   * @return the filter
   */
  public RedactionFilter of(Tenant tenant) {
    return new RedactionFilter(engine, plan.of(Objects.requireNonNull(tenant, "tenant")));
  }

  /**
   * The same filter for texts of a person, so that pseudonyms of the person's tenant and tokens that are erased with the
   * person can be made.
   *
   * @param person whose texts
   * @return the filter
   */
  public RedactionFilter of(Person person) {
    return new RedactionFilter(engine, plan.of(Objects.requireNonNull(person, "person")));
  }

  /**
   * A text under the names of the members around it, outermost first: walked as a tree if it is a JSON document, else
   * treated as text.
   */
  String redactAny(List<String> names, String text) {
    return new JsonRedactor(engine, plan).redactText(names, text);
  }

  @Override
  public String toString() {
    return "RedactionFilter";
  }
}
