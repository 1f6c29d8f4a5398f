package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.internal.wire.WebAddress;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.message.part.Order;
import io.waxseal.message.part.OrderUpdate;
import io.waxseal.message.part.ProductSections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A part of a template and what fills it. Immutable. A button has a place, from 0, among the buttons of the template.
 * Source: Meta, Cloud API, template messages, component object.
 */
public final class TemplateComponent {
  private static final int MOST_BUTTONS = 10;
  private static final int FEWEST_CARDS = 2;
  private static final int MOST_CARDS = 10;
  private static final int MOST_BUTTONS_OF_A_CARD = 2;
  private static final int LONGEST_HEADER = 60;
  private static final int LONGEST_CARD_BODY = 160;
  private static final String HEADER = "header";
  private static final String BODY = "body";
  private static final String BUTTON = "button";
  private static final String CAROUSEL = "carousel";

  private final JsonObject head;
  private final List<TemplateParameter> parameters;
  private final List<List<TemplateComponent>> cards;

  private TemplateComponent(
      JsonObject head, List<TemplateParameter> parameters, List<List<TemplateComponent>> cards) {
    this.head = head;
    this.parameters = List.copyOf(parameters);
    this.cards = cards.stream().map(List::copyOf).toList();
    if (type().equals(HEADER)) {
      parameters.forEach(
          parameter -> parameter.requireAtMost("the text of a header", LONGEST_HEADER));
    }
    this.cards.forEach(TemplateComponent::checkCard);
  }

  private static void checkCard(List<TemplateComponent> card) {
    long buttons = card.stream().filter(part -> part.type().equals(BUTTON)).count();
    Limits.count("the number of buttons of a card", (int) buttons, 0, MOST_BUTTONS_OF_A_CARD);
    for (TemplateComponent part : card) {
      if (part.type().equals(CAROUSEL)) {
        throw new IllegalArgumentException("a card of a carousel has no carousel");
      }
      if (part.type().equals(BODY)) {
        part.parameters.forEach(
            text -> text.requireAtMost("the text of a card's body", LONGEST_CARD_BODY));
      }
    }
  }

  private static TemplateComponent of(String type, List<TemplateParameter> parameters) {
    return new TemplateComponent(
        JsonObject.builder().put("type", type).build(), parameters, List.of());
  }

  /**
   * The header.
   *
   * @param parameter what fills it: a text of at most 60 characters, a file, a location or a product
   * @return the component
   * @throws IllegalArgumentException if a text is longer
   */
  public static TemplateComponent header(TemplateParameter parameter) {
    return of(HEADER, List.of(parameter));
  }

  /**
   * The header with its place filled by a text.
   *
   * @param text 1 to 60 characters
   * @return the component
   * @throws IllegalArgumentException if it is longer, or under the conditions of {@link TemplateParameter#text}
   */
  public static TemplateComponent header(String text) {
    return header(TemplateParameter.text(text));
  }

  /**
   * The body.
   *
   * @param parameters one a place
   * @return the component
   */
  public static TemplateComponent body(List<TemplateParameter> parameters) {
    return of(BODY, parameters);
  }

  /**
   * The body with its numbered places filled by texts.
   *
   * @param texts one a place
   * @return the component
   * @throws IllegalArgumentException under the conditions of {@link TemplateParameter#text}
   */
  public static TemplateComponent body(String... texts) {
    return body(Stream.of(texts).map(TemplateParameter::text).toList());
  }

  /**
   * A button of any kind. Each kind has a method of its own that says what fills it.
   *
   * @param kind its kind
   * @param index its place among the buttons, from 0
   * @param parameters what fills it, perhaps nothing
   * @return the component
   * @throws IllegalArgumentException if the index is not 0 to 9
   */
  public static TemplateComponent button(
      ButtonKind kind, int index, TemplateParameter... parameters) {
    Limits.count("a button's index", index, 0, MOST_BUTTONS - 1);
    JsonObject head = JsonObject.builder()
        .put("type", BUTTON)
        .put("sub_type", kind.name().toLowerCase(Locale.ROOT))
        .put("index", Integer.toString(index))
        .build();
    return new TemplateComponent(head, List.of(parameters), List.of());
  }

  /**
   * A quick-reply button. Its payload may be a signed one of the consent module, {@code
   * consent.optOutPayload("marketing.offers")}: a tap stops the purpose, whatever the button says.
   *
   * @param index its place among the buttons, from 0
   * @param payload what comes back, 1 to 256 characters
   * @return the component
   * @throws IllegalArgumentException if a limit is broken
   */
  public static TemplateComponent quickReply(int index, String payload) {
    return button(ButtonKind.QUICK_REPLY, index, TemplateParameter.payload(payload));
  }

