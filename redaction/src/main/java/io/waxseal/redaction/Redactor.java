package io.waxseal.redaction;

import io.waxseal.Guard;
import io.waxseal.account.MalformedPayloadException;
import io.waxseal.json.JsonValue;
import io.waxseal.send.SendRule;
import io.waxseal.webhook.InboundFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds sensitive values in texts and JSON and replaces them. Immutable and thread-safe.
 *
 * <p>The standard detectors find payment cards (issuer range and check digit), e-mail addresses, phone numbers (with
 * {@code +}, {@code 00}, or beside a word that says so, in some thirty languages), passwords and PINs, one-time codes and
 * card verification values (each only beside a word that says so), tokens and keys by their first characters, addresses of
 * machines, coordinates, and the identity, tax, bank and device numbers that {@code docs/redaction.md} lists.
 *
 * <p>The work grows linearly with the length of the text, whatever the text. Redacting what was redacted changes nothing.
 * Offsets are {@code char} indexes of the text that was given.
 *
 * <p>As a guard of both corridors it refuses outgoing messages that hold a card number, a card verification value or a
 * password ({@code SENSITIVE_CONTENT}), and replaces such values in every text of incoming events before the archive and
 * the handlers see them. E-mail addresses, phone numbers and one-time codes pass there unless {@link
 * Builder#refusedOutbound} and {@link Builder#replacedInbound} say otherwise.
 *
 * <p>Threat: a customer types a card number or a password, or an agent does, and it would be stored, logged or sent. What
 * is not found: names, postal addresses, values spelled out in words, passwords without a word that announces them, text in
 * pictures, and a value that is spread over several texts: two messages, two parameters of a template, two elements or
 * members of JSON.
 */
public final class Redactor implements Guard {

  private static final Set<EntityType> ALL = Set.of();
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<EntityType> CARDS_AND_PASSWORDS =
      Set.of(EntityType.CREDIT_CARD, EntityType.CARD_CVV, EntityType.SECRET_PASSWORD);

  private final List<Detector> hostDetectors;
  private final Treatment treatment;
  private final Map<EntityType, Treatment> treatments;
  private final Set<EntityType> outbound;
  private final Set<EntityType> inbound;
  private final Profile profile;
  private final String region;
  private final Engine engine;

  private Redactor(Builder builder) {
    this.hostDetectors = List.copyOf(builder.detectors);
    this.treatment = builder.treatment;
    this.treatments = Map.copyOf(builder.treatments);
    this.outbound = builder.outbound;
    this.inbound = builder.inbound;
    this.profile = builder.profile;
    this.region = builder.region;
    List<Detector> detectors = new ArrayList<>(hostDetectors);
    detectors.add(new StandardDetector(new Settings(profile.threshold(), region)));
    this.engine = new Engine(detectors, treatment, treatments);
  }

  /** {@return the redactor with the standard detectors, which puts labels in place of what it finds} */
  public static Redactor standard() {
    return builder().build();
  }

  /**
   * Whether a value has the structure and the check digits of a type, without regard to words around it.
   *
   * @param type the type, such as {@code new EntityType("BR_CPF")}
   * @param value the value alone, with or without its separators
   * @return empty if the library knows no structure of this type
   */
  public static Optional<Boolean> admits(EntityType type, String value) {
    Objects.requireNonNull(value, "value");
    boolean known = false;
    for (Identifier identifier : IdentifierTable.STANDARD.identifiers()) {
      if (identifier.type().equals(type)) {
        known = true;
        if (identifier.admits(value)) {
          return Optional.of(true);
        }
      }
    }
    return known ? Optional.of(false) : Optional.empty();
  }

  /** {@return a builder with the settings of {@link #standard()}} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with the settings of this redactor} */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.detectors.addAll(hostDetectors);
    builder.treatment = treatment;
    builder.treatments.putAll(treatments);
    builder.outbound = outbound;
    builder.inbound = inbound;
    builder.profile = profile;
    builder.region = region;
    return builder;
  }

  /**
   * Finds sensitive values.
   *
   * <p>Never throws whatever the text: when a detector fails, one finding of type {@link EntityType#REDACTED} covers it.
   *
   * @param text any text, lone surrogates included
   * @return disjoint spans by position; what several detectors reported as overlapping is one span
   */
  public List<Finding> findings(String text) {
    return engine.findings(Objects.requireNonNull(text, "text"), ALL);
  }

  /**
   * Replaces sensitive values.
   *
   * <p>Never throws whatever the text: when a detector fails, the text becomes {@code [REDACTED]} as a whole.
   *
   * @param text any text, lone surrogates included
   * @return the text after treatment, and what was found
   */
  public Redaction redact(String text) {
    return engine.redact(Objects.requireNonNull(text, "text"), ALL);
  }

  /**
   * Replaces sensitive values in a JSON tree.
   *
   * <p>The name of a member decides first: whatever stands under {@code password}, {@code pin}, {@code cvv},
   * {@code card_number} and the like is replaced. Other strings and numbers are examined with the member's name as context;
   * a string that is itself a JSON document is walked as a tree. A number that is replaced becomes a string. A name is
   * examined as a text too: a value in it is replaced, and names that are one then get a number, as in {@code
   * [CREDIT_CARD] (1)}. Where a detector fails, that one value becomes {@code [REDACTED]}.
   *
   * @param json the tree
   * @return the tree after treatment
   */
  public JsonValue redactJson(JsonValue json) {
    return new JsonRedactor(engine, ALL).redact(Objects.requireNonNull(json, "json"));
  }

  /**
   * Replaces sensitive values in a JSON document as {@link #redactJson(JsonValue)} does; a text that is no JSON document is
   * treated as plain text.
   *
   * @param json a document, or any text
   * @return the document without white space if something was replaced, else the text that was given
   */
  public String redactJson(String json) {
    Objects.requireNonNull(json, "json");
    try {
      JsonValue tree = JsonValue.parse(json);
      JsonValue redacted = redactJson(tree);
      return redacted.equals(tree) ? json : redacted.toText();
    } catch (MalformedPayloadException e) {
      return redact(json).text();
    }
  }

  /**
   * The rule that refuses messages whose texts hold a value of a type that may not go out. A text that a detector failed on
   * is refused too.
   *
   * @return one rule of stage {@code CONTENT}; none if every type may go out
   */
  @Override
  public List<SendRule> sendRules() {
    return outbound.isEmpty() ? List.of() : List.of(new OutboundRule(engine, outbound));
  }

  /**
   * The filter that replaces values in every text of an event and of its raw JSON; strings that are JSON themselves, such
   * as a Flow's answers, are walked as trees.
   *
   * @return one filter; none if every type may come in
   */
  @Override
  public List<InboundFilter> beforeHandlers() {
    if (inbound.isEmpty()) {
      return List.of();
    }
    JsonRedactor redactor = new JsonRedactor(engine, inbound);
    return List.of((event, transaction) -> event.mapText(redactor::redactText));
  }

  /** {@return the number of the host's detectors, never their settings} */
  @Override
  public String toString() {
    return "Redactor[hostDetectors=" + hostDetectors.size() + "]";
  }

  /** Settings of a {@link Redactor}. Not thread-safe. */
  public static final class Builder {

    private final List<Detector> detectors = new ArrayList<>();
    private final Map<EntityType, Treatment> treatments = new HashMap<>();
    private Treatment treatment = Treatment.label();
    private Set<EntityType> outbound = CARDS_AND_PASSWORDS;
    private Set<EntityType> inbound = CARDS_AND_PASSWORDS;
    private Profile profile = Profile.BALANCED;
    private String region = "";

    private Builder() {}

    /**
     * Adds a detector of the host's own; it runs besides the standard ones.
     *
     * @param detector called by many threads at once
     * @return this builder
     */
    public Builder addDetector(Detector detector) {
      detectors.add(Objects.requireNonNull(detector, "detector"));
      return this;
    }

    /**
     * Sets what becomes of every value that has no treatment of its own. Default: {@link Treatment#label()}.
     *
     * @param treatment the treatment
     * @return this builder
     */
    public Builder treatment(Treatment treatment) {
      this.treatment = Objects.requireNonNull(treatment, "treatment");
      return this;
    }

    /**
     * Sets what becomes of the values of one type.
     *
     * @param type the type
     * @param treatment the treatment
     * @return this builder
     * @throws IllegalStateException if the type has another treatment already
     */
    public Builder treatment(EntityType type, Treatment treatment) {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(treatment, "treatment");
      if (treatments.putIfAbsent(type, treatment) != null) {
        throw new IllegalStateException("The treatment of " + type.name() + " is set twice.");
      }
      return this;
    }

    /**
     * Sets which types make an outgoing message be refused. Default: {@link EntityType#CREDIT_CARD}, {@link
     * EntityType#CARD_CVV} and {@link EntityType#SECRET_PASSWORD}.
     *
     * @param types the types, replacing the earlier ones; empty: no message is refused
     * @return this builder
     */
    public Builder refusedOutbound(Set<EntityType> types) {
      outbound = Set.copyOf(types);
      return this;
    }

    /**
     * Sets which types are replaced in incoming events. Default: {@link EntityType#CREDIT_CARD}, {@link
     * EntityType#CARD_CVV} and {@link EntityType#SECRET_PASSWORD}.
     *
     * @param types the types, replacing the earlier ones; empty: events stay as they came
     * @return this builder
     */
    public Builder replacedInbound(Set<EntityType> types) {
      inbound = Set.copyOf(types);
      return this;
    }

    /**
     * Sets how sure a finding must be to count. Default: {@link Profile#BALANCED}.
     *
     * @param profile the profile
     * @return this builder
     */
    public Builder profile(Profile profile) {
      this.profile = Objects.requireNonNull(profile, "profile");
      return this;
    }

    /**
     * Sets the country whose numbers are meant where several countries write theirs alike. Default: none.
     *
     * @param region a country code of two capital letters (ISO 3166-1)
     * @return this builder
     * @throws IllegalArgumentException if it is no such code
     */
    public Builder region(String region) {
      Objects.requireNonNull(region, "region");
      if (!COUNTRIES.contains(region)) {
        throw new IllegalArgumentException("A region is a country code of ISO 3166, such as DE.");
      }
      this.region = region;
      return this;
    }

    /** {@return the redactor} */
    public Redactor build() {
      return new Redactor(this);
    }
  }
}
