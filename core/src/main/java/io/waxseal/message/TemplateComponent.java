package io.waxseal.message;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A part of a template and what fills it. Immutable. Source: Meta, Cloud API, template messages, component object. */
public final class TemplateComponent {
  private static final int MOST_BUTTONS = 10;
  private static final int FEWEST_CARDS = 2;
  private static final int MOST_CARDS = 10;

  private final JsonObject head;
  private final List<TemplateParameter> parameters;
  private final List<List<TemplateComponent>> cards;

  private TemplateComponent(
      JsonObject head, List<TemplateParameter> parameters, List<List<TemplateComponent>> cards) {
    this.head = head;
    this.parameters = List.copyOf(parameters);
    this.cards = List.copyOf(cards);
  }

  private static TemplateComponent of(String type, List<TemplateParameter> parameters) {
    return new TemplateComponent(
        JsonObject.builder().put("type", type).build(), parameters, List.of());
  }

  /**
   * The header.
   *
   * @param parameter what fills it
   * @return the component
   */
  public static TemplateComponent header(TemplateParameter parameter) {
    return of("header", List.of(parameter));
  }

  /**
   * The body.
   *
   * @param parameters one a place
   * @return the component
   */
  public static TemplateComponent body(List<TemplateParameter> parameters) {
    return of("body", parameters);
  }

  /**
   * A button.
   *
   * @param kind its kind
   * @param index its place among the buttons, from 0
   * @param parameters what fills it, perhaps nothing
   * @return the component
   * @throws IllegalArgumentException if the index is not 0 to 9
   */
  public static TemplateComponent button(
      ButtonKind kind, int index, TemplateParameter... parameters) {
    if (index < 0 || index >= MOST_BUTTONS) {
      throw new IllegalArgumentException("a button's index is 0 to 9");
    }
    JsonObject head = JsonObject.builder()
        .put("type", "button")
        .put("sub_type", kind.name().toLowerCase(Locale.ROOT))
        .put("index", Integer.toString(index))
        .build();
    return new TemplateComponent(head, List.of(parameters), List.of());
  }

  /**
   * A carousel.
   *
   * @param cards 2 to 10 cards, each with the components of one card
   * @return the component
   * @throws IllegalArgumentException if there are fewer or more cards
   */
  public static TemplateComponent carousel(List<List<TemplateComponent>> cards) {
    if (cards.size() < FEWEST_CARDS || cards.size() > MOST_CARDS) {
      throw new IllegalArgumentException("a carousel has 2 to 10 cards");
    }
    return new TemplateComponent(
        JsonObject.builder().put("type", "carousel").build(), List.of(), cards);
  }

  JsonObject json() {
    JsonObject json = head;
    if (!parameters.isEmpty()) {
      json = json.with(
          "parameters",
          JsonArray.of(parameters.stream().map(TemplateParameter::json).toList()));
    }
    return cards.isEmpty() ? json : json.with("cards", JsonArray.of(cardsJson()));
  }

  private List<JsonValue> cardsJson() {
    List<JsonValue> list = new ArrayList<>();
    for (List<TemplateComponent> card : cards) {
      list.add(JsonObject.builder()
          .put("card_index", list.size())
          .put(
              "components",
              JsonArray.of(card.stream().map(TemplateComponent::json).toList()))
          .build());
    }
    return list;
  }

  TemplateComponent mapText(UnaryOperator<String> f) {
    return new TemplateComponent(
        head,
        parameters.stream().map(parameter -> parameter.mapText(f)).toList(),
        cards.stream()
            .map(card -> card.stream().map(part -> part.mapText(f)).toList())
            .toList());
  }

  @Override
  public String toString() {
    return "TemplateComponent";
  }

  /** The buttons that take parameters when a template is sent. */
  public enum ButtonKind {
    /** Sends a payload back. */
    QUICK_REPLY,
    /** Opens a link with a variable end; one-time-password buttons are sent as this too. */
    URL,
    /** Copies a coupon code. */
    COPY_CODE,
    /** Opens the catalogue. */
    CATALOG,
    /** Opens a choice of products. */
    MPM,
    /** Opens a Flow. */
    FLOW,
    /** Calls the business. */
    VOICE_CALL,
    /** Pays an order. */
    ORDER_DETAILS
  }
}