  /**
   * A button that opens a link with a variable end.
   *
   * @param index its place among the buttons, from 0
   * @param suffix the end, as it stands in an address
   * @return the component
   * @throws IllegalArgumentException if a limit is broken
   */
  public static TemplateComponent url(int index, String suffix) {
    return button(ButtonKind.URL, index, TemplateParameter.suffix(suffix));
  }

  /**
   * A button that opens a payment link with a variable end, which WhatsApp shows as a payment; in India.
   *
   * @param index its place among the buttons, from 0
   * @param suffix the end, as it stands in an address
   * @return the component
   * @throws IllegalArgumentException if a limit is broken
   */
  public static TemplateComponent paymentLink(int index, String suffix) {
    return button(ButtonKind.URL, index, TemplateParameter.paymentLink(suffix));
  }

  /**
   * The button of an authentication template, in which the code stands a second time: copy code, one tap and zero tap
   * alike. {@link TemplateMessage#oneTimeCode} fills body and button at once.
   *
   * @param code the code of the body, 1 to 15 characters
   * @return the component, at place 0
   * @throws IllegalArgumentException if it is blank or longer
   */
  public static TemplateComponent oneTimeCode(String code) {
    return button(ButtonKind.URL, 0, TemplateParameter.oneTimeCode(code));
  }

  /**
   * A button that copies a coupon code.
   *
   * @param index its place among the buttons, from 0
   * @param code 1 to 15 characters
   * @return the component
   * @throws IllegalArgumentException if a limit is broken
   */
  public static TemplateComponent couponCode(int index, String code) {
    return button(ButtonKind.COPY_CODE, index, TemplateParameter.couponCode(code));
  }

  /**
   * The end of a limited-time offer.
   *
   * @param expires when it ends
   * @return the component
   */
  public static TemplateComponent limitedTimeOffer(Instant expires) {
    return of("limited_time_offer", List.of(TemplateParameter.expiry(expires)));
  }

  /**
   * A button that opens the catalogue, with the picture of its first product.
   *
   * @param index its place among the buttons, from 0
   * @return the component
   * @throws IllegalArgumentException if the index is not 0 to 9
   */
  public static TemplateComponent catalog(int index) {
    return button(ButtonKind.CATALOG, index);
  }

  /**
   * A button that opens the catalogue, with the picture of a product.
   *
   * @param index its place among the buttons, from 0
   * @param thumbnail the retailer's id of the product
   * @return the component
   * @throws IllegalArgumentException if a limit is broken
   */
  public static TemplateComponent catalog(int index, String thumbnail) {
    return button(ButtonKind.CATALOG, index, TemplateParameter.catalog(thumbnail));
  }

  /**
   * A button that opens a choice of products, Meta's {@code mpm}.
   *
   * @param index its place among the buttons, from 0
   * @param thumbnail the retailer's id of the product whose picture is shown
   * @param products the products
   * @return the component
   * @throws IllegalArgumentException if a limit is broken
   */
  public static TemplateComponent products(int index, String thumbnail, ProductSections products) {
    return button(ButtonKind.MPM, index, TemplateParameter.products(thumbnail, products));
  }

  /**
   * A button that opens a Flow with Meta's defaults: its first screen without data, and the token {@code unused}, so that
   * the answer does not tell which message it belongs to.
   *
   * @param index its place among the buttons, from 0
   * @return the component
   * @throws IllegalArgumentException if the index is not 0 to 9
   */
  public static TemplateComponent flow(int index) {
    return flow(index, "unused");
  }

  /**
   * A button that opens the first screen of a Flow, without data.
   *
   * @param index its place among the buttons, from 0
   * @param token what comes back with the answer; random, and another for each message
   * @return the component
   * @throws IllegalArgumentException if the token is blank
   */
  public static TemplateComponent flow(int index, String token) {
    return flow(index, token, JsonObject.EMPTY);
  }

  /**
   * A button that opens the first screen of a Flow.
   *
   * @param index its place among the buttons, from 0
   * @param token what comes back with the answer; random, and another for each message
   * @param data what the screen shows; the reader may see each text in it
   * @return the component
   * @throws IllegalArgumentException if the token is blank
   */
  public static TemplateComponent flow(int index, String token, JsonObject data) {
    return button(ButtonKind.FLOW, index, TemplateParameter.flow(token, data));
  }

