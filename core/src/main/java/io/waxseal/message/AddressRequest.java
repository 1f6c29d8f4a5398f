package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.message.part.AddressField;
import io.waxseal.person.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A request for a postal address, with a form for it. Meta offers it in India and Singapore. Source: Meta, Cloud API,
 * address messages.
 */
public final class AddressRequest extends HeadedMessage<AddressRequest> {
  private static final int LONGEST_CODE = 6;
  private static final String NAME = "address_message";

  /** Where the address is. */
  public enum Country {
    /** India. */
    IN,
    /** Singapore. */
    SG
  }

  /** An address that the reader may choose. */
  private record Saved(String id, Map<AddressField, String> values) {
    Saved {
      Limits.present("the id of a saved address", id);
      values = new TreeMap<>(values);
    }

    @Override
    public String toString() {
      return "Saved";
    }
  }

  private final Country country;
  private final Map<AddressField, String> values;
  private final Map<AddressField, String> errors;
  private final List<Saved> saved;

  private AddressRequest(
      Envelope envelope,
      Frame frame,
      Country country,
      Map<AddressField, String> values,
      Map<AddressField, String> errors,
      List<Saved> saved) {
    super(envelope, frame);
    this.country = country;
    this.values = checked(country, values);
    this.errors = new TreeMap<>(errors);
    this.saved = List.copyOf(saved);
    errors.forEach((field, why) -> Limits.present("what is wrong with an address", why));
    saved.forEach(address -> checked(country, address.values()));
  }

  private static Map<AddressField, String> checked(
      Country country, Map<AddressField, String> values) {
    values.forEach((field, value) -> {
      boolean india = field == AddressField.IN_PIN_CODE;
      boolean singapore = field == AddressField.SG_POST_CODE;
      if ((india && country != Country.IN) || (singapore && country != Country.SG)) {
        throw new IllegalArgumentException(
            "an address in " + country + " has no field " + field.wireName());
      }
      if (india || singapore) {
        Limits.text("a postal code", value, LONGEST_CODE);
      }
    });
    return new TreeMap<>(values);
  }

  /**
   * A request.
   *
   * @param to who gets it
   * @param body what it says, 1 to 1,024 characters
   * @param country where the address is
   * @return the message
   * @throws IllegalArgumentException if the body is blank or longer
   */
  public static AddressRequest to(Recipient to, String body, Country country) {
    return new AddressRequest(
        Envelope.reply(to), Frame.of(body), country, Map.of(), Map.of(), List.of());
  }

  @Override
  AddressRequest copy(Envelope envelope, Frame frame) {
    return new AddressRequest(envelope, frame, country, values, errors, saved);
  }

  /**
   * The message with a field filled.
   *
   * @param field the field
   * @param value what stands in it; a postal code has at most 6 characters
   * @return a copy
   * @throws IllegalArgumentException if the country has no such field, or the code is longer
   */
  public AddressRequest value(AddressField field, String value) {
    return new AddressRequest(
        envelope(), frame(), country, with(values, field, value), errors, saved);
  }

  /**
   * The message with a word on what is wrong with a field; the reader cannot send the form until they change it.
   *
   * @param field the field
   * @param why what is wrong, not blank
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public AddressRequest invalid(AddressField field, String why) {
    return new AddressRequest(
        envelope(), frame(), country, values, with(errors, field, why), saved);
  }

  /**
   * The message with an address that the reader may choose.
   *
   * @param id what comes back if they do, not blank
   * @param address its fields
   * @return a copy
   * @throws IllegalArgumentException under the conditions of {@link #value}, or if the id is blank
   */
  public AddressRequest saved(String id, Map<AddressField, String> address) {
    List<Saved> more = new ArrayList<>(saved);
    more.add(new Saved(id, address));
    return new AddressRequest(envelope(), frame(), country, values, errors, more);
  }

  private static Map<AddressField, String> with(
      Map<AddressField, String> map, AddressField field, String text) {
    Map<AddressField, String> copy = new TreeMap<>(map);
    copy.put(field, text);
    return copy;
  }

  @Override
  public String interactiveType() {
    return NAME;
  }

  @Override
  JsonObject action() {
    JsonObject.Builder parameters = JsonObject.builder().put("country", country.name());
    if (!values.isEmpty()) {
      parameters.put("values", json(values));
    }
    if (!saved.isEmpty()) {
      parameters.put(
          "saved_addresses",
          JsonArray.of(saved.stream()
              .map(address -> JsonObject.builder()
                  .put("id", address.id())
                  .put("value", json(address.values()))
                  .build())
              .toList()));
    }
    if (!errors.isEmpty()) {
      parameters.put("validation_errors", json(errors));
    }
    return action(NAME, parameters.build());
  }

  private static JsonObject json(Map<AddressField, String> fields) {
    JsonObject.Builder json = JsonObject.builder();
    fields.forEach((field, text) -> json.put(field.wireName(), text));
    return json.build();
  }

  @Override
  public AddressRequest mapText(UnaryOperator<String> f) {
    return new AddressRequest(
        envelope(),
        frame().mapText(f),
        country,
        mapped(values, f),
        mapped(errors, f),
        saved.stream()
            .map(address -> new Saved(address.id(), mapped(address.values(), f)))
            .toList());
  }

  private static Map<AddressField, String> mapped(
      Map<AddressField, String> fields, UnaryOperator<String> f) {
    Map<AddressField, String> copy = new TreeMap<>(fields);
    copy.replaceAll((field, text) -> f.apply(text));
    return copy;
  }
}
