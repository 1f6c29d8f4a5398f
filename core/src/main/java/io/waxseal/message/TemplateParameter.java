package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What fills one place of a template. Immutable. Source: Meta, Cloud API, template messages, parameter object.
 */
public final class TemplateParameter {
  private static final int LONGEST_TEXT = 1_024;
  private static final int LONGEST_COUPON = 15;
  private static final int LONGEST_PAYLOAD = 256;
  private static final Map<String, Integer> LIMITS =
      Map.of("text", LONGEST_TEXT, "payload", LONGEST_PAYLOAD, "coupon_code", LONGEST_COUPON);
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern MEDIA_ID = Pattern.compile("\\d{1,32}");
  private static final Pattern NAME = Pattern.compile("\\w{1,64}");
  /** Members that name things, each at its own place and of its own shape; all others may hold text a reader sees. */
  private static final Map<String, Pattern> NAMES = Map.of(
      "type", NAME,
      "parameter_name", NAME,
      "currency.code", CURRENCY,
      "image.id", MEDIA_ID,
      "video.id", MEDIA_ID,
      "document.id", MEDIA_ID);

  private final JsonObject json;

  private TemplateParameter(JsonObject json) {
    this.json = json;
  }

  /**
   * A text for the next place of a template with numbered places.
   *
   * @param text 1 to 1,024 characters
   * @return the parameter
   */
  public static TemplateParameter text(String text) {
    return new TemplateParameter(typed("text")
        .put("text", Limits.text("a template text", text, LONGEST_TEXT))
        .build());
  }

  /**
   * A text for a named place.
   *
   * @param name the place's name in the template
   * @param text 1 to 1,024 characters
   * @return the parameter
   */
  public static TemplateParameter named(String name, String text) {
    return new TemplateParameter(typed("text")
        .put("parameter_name", Limits.text("the name of a template place", name, LONGEST_TEXT))
        .put("text", Limits.text("a template text", text, LONGEST_TEXT))
        .build());
  }

  /**
   * An amount of money, localised by the reader's phone.
   *
   * @param fallback shown if it cannot be localised
   * @param currency the ISO 4217 code
   * @param thousandths the amount times 1,000
   * @return the parameter
   * @throws IllegalArgumentException if the code has another shape
   */
  public static TemplateParameter currency(String fallback, String currency, long thousandths) {
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException("a currency is three capital letters (ISO 4217)");
    }
    return wrapped(
        "currency",
        JsonObject.builder()
            .put("fallback_value", fallback)
            .put("code", currency)
            .put("amount_1000", thousandths)
            .build());
  }

  /**
   * A date or time, already written out.
   *
   * @param text as the reader shall see it
   * @return the parameter
   */
  public static TemplateParameter dateTime(String text) {
    return wrapped("date_time", JsonObject.builder().put("fallback_value", text).build());
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
    if (!MEDIA_ID.matcher(mediaId).matches()) {
      throw new IllegalArgumentException("a media id is 1 to 32 digits");
    }
    return wrapped(kind.wireName(), JsonObject.builder().put("id", mediaId).build());
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
    if (!"https".equals(link.getScheme())) {
      throw new IllegalArgumentException("media is fetched over https");
    }
    return wrapped(
        kind.wireName(), JsonObject.builder().put("link", link.toString()).build());
  }

  /**
   * What comes back when the reader taps a quick-reply button.
   *
   * @param payload 1 to 256 characters
   * @return the parameter
   */
  public static TemplateParameter payload(String payload) {
    return new TemplateParameter(typed("payload")
        .put("payload", Limits.text("a payload", payload, LONGEST_PAYLOAD))
        .build());
  }

  /**
   * The code that a copy-code button copies.
   *
   * @param code 1 to 15 characters
   * @return the parameter
   */
  public static TemplateParameter couponCode(String code) {
    return new TemplateParameter(typed("coupon_code")
        .put("coupon_code", Limits.text("a coupon code", code, LONGEST_COUPON))
        .build());
  }

  /**
   * A parameter of a kind that has no method here, such as {@code action}, {@code location} or {@code
   * limited_time_offer}.
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
    return wrapped(type, value);
  }

  private static JsonObject.Builder typed(String type) {
    return JsonObject.builder().put("type", type);
  }

  private static TemplateParameter wrapped(String type, JsonValue value) {
    return new TemplateParameter(typed(type).put(type, value).build());
  }

  JsonObject json() {
    return json;
  }

  TemplateParameter mapText(UnaryOperator<String> f) {
    JsonObject mapped = mapped("", json, f);
    LIMITS.forEach((name, most) -> {
      if (mapped.get(name).orElse(JsonNull.NULL) instanceof JsonString text) {
        Limits.text("a template's " + name, text.value(), most);
      }
    });
    return new TemplateParameter(mapped);
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