  /**
   * A button that calls the business, with the time to live of the template.
   *
   * @param index its place among the buttons, from 0
   * @return the component
   * @throws IllegalArgumentException if the index is not 0 to 9
   */
  public static TemplateComponent voiceCall(int index) {
    return button(ButtonKind.VOICE_CALL, index);
  }

  /**
   * A button that calls the business.
   *
   * @param index its place among the buttons, from 0
   * @param minutes after how many it does nothing, 1 to 43,200
   * @param payload what comes back with the call, 1 to 256 characters
   * @return the component
   * @throws IllegalArgumentException if a limit is broken
   */
  public static TemplateComponent voiceCall(int index, int minutes, String payload) {
    return button(
        ButtonKind.VOICE_CALL,
        index,
        TemplateParameter.minutes(minutes),
        TemplateParameter.payload(payload));
  }

  /**
   * A button that pays an order.
   *
   * @param index its place among the buttons, from 0
   * @param order the order
   * @return the component
   * @throws IllegalArgumentException if the index is not 0 to 9, or the order has no item
   */
  public static TemplateComponent orderDetails(int index, Order order) {
    return button(ButtonKind.ORDER_DETAILS, index, TemplateParameter.order(order));
  }

  /**
   * What became of an order.
   *
   * @param update what became of it
   * @return the component
   */
  public static TemplateComponent orderStatus(OrderUpdate update) {
    return of("order_status", List.of(TemplateParameter.update(update)));
  }

  /**
   * What a tap on the message itself opens.
   *
   * @param url its address, {@code http} or {@code https}
   * @param title what the reader sees of it, not blank
   * @return the component
   * @throws IllegalArgumentException if the title is blank, or it is no such address
   */
  public static TemplateComponent tapTarget(String url, String title) {
    return of(
        "tap_target_configuration",
        List.of(TemplateParameter.tapTarget(
            WebAddress.checked("the link of a tap target", url), title)));
  }

  /**
   * A carousel. A card's place is its place in the list.
   *
   * @param cards 2 to 10 cards, each with the components of one card, all of the same kinds at the same places
   * @return the component
   * @throws IllegalArgumentException if there are fewer or more cards, a card has other components than the first, more
   *     than two buttons, or a text of more than 160 characters
   */
  public static TemplateComponent carousel(List<List<TemplateComponent>> cards) {
    Limits.count("the number of cards", cards.size(), FEWEST_CARDS, MOST_CARDS);
    List<String> first = shape(cards.get(0));
    for (int i = 1; i < cards.size(); i++) {
      List<String> other = shape(cards.get(i));
      if (!other.equals(first)) {
        throw new IllegalArgumentException("all cards have the same components; the first has "
            + first + ", number " + (i + 1) + " has " + other);
      }
    }
    return new TemplateComponent(
        JsonObject.builder().put("type", CAROUSEL).build(), List.of(), cards);
  }

  private static List<String> shape(List<TemplateComponent> card) {
    return card.stream()
        .map(part ->
            part.slot() + part.parameters.stream().map(TemplateParameter::type).toList())
        .toList();
  }

  private String member(String name) {
    return head.get(name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value())
        .orElse("");
  }

  private String type() {
    return member("type");
  }

  /** What a template has once: a component of a kind, a button at a place. */
  String slot() {
    return type().equals(BUTTON)
        ? BUTTON + " " + member("index") + " " + member("sub_type")
        : type();
  }

  /** Whether it stands where another stands. */
  boolean takesThePlaceOf(TemplateComponent other) {
    return type().equals(other.type()) && member("index").equals(other.member("index"));
  }

  /** The names of the places that it fills, in cards as well. */
  Stream<String> placeNames() {
    return Stream.concat(
        parameters.stream().flatMap(parameter -> parameter.placeName().stream()),
        cards.stream().flatMap(List::stream).flatMap(TemplateComponent::placeNames));
  }

  JsonObject json() {
    JsonObject json = head;
    if (!parameters.isEmpty()) {
      json = json.with("parameters", JsonArray.of(parameters, TemplateParameter::json));
    }
    return cards.isEmpty() ? json : json.with("cards", JsonArray.of(cardsJson()));
  }

  private List<JsonValue> cardsJson() {
    List<JsonValue> list = new ArrayList<>();
    for (List<TemplateComponent> card : cards) {
      list.add(JsonObject.builder()
          .put("card_index", list.size())
          .put("components", JsonArray.of(card, TemplateComponent::json))
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
