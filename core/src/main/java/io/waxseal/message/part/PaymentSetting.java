package io.waxseal.message.part;

import io.waxseal.internal.wire.Limits;
import io.waxseal.internal.wire.WebAddress;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A way to pay an order. Immutable and thread-safe; {@link #toString} names the kind only. Source: Meta, Payments API,
 * payment settings.
 */
public final class PaymentSetting {
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
  private static final String MERCHANT = "merchant_name";

  private final String type;
  private final JsonObject setting;
  private final boolean open;

  private PaymentSetting(String type, JsonObject setting, boolean open) {
    this.type = type;
    this.setting = setting;
    this.open = open;
  }

  /**
   * A page on which the reader pays.
   *
   * @param link its address, {@code http} or {@code https}
   * @return the setting
   * @throws IllegalArgumentException if it is no such address
   */
  public static PaymentSetting paymentLink(String link) {
    String uri = WebAddress.checked("a payment link", link);
    return new PaymentSetting(
        "payment_link", JsonObject.builder().put("uri", uri).build(), false);
  }

  /**
   * A dynamic Pix code, in Brazil.
   *
   * @param code the code
   * @param merchant who is paid, as the reader sees it
   * @param key the Pix key of the merchant
   * @param keyType its kind, such as {@code CNPJ}
   * @return the setting
   * @throws IllegalArgumentException if one of them is blank
   */
  public static PaymentSetting pix(String code, String merchant, String key, String keyType) {
    return new PaymentSetting(
        "pix_dynamic_code",
        JsonObject.builder()
            .put("code", Limits.present("a Pix code", code))
            .put(MERCHANT, Limits.present("the name of a merchant", merchant))
            .put("key", Limits.present("a Pix key", key))
            .put("key_type", Limits.present("the kind of a Pix key", keyType))
            .build(),
        false);
  }

  /**
   * A Boleto, in Brazil.
   *
   * @param digitableLine its digits
   * @return the setting
   * @throws IllegalArgumentException if they are blank
   */
  public static PaymentSetting boleto(String digitableLine) {
    return new PaymentSetting(
        "boleto",
        JsonObject.builder()
            .put("digitable_line", Limits.present("the digits of a boleto", digitableLine))
            .build(),
        false);
  }

  /**
   * A card that the business keeps, in Brazil.
   *
   * @param lastFour the last four digits of the card
   * @param credential the business's id of the card, which comes back
   * @return the setting
   * @throws IllegalArgumentException if these are not four digits, or the id is blank
   */
  public static PaymentSetting card(String lastFour, String credential) {
    if (!FOUR_DIGITS.matcher(lastFour).matches()) {
      throw new IllegalArgumentException(
          "of a card's number its last 4 digits travel, and no more");
    }
    return new PaymentSetting(
        "offsite_card_pay",
        JsonObject.builder()
            .put("last_four_digits", lastFour)
            .put("credential_id", Limits.present("the id of a card", credential))
            .build(),
        false);
  }

  /**
   * A way that has no method here, such as {@code payment_gateway} or {@code upi_intent_link}. Each text in it counts as
   * one that the reader sees.
   *
   * @param type Meta's name of the kind
   * @param setting the member of that name
   * @return the setting
   * @throws IllegalArgumentException if the type is no name of a kind
   */
  public static PaymentSetting of(String type, JsonObject setting) {
    if (!TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException(
          "a way to pay is 1 to 64 characters of a-z 0-9 _, such as payment_gateway");
    }
    return new PaymentSetting(type, setting, true);
  }

  JsonObject json() {
    return JsonObject.builder().put("type", type).put(type, setting).build();
  }

  PaymentSetting mapText(UnaryOperator<String> f) {
    if (open) {
      return new PaymentSetting(type, setting.mapText(f), true);
    }
    JsonObject mapped = setting
        .get(MERCHANT)
        .filter(JsonString.class::isInstance)
        .map(name -> setting.with(MERCHANT, name.mapText(f)))
        .orElse(setting);
    return new PaymentSetting(type, mapped, false);
  }

  @Override
  public String toString() {
    return "PaymentSetting[" + type + "]";
  }
}
