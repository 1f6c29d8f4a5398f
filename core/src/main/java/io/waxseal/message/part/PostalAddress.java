package io.waxseal.message.part;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import java.util.regex.Pattern;

/**
 * An address on the card of a contact. Immutable; each method that sets something returns a copy. Source: Meta, Cloud
 * API, contacts messages.
 */
public final class PostalAddress {
  private static final Pattern CODE = Pattern.compile("[A-Za-z]{2}");

  private final JsonObject json;

  private PostalAddress(JsonObject json) {
    this.json = json;
  }

  /**
   * An address of which nothing is said yet.
   *
   * @return the address, to set those parts that are known
   */
  public static PostalAddress empty() {
    return new PostalAddress(JsonObject.EMPTY);
  }

  /**
   * The address with its street.
   *
   * @param text street and number
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public PostalAddress street(String text) {
    return with("street", text);
  }

  /**
   * The address with its city.
   *
   * @param text the city
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public PostalAddress city(String text) {
    return with("city", text);
  }

  /**
   * The address with its state or province.
   *
   * @param text such as {@code CA}
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public PostalAddress state(String text) {
    return with("state", text);
  }

  /**
   * The address with its postal code.
   *
   * @param text such as {@code 94025}
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public PostalAddress zip(String text) {
    return with("zip", text);
  }

  /**
   * The address with its country.
   *
   * @param text the name of the country
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public PostalAddress country(String text) {
    return with("country", text);
  }

  /**
   * The address with the code of its country.
   *
   * @param code two letters of ISO 3166-1, such as {@code US}
   * @return a copy
   * @throws IllegalArgumentException if it is not two letters
   */
  public PostalAddress countryCode(String code) {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("the code of a country is two letters (ISO 3166-1)");
    }
    return with("country_code", code);
  }

  /**
   * The address with what kind of address it is.
   *
   * @param text such as {@code Home}
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public PostalAddress type(String text) {
    return with("type", text);
  }

  private PostalAddress with(String member, String text) {
    Limits.present("the " + member.replace('_', ' ') + " of an address", text);
    return new PostalAddress(json.with(member, new JsonString(text)));
  }

  JsonObject json() {
    return json;
  }

  @Override
  public String toString() {
    return "PostalAddress";
  }
}
