package io.waxseal.message;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An approved template with its places filled. It needs a purpose, since a template can advertise or serve. Source:
 * Meta, Cloud API, template messages.
 */
public final class TemplateMessage extends BaseMessage<TemplateMessage> {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
  private static final String MARKETING = "marketing_messages";
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2,3})?");

  private final String name;
  private final String language;
  private final List<TemplateComponent> components;
  private final @Nullable Marketing marketing;

  /** How Meta's Marketing Messages API delivers, where the host says so. */
  private record Marketing(
      @Nullable ProductPolicy policy, @Nullable Boolean sharing) {}

  private TemplateMessage(
      Envelope envelope,
      String name,
      String language,
      List<TemplateComponent> components,
      @Nullable Marketing marketing) {
    super(envelope);
    this.name = name;
    this.language = language;
    this.components = List.copyOf(components);
    this.marketing = marketing;
  }

  /**
   * A template without parameters.
   *
   * @param to who gets it
   * @param name the template's name, {@code a-z 0-9 _}
   * @param language its language, such as {@code en} or {@code pt_BR}
   * @return the message, without a purpose
   * @throws IllegalArgumentException if name or language has another shape
   */
  public static TemplateMessage to(Recipient to, String name, String language) {
    return new TemplateMessage(Envelope.to(to), name(name), language(language), List.of(), null);
  }

  static String name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a template's name is 1 to 512 characters of a-z 0-9 _");
    }
    return name;
  }

  static String language(String language) {
    if (!LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException("a template's language is a code such as en or pt_BR");
    }
    return language;
  }

  @Override
  TemplateMessage in(Envelope envelope) {
    return new TemplateMessage(envelope, name, language, components, marketing);
  }

  /**
   * The message, sent although the person may have written a stop. It helps a purpose under {@code notice} that a law
   * demands, and no other; the audit trail keeps the reason.
   *
   * @param reason why a stop does not count here, 1 to 500 characters
   * @return a copy
   * @throws IllegalArgumentException if the reason is blank or longer
   */
  public TemplateMessage despiteStop(String reason) {
    return in(envelope().withDespiteStop(reason));
  }

  /**
   * The message with one more component filled.
   *
   * @param component header, body, button or carousel
   * @return a copy
   * @throws IllegalArgumentException if the message has such a component, or a button at that place
   */
  public TemplateMessage with(TemplateComponent component) {
    if (components.stream().anyMatch(component::takesThePlaceOf)) {
      throw new IllegalArgumentException("a template has one " + component.slot());
    }
    List<TemplateComponent> more = new ArrayList<>(components);
    more.add(component);
    return new TemplateMessage(envelope(), name, language, more, marketing);
  }

  /**
   * The message with the numbered places of its body filled.
   *
   * @param texts one a place
   * @return a copy
   * @throws IllegalArgumentException if the body is filled, or a text breaks a rule of {@link TemplateParameter#text}
   */
  public TemplateMessage body(String... texts) {
    return with(TemplateComponent.body(texts));
  }

  /**
   * The message with the one-time code of an authentication template, in its body and its button: copy code, one tap and
   * zero tap alike.
   *
   * @param code 1 to 15 characters
   * @return a copy
   * @throws IllegalArgumentException if it is blank or longer, or body or button are filled
   */
  public TemplateMessage oneTimeCode(String code) {
    return body(code).with(TemplateComponent.oneTimeCode(code));
  }

  /**
   * The message, sent by Meta's Marketing Messages API, which optimises delivery. The gate takes it for a purpose of
   * category MARKETING only.
   *
   * @return a copy
   */
  public TemplateMessage marketing() {
    return with(marketing == null ? new Marketing(null, null) : marketing);
  }

  /**
   * The message, sent by Meta's Marketing Messages API, with a word on what happens where that cannot deliver it.
   *
   * @param policy what happens; {@link ProductPolicy#CLOUD_API_FALLBACK} by default
   * @return a copy
   */
  public TemplateMessage marketing(ProductPolicy policy) {
    return with(new Marketing(policy, marketing == null ? null : marketing.sharing()));
  }

  /**
   * The message, sent by Meta's Marketing Messages API, with a word on whether Meta may use what the reader does with it
   * to optimise; by default what the account's settings say.
   *
   * @param shared whether it may
   * @return a copy
   */
  public TemplateMessage activitySharing(boolean shared) {
    return with(new Marketing(marketing == null ? null : marketing.policy(), shared));
  }

  private TemplateMessage with(Marketing how) {
    return new TemplateMessage(envelope(), name, language, components, how);
  }

  /** {@return the names of the template's places that are filled by name; empty if they are numbered} */
  public List<String> parameterNames() {
    return components.stream().flatMap(TemplateComponent::placeNames).toList();
  }

  /** {@return the template's name} */
  public String name() {
    return name;
  }

  /** {@return the template's language} */
  public String language() {
    return language;
  }

  @Override
  public String type() {
    return "template";
  }

  @Override
  public boolean isTemplate() {
    return true;
  }

  /** {@return whether Meta's Marketing Messages API sends it} */
  public boolean isByMarketingMessages() {
    return marketing != null;
  }

  @Override
  public String edge() {
    return marketing == null ? super.edge() : MARKETING;
  }

  @Override
  JsonObject extras() {
    JsonObject.Builder extras = JsonObject.builder();
    if (marketing != null && marketing.policy() != null) {
      extras.put("product_policy", marketing.policy().name());
    }
    if (marketing != null && marketing.sharing() != null) {
      extras.put("message_activity_sharing", marketing.sharing());
    }
    return extras.build();
  }

  @Override
  JsonObject part() {
    JsonObject.Builder template = JsonObject.builder()
        .put("name", name)
        .put("language", JsonObject.builder().put("code", language).build());
    if (!components.isEmpty()) {
      template.put("components", JsonArray.of(components, TemplateComponent::json));
    }
    return template.build();
  }

  @Override
  public TemplateMessage mapText(UnaryOperator<String> f) {
    return new TemplateMessage(
        envelope(),
        name,
        language,
        components.stream().map(component -> component.mapText(f)).toList(),
        marketing);
  }

  /** What happens where the Marketing Messages API cannot deliver a message. */
  public enum ProductPolicy {
    /** The message is sent as any other. */
    CLOUD_API_FALLBACK,
    /** The message fails. */
    STRICT
  }
}
