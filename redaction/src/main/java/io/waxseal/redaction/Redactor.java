package io.waxseal.redaction;

import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Guard;
import io.waxseal.guard.Wiring;
import io.waxseal.json.JsonValue;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.redaction.detect.Detector;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import io.waxseal.redaction.internal.find.Settings;
import io.waxseal.redaction.internal.find.StandardDetector;
import io.waxseal.redaction.internal.identifier.Identifier;
import io.waxseal.redaction.internal.identifier.IdentifierTable;
import io.waxseal.send.SendRule;
import io.waxseal.webhook.InboundFilter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds sensitive values in texts and JSON and replaces them. Immutable and thread-safe; one whose policy has pseudonyms or
 * tokens remembers the WhatsApp that it is a guard of.
 *
 * <p>The standard detectors find payment cards (issuer range and check digit), e-mail addresses, phone numbers (with
 * {@code +}, {@code 00}, or beside a word that says so, in some thirty languages), passwords and PINs, one-time codes and
 * card verification values (each only beside a word that says so), tokens and keys by their first characters, addresses of
 * machines, coordinates, and the identity, tax, bank and device numbers that {@code docs/redaction.md} lists.
 *
 * <p>The work grows linearly with the length of the text, whatever the text. Redacting what was redacted changes nothing.
 * Offsets are {@code char} indexes of the text that was given.
 *
 * <p>What becomes of what is found is the {@link Policy}'s to say, by direction, role and type; a host composes {@linkplain
 * #filter(Direction, String) filters} of it. As a guard of both corridors the redactor, by the standard policy, refuses
 * outgoing messages that hold a card number, a card verification value or a password ({@code SENSITIVE_CONTENT}), and
 * replaces such values in every text of incoming events before the archive and the handlers see them.
 *
 * <p>Threat: a customer types a card number or a password, or an agent does, and it would be stored, logged or sent. What
 * is not found: names, postal addresses, values spelled out in words, passwords without a word that announces them, text in
 * pictures, and a value that is spread over several texts: two messages, two parameters of a template, two elements or
 * members of JSON.
 */
public final class Redactor implements Guard {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final List<Detector> hostDetectors;
  private final Policy policy;
  private final String region;
  private final @Nullable SecureLink secureLink;
  private final KnownValues known;
  private final Map<Direction, Engine> engines = new EnumMap<>(Direction.class);
  private final Joined joined = new Joined();
  private final RedactionFilter export;

  private Redactor(Builder builder) {
    this.hostDetectors = List.copyOf(builder.detectors);
    this.policy = builder.policy;
    this.region = builder.region;
    this.secureLink = builder.secureLink;
    this.known = builder.known;
    Map<Profile, Engine> byProfile = new EnumMap<>(Profile.class);
    for (Direction direction : Direction.values()) {
      engines.put(direction, byProfile.computeIfAbsent(policy.profile(direction), this::engine));
    }
    this.export = filter(Direction.EXPORT);
  }

  private Engine engine(Profile profile) {
    Settings settings = new Settings(profile.threshold(), region, profile == Profile.OUTBOUND);
    return new Engine(new StandardDetector(settings), hostDetectors, known);
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
    builder.policy = policy;
    builder.region = region;
    builder.secureLink = secureLink;
    builder.known = known;
    return builder;
  }

  /** {@return the policy that says what becomes of what is found} */
  public Policy policy() {
    return policy;
  }

  /**
   * The filter of a direction for whoever has no role: rules that name roles do not hold.
   *
   * @param direction where texts are going
   * @return the filter
   */
  public RedactionFilter filter(Direction direction) {
    return new RedactionFilter(engine(direction), new Plan(policy, direction, "", joined));
  }

  /**
   * The filter of a direction for a role.
   *
   * @param direction where texts are going
   * @param role the host's word for who reads or sends, such as {@code supervisor}
   * @return the filter
   * @throws IllegalArgumentException if the role is not 1 to 64 of a-z, 0-9, dot, hyphen and underscore, or outbound neither
   *     agent nor system
   */
  public RedactionFilter filter(Direction direction, String role) {
    String checked = PolicyRule.checkedRole(direction, role);
    return new RedactionFilter(engine(direction), new Plan(policy, direction, checked, joined));
  }

  private Engine engine(Direction direction) {
    return Objects.requireNonNull(engines.get(direction), "direction");
  }

