package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonBoolean;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.message.part.Attachment;
import io.waxseal.message.part.Order;
import io.waxseal.message.part.OrderUpdate;
import io.waxseal.message.part.ProductSections;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What fills one place of a template. Immutable. A text has no line break, no tab and at most four spaces in a row, since
 * Meta refuses others. Source: Meta, Cloud API, template messages, parameter object.
 */
public final class TemplateParameter {
  private static final int LONGEST_TEXT = 1_024;
  private static final int LONGEST_COUPON = 15;
  private static final int LONGEST_PAYLOAD = 256;
  private static final int MOST_SPACES = 4;
  private static final int LONGEST_TTL = 43_200;
  private static final String TEXT = "text";
  private static final Pattern SPACES = Pattern.compile(" {5,}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern MEDIA_ID = Pattern.compile("\\d{1,32}");
  private static final Pattern NAME = Pattern.compile("\\w{1,64}");
  /** Of what the host writes: members that name things, each of its own shape; all others may hold text a reader sees. */
  private static final Map<String, Pattern> NAMES = Map.of(
      "type", NAME,
      "parameter_name", NAME,
      "currency.code", CURRENCY,
      "image.id", MEDIA_ID,
      "video.id", MEDIA_ID,
      "document.id", MEDIA_ID);

  private final JsonObject json;
  private final Function<UnaryOperator<String>, TemplateParameter> mapper;

  private TemplateParameter(
      JsonObject json, Function<UnaryOperator<String>, TemplateParameter> mapper) {
    this.json = json;
    this.mapper = mapper;
  }

  /** A parameter of a kind, whose member of that name holds its value. */
  private static TemplateParameter of(
      String type, JsonValue value, Function<UnaryOperator<String>, TemplateParameter> mapper) {
    JsonObject json = JsonObject.builder().put("type", type).put(type, value).build();
    return new TemplateParameter(json, mapper);
  }

  /** The name of its place in the template; empty in one with numbered places. */
  Optional<String> placeName() {
    return json.get("parameter_name")
        .filter(JsonString.class::isInstance)
        .map(name -> ((JsonString) name).value());
  }

  /** A parameter that a reader sees nothing of. */
  private static TemplateParameter unseen(String type, JsonValue value) {
    return of(type, value, f -> unseen(type, value));
  }

  private static String checked(String what, String text, int most) {
    Limits.text(what, text, most);
    long breaks = text.chars().filter(c -> c == '\n' || c == '\r' || c == '\t').count();
    if (breaks > 0) {
      throw new IllegalArgumentException(
          what + " has no line break and no tab (Meta's rule for templates); it has " + breaks);
    }
    Matcher spaces = SPACES.matcher(text);
    if (spaces.find()) {
      throw new IllegalArgumentException(what + " has at most " + MOST_SPACES
          + " spaces in a row (Meta's rule for templates); it has "
          + spaces.group().length());
    }
    return text;
  }

  /**
   * A text for the next place of a template with numbered places.
   *
   * @param text 1 to 1,024 characters, in a header 60, in the body of a card 160
   * @return the parameter
   * @throws IllegalArgumentException if it is blank or longer, or has a line break, a tab or five spaces in a row
   */
  public static TemplateParameter text(String text) {
    String checked = checked("a template's text", text, LONGEST_TEXT);
    return of(TEXT, new JsonString(checked), f -> text(f.apply(text)));
  }

  /**
   * A text for a named place.
   *
   * @param name the place's name in the template
   * @param text 1 to 1,024 characters, in a header 60, in the body of a card 160
   * @return the parameter
   * @throws IllegalArgumentException under the conditions of {@link #text}, or if the name is blank
   */
  public static TemplateParameter named(String name, String text) {
    return text(text).place(name);
  }

  /**
   * The parameter for a named place, of whatever kind it is.
   *
   * @param name the place's name in the template
   * @return a copy
   * @throws IllegalArgumentException if the name is blank
   */
  public TemplateParameter place(String name) {
    String checked = Limits.text("the name of a template place", name, LONGEST_TEXT);
    return new TemplateParameter(
        json.with("parameter_name", new JsonString(checked)), f -> mapText(f).place(name));
  }

  /**
   * An amount of money, localised by the reader's phone.
   *
   * @param fallback shown if it cannot be localised
   * @param currency the ISO 4217 code
   * @param thousandths the amount times 1,000
   * @return the parameter
   * @throws IllegalArgumentException if the code has another shape, or the text breaks a rule of {@link #text}
   */
  public static TemplateParameter currency(String fallback, String currency, long thousandths) {
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException("a currency is three capital letters (ISO 4217)");
    }
    JsonObject value = JsonObject.builder()
        .put("fallback_value", checked("a template's amount", fallback, LONGEST_TEXT))
        .put("code", currency)
        .put("amount_1000", thousandths)
        .build();
    return of("currency", value, f -> currency(f.apply(fallback), currency, thousandths));
  }

