package io.waxseal.message;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * An approved template with its places filled. It needs a purpose, since a template can advertise or serve. Source:
 * Meta, Cloud API, template messages.
 */
public final class TemplateMessage extends BaseMessage<TemplateMessage> {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2,3})?");

  private final String name;
  private final String language;
  private final List<TemplateComponent> components;

  private TemplateMessage(
      Envelope envelope, String name, String language, List<TemplateComponent> components) {
    super(envelope);
    this.name = name;
    this.language = language;
    this.components = List.copyOf(components);
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
    return new TemplateMessage(Envelope.to(to), name(name), language(language), List.of());
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
    return new TemplateMessage(envelope, name, language, components);
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
    return new TemplateMessage(envelope().withDespiteStop(reason), name, language, components);
  }

  /**
   * The message with one more component filled.
   *
   * @param component header, body, button or carousel
   * @return a copy
   */
  public TemplateMessage with(TemplateComponent component) {
    List<TemplateComponent> more = new ArrayList<>(components);
    more.add(component);
    return new TemplateMessage(envelope(), name, language, more);
  }

  /**
   * The message with the numbered places of its body filled.
   *
   * @param texts one a place
   * @return a copy
   */
  public TemplateMessage body(String... texts) {
    return with(TemplateComponent.body(
        List.of(texts).stream().map(TemplateParameter::text).toList()));
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

  @Override
  JsonObject part() {
    JsonObject.Builder template = JsonObject.builder()
        .put("name", name)
        .put("language", JsonObject.builder().put("code", language).build());
    if (!components.isEmpty()) {
      template.put(
          "components",
          JsonArray.of(components.stream().map(TemplateComponent::json).toList()));
    }
    return template.build();
  }

  @Override
  public TemplateMessage mapText(UnaryOperator<String> f) {
    return new TemplateMessage(
        envelope(),
        name,
        language,
        components.stream().map(component -> component.mapText(f)).toList());
  }
}