  /**
   * Finds sensitive values, as the filter of {@link Direction#EXPORT} without a role does.
   *
   * <p>Never throws whatever the text: when a detector fails, one finding of type {@link EntityType#REDACTED} covers it.
   *
   * @param text any text, lone surrogates included
   * @return disjoint spans by position; what several detectors reported as overlapping is one span
   */
  public List<Finding> findings(String text) {
    return export.findings(text);
  }

  /**
   * Replaces sensitive values, as the filter of {@link Direction#EXPORT} without a role does.
   *
   * <p>Never throws whatever the text: when a detector fails, the text becomes {@code [REDACTED]} as a whole.
   *
   * @param text any text, lone surrogates included
   * @return the text after treatment, and what was found
   */
  public Redaction redact(String text) {
    return export.redact(text);
  }

  /**
   * Replaces sensitive values in a JSON tree, as the filter of {@link Direction#EXPORT} without a role does.
   *
   * <p>The name of a member decides first: whatever stands under {@code password}, {@code pin}, {@code cvv},
   * {@code card_number} and the like is replaced; so is, if it looks like one, a number under {@code wa_id} or {@code from}, a
   * name under {@code formatted_name}, a place under {@code latitude} or {@code street}, a day under {@code birthday}. Other
   * strings and numbers are examined with the member's name as context; a string that is itself a JSON document is walked
   * as a tree, four of them inside one another; a fifth becomes {@code [REDACTED]}. A number that is replaced becomes a string. A name is
   * examined as a text too: a value in it is replaced, and names that are one then get a number, as in {@code
   * [CREDIT_CARD] (1)}. Where a detector fails, that one value becomes {@code [REDACTED]}.
   *
   * @param json the tree
   * @return the tree after treatment
   */
  public JsonValue redactJson(JsonValue json) {
    return export.redactJson(json);
  }

  /**
   * Replaces sensitive values in a JSON document as {@link #redactJson(JsonValue)} does; a text that is no JSON document is
   * treated as plain text.
   *
   * @param json a document, or any text
   * @return the document without white space if something was replaced, else the text that was given
   */
  public String redactJson(String json) {
    return export.redactJson(json);
  }

  /**
   * Reads the value behind a token of the only tenant.
   *
   * @param token the token as it stands in a text, such as {@code [IBAN#…]}
   * @param by who reads it
   * @param because why
   * @return the value, or why there is none
   * @throws IllegalStateException if the accounts belong to several tenants, and under the conditions of {@link
   *     #reveal(Tenant, String, By, Because)}
   */
  public Revealed reveal(String token, By by, Because because) {
    Set<Tenant> tenants = new HashSet<>();
    requireJoined().accounts().forEach(account -> tenants.add(account.tenant()));
    if (tenants.size() != 1) {
      throw new IllegalStateException("there are several tenants; say whose token it is");
    }
    return reveal(tenants.iterator().next(), token, by, because);
  }

  /**
   * Reads the value behind a token. Every attempt stands in the audit trail before this returns, {@code
   * redaction.token.revealed} or {@code redaction.token.refused}, with who, why and, where it is known, about whom; if it
   * cannot be recorded, nothing is revealed.
   *
   * <p>Threat: who has a text has tokens, and who reads the database has sealed values; only both and the vault give a
   * value. Who may call this is the host's to decide.
   *
   * @param tenant whose token
   * @param token the token as it stands in a text, such as {@code [IBAN#…]}
   * @param by who reads it
   * @param because why
   * @return the value, or why there is none
   * @throws IllegalStateException if the redactor is not joined to a WhatsApp, its policy has no tokens, or this thread has
   *     a transaction open, which could take the audit entry back
   * @throws io.waxseal.account.VaultException if the keys cannot be had now, or the record is damaged
   * @throws io.waxseal.account.StoreException if the database cannot be had now
   */
  public Revealed reveal(Tenant tenant, String token, By by, Because because) {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(because, "because");
    TokenStore tokens = joined
        .tokens()
        .orElseThrow(() -> new IllegalStateException(
            "reveal() needs a policy with tokens and a redactor that is a guard of a WhatsApp"));
    return new Revealer(requireJoined(), tokens).reveal(tenant, token, by, because);
  }

  private Wiring requireJoined() {
    return joined
        .wiring()
        .orElseThrow(() -> new IllegalStateException(
            "reveal() needs a policy with tokens and a redactor that is a guard of a WhatsApp"));
  }