  /**
   * A date or time, already written out.
   *
   * @param text as the reader shall see it
   * @return the parameter
   * @throws IllegalArgumentException if the text breaks a rule of {@link #text}
   */
  public static TemplateParameter dateTime(String text) {
    String checked = checked("a template's date", text, LONGEST_TEXT);
    return of(
        "date_time",
        JsonObject.builder().put("fallback_value", checked).build(),
        f -> dateTime(f.apply(text)));
  }

  /**
   * An uploaded picture, video or document.
   *
   * @param kind which of the three
   * @param mediaId Meta's id of the upload
   * @return the parameter
   * @throws IllegalArgumentException if the id is not 1 to 32 digits
   */
  public static TemplateParameter media(MediaKind kind, String mediaId) {
    return unseen(kind.wireName(), Attachment.id(mediaId).json());
  }

  /**
   * A picture, video or document that Meta fetches.
   *
   * @param kind which of the three
   * @param link where it is, https
   * @return the parameter
   * @throws IllegalArgumentException if the link is not https
   */
  public static TemplateParameter media(MediaKind kind, URI link) {
    return unseen(kind.wireName(), Attachment.link(link.toString()).json());
  }

  /**
   * A picture for the header.
   *
   * @param file a JPEG or PNG, at most 5 MB
   * @return the parameter
   */
  public static TemplateParameter image(Attachment file) {
    return unseen(MediaKind.IMAGE.wireName(), file.json());
  }

  /**
   * A video for the header.
   *
   * @param file an MP4 or 3GPP, at most 16 MB
   * @return the parameter
   */
  public static TemplateParameter video(Attachment file) {
    return unseen(MediaKind.VIDEO.wireName(), file.json());
  }

  /**
   * A document for the header.
   *
   * @param file a document, at most 100 MB
   * @return the parameter
   */
  public static TemplateParameter document(Attachment file) {
    return unseen(MediaKind.DOCUMENT.wireName(), file.json());
  }

  /**
   * A document with a name for the header.
   *
   * @param file a document, at most 100 MB
   * @param fileName the name under which the reader sees it, not blank
   * @return the parameter
   * @throws IllegalArgumentException if the name is blank
   */
  public static TemplateParameter document(Attachment file, String fileName) {
    JsonString name = new JsonString(Limits.present("the file name of a document", fileName));
    return of(
        MediaKind.DOCUMENT.wireName(),
        file.json().with("filename", name),
        f -> document(file, f.apply(fileName)));
  }

  /**
   * A place on the map for the header.
   *
   * @param latitude -90 to 90
   * @param longitude -180 to 180
   * @param name what is there, not blank
   * @param address its address, not blank
   * @return the parameter
   * @throws IllegalArgumentException if a number is out of range, or a text is blank
   */
  public static TemplateParameter location(
      double latitude, double longitude, String name, String address) {
    JsonObject value = JsonObject.builder()
        .put("latitude", degrees("a latitude", latitude, 90))
        .put("longitude", degrees("a longitude", longitude, 180))
        .put("name", Limits.present("the name of a place", name))
        .put("address", Limits.present("the address of a place", address))
        .build();
    return of(
        "location", value, f -> location(latitude, longitude, f.apply(name), f.apply(address)));
  }

  /** Text, as in Meta's examples of location headers. */
  private static String degrees(String what, double value, int most) {
    if (!(Math.abs(value) <= most)) {
      throw new IllegalArgumentException(what + " is -" + most + " to " + most);
    }
    return BigDecimal.valueOf(value).toPlainString();
  }

  /**
   * A product for the header. Its button, view, needs nothing more.
   *
   * @param catalog Meta's id of the catalogue, not blank
   * @param product the retailer's id of the product, not blank
   * @return the parameter
   * @throws IllegalArgumentException if an id is blank
   */
  public static TemplateParameter product(String catalog, String product) {
    return unseen(
        "product",
        JsonObject.builder()
            .put("product_retailer_id", Limits.present("the id of a product", product))
            .put("catalog_id", Limits.present("the id of a catalogue", catalog))
            .build());
  }

  /**
   * What comes back when the reader taps a quick-reply button. It may be a signed payload of the consent module.
   *
   * @param payload 1 to 256 characters; the reader does not see it
   * @return the parameter
   * @throws IllegalArgumentException if it is blank or longer
   */
  public static TemplateParameter payload(String payload) {
    return unseen("payload", new JsonString(Limits.text("a payload", payload, LONGEST_PAYLOAD)));
  }

  /**
   * The code that a copy-code button copies.
   *
   * @param code 1 to 15 characters
   * @return the parameter
   * @throws IllegalArgumentException if it is blank or longer
   */
  public static TemplateParameter couponCode(String code) {
    return of(
        "coupon_code",
        new JsonString(Limits.text("a coupon code", code, LONGEST_COUPON)),
        f -> couponCode(f.apply(code)));
  }

  static TemplateParameter suffix(String suffix) {
    return unseen(TEXT, new JsonString(checked("the end of a link", suffix, LONGEST_TEXT)));
  }