  /**
   * Takes vault and database for pseudonyms and tokens; without a rule that needs them it takes nothing.
   *
   * @param wiring what the WhatsApp has
   * @throws IllegalStateException if it was joined to another database before
   */
  @Override
  public void joined(Wiring wiring) {
    if (policy.needsVault()) {
      joined.join(wiring, policy.hasTokens());
    }
  }

  /**
   * The table of values behind tokens.
   *
   * @return one source if the policy has tokens, else none
   */
  @Override
  public List<PersonalDataSource> personalData() {
    return joined.tokens().<List<PersonalDataSource>>map(List::of).orElse(List.of());
  }

  /**
   * Empties tokens whose time is over, at most once a minute.
   *
   * @return one reaction if the policy has tokens, else none
   */
  @Override
  public List<AfterEvent> afterEvents() {
    return joined
        .tokens()
        .<List<AfterEvent>>map(tokens -> List.of((event, whatsApp) -> tokens.clean()))
        .orElse(List.of());
  }

  /**
   * The rule that stands in the way of messages whose texts hold what the policy's levels name; the strictest decides. A
   * role of the policy is {@code agent} or {@code system}, as the sender is one. {@link Level#BLOCK} refuses with {@code
   * SENSITIVE_CONTENT}; {@link Level#JUSTIFY} with {@code JUSTIFICATION_REQUIRED} until the sender says why ({@code
   * By.because}) without repeating the value, and the reason stands in the audit trail; {@link Level#TIP} lets the message
   * pass and has the sender told, in {@code Accepted.tips}. A text that cannot be examined is blocked.
   *
   * @return one rule of stage {@code CONTENT}; none if the policy lets everything pass
   */
  @Override
  public List<SendRule> sendRules() {
    OutboundRule rule = new OutboundRule(
        engine(Direction.OUTBOUND), policy, new OutboundGuidance(policy, secureLink));
    return rule.isIdle() ? List.of() : List.of(rule);
  }

  /**
   * The filter that treats values in every text of an event and of its raw JSON: the names of the members around a text
   * decide first, then the text itself; strings that are JSON, such as a Flow's answers, are walked as trees. The customer's name and number in the event are found in its texts too, and the
   * number says which country's national numbers are meant.
   *
   * @return one filter; none if the policy keeps everything
   */
  @Override
  public List<InboundFilter> beforeHandlers() {
    Plan plan = new Plan(policy, Direction.INBOUND, "", joined);
    if (plan.isIdle()) {
      return List.of();
    }
    RedactionFilter filter = new RedactionFilter(engine(Direction.INBOUND), plan);
    return List.of((event, transaction) -> {
      RedactionFilter ofEvent = filter.knowing(KnownValues.of(event)).of(event.owner());
      return event.mapText((names, text) -> ofEvent.redactAny(names, text));
    });
  }

  /** {@return the number of the host's detectors, never their settings} */
  @Override
  public String toString() {
    return "Redactor[hostDetectors=" + hostDetectors.size() + "]";
  }

  /** Settings of a {@link Redactor}. Not thread-safe. */
  public static final class Builder {

    private final List<Detector> detectors = new ArrayList<>();
    private Policy policy = Policy.standard();
    private String region = "";
    private @Nullable SecureLink secureLink;
    private KnownValues known = KnownValues.none();

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
     * Sets what becomes of what is found, in each direction. Default: {@link Policy#standard()}.
     *
     * @param policy the policy
     * @return this builder
     */
    public Builder policy(Policy policy) {
      this.policy = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Sets what makes a link to a safe page for senders whose message is held up. Default: none; they are told to send one.
     *
     * @param secureLink makes the link
     * @return this builder
     */
    public Builder secureLink(SecureLink secureLink) {
      this.secureLink = Objects.requireNonNull(secureLink, "secureLink");
      return this;
    }

    /**
     * Adds values known for every text, such as the host's own staff and numbers that may stand anywhere. What is known of
     * one conversation goes to {@link RedactionFilter#knowing}.
     *
     * @param values what is known
     * @return this builder
     */
    public Builder addKnown(KnownValues values) {
      known = known.and(values);
      return this;
    }

    /**
     * Sets the country whose numbers are meant where several countries write theirs alike, and whose national phone numbers
     * need no word beside them. The number of a conversation's customer names another country for its texts. Default: none.
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