  static TemplateParameter paymentLink(String suffix) {
    TemplateParameter link = suffix(suffix);
    JsonObject json = link.json.with("payment_link_preview", new JsonBoolean(true));
    return new TemplateParameter(json, f -> paymentLink(suffix));
  }

  static TemplateParameter oneTimeCode(String code) {
    String checked = checked("a one-time code", code, LONGEST_COUPON);
    return of(TEXT, new JsonString(checked), f -> oneTimeCode(f.apply(code)));
  }

  static TemplateParameter expiry(Instant at) {
    return unseen(
        "limited_time_offer",
        JsonObject.builder().put("expiration_time_ms", at.toEpochMilli()).build());
  }

  private static TemplateParameter action(
      JsonObject action, Function<UnaryOperator<String>, TemplateParameter> mapper) {
    return of("action", action, mapper);
  }

  private static String thumbnail(String product) {
    return Limits.present("the id of a product", product);
  }

  static TemplateParameter catalog(String thumbnail) {
    JsonObject action = JsonObject.builder()
        .put("thumbnail_product_retailer_id", thumbnail(thumbnail))
        .build();
    return action(action, f -> catalog(thumbnail));
  }

  static TemplateParameter products(String thumbnail, ProductSections sections) {
    JsonObject action = JsonObject.builder()
        .put("thumbnail_product_retailer_id", thumbnail(thumbnail))
        .put("sections", sections.json())
        .build();
    return action(action, f -> products(thumbnail, sections.mapText(f)));
  }

  static TemplateParameter flow(String token, JsonObject data) {
    JsonObject.Builder action =
        JsonObject.builder().put("flow_token", Limits.present("the token of a flow", token));
    if (!data.members().isEmpty()) {
      action.put("flow_action_data", data);
    }
    return action(action.build(), f -> flow(token, data.mapText(f)));
  }

  static TemplateParameter order(Order order) {
    JsonObject action = JsonObject.builder().put("order_details", order.json()).build();
    return action(action, f -> order(order.mapText(f)));
  }

  static TemplateParameter update(OrderUpdate update) {
    return of("order_status", update.json(), f -> update(update.mapText(f)));
  }

  static TemplateParameter minutes(int ttl) {
    Limits.count("the minutes of a call button", ttl, 1, LONGEST_TTL);
    return unseen("ttl_minutes", JsonNumber.of(ttl));
  }

  static TemplateParameter tapTarget(String url, String title) {
    Limits.present("the title of a tap target", title);
    JsonObject target = JsonObject.builder().put("url", url).put("title", title).build();
    return of(
        "tap_target_configuration",
        JsonArray.of(List.of(target)),
        f -> tapTarget(url, f.apply(title)));
  }

  /**
   * A parameter of a kind that has no method here. Each text in it counts as one that the reader sees, but for names
   * whose shape is known.
   *
   * @param type Meta's name of the kind
   * @param value the member of that name
   * @return the parameter
   * @throws IllegalArgumentException if {@code type} is no name of a kind
   */
  public static TemplateParameter of(String type, JsonValue value) {
    if (type.isBlank() || NAMES.containsKey(type)) {
      throw new IllegalArgumentException(
          "a parameter's type is Meta's name of a kind, such as action");
    }
    return open(JsonObject.builder().put("type", type).put(type, value).build());
  }

  private static TemplateParameter open(JsonObject json) {
    return new TemplateParameter(json, f -> open(mapped("", json, f)));
  }

  private static JsonObject mapped(String path, JsonObject object, UnaryOperator<String> f) {
    JsonObject.Builder copy = JsonObject.builder();
    object.members().forEach((name, value) -> {
      String here = path + name;
      if (value instanceof JsonObject child) {
        copy.put(name, mapped(here + ".", child, f));
      } else {
        copy.put(name, isName(here, value) ? value : value.mapText(f));
      }
    });
    return copy.build();
  }

  private static boolean isName(String path, JsonValue value) {
    Pattern shape = NAMES.get(path);
    return shape != null
        && value instanceof JsonString text
        && shape.matcher(text.value()).matches();
  }

  JsonObject json() {
    return json;
  }

  /** Meta's name of the kind. */
  String type() {
    return json.get("type")
        .filter(JsonString.class::isInstance)
        .map(type -> ((JsonString) type).value())
        .orElse("");
  }

  /** Checks a text against the limit of the place it is put into. */
  void requireAtMost(String what, int most) {
    json.get(TEXT)
        .filter(JsonString.class::isInstance)
        .ifPresent(text -> Limits.text(what, ((JsonString) text).value(), most));
  }

  TemplateParameter mapText(UnaryOperator<String> f) {
    return mapper.apply(f);
  }

  @Override
  public String toString() {
    return "TemplateParameter";
  }

  /** The media a template can show. */
  public enum MediaKind {
    /** A JPEG or PNG, at most 5 MB. */
    IMAGE("image"),
    /** An MP4 or 3GPP, at most 16 MB. */
    VIDEO("video"),
    /** A document, at most 100 MB. */
    DOCUMENT("document");

    private final String wireName;

    MediaKind(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }
  }
}
