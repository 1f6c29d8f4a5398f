package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.person.Recipient;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A place on the map, possible inside the customer service window only. Source: Meta, Cloud API, location messages.
 */
public final class LocationMessage extends BaseMessage<LocationMessage> {
  private static final double POLE = 90;
  private static final double DATE_LINE = 180;

  private final double latitude;
  private final double longitude;
  private final @Nullable String name;
  private final @Nullable String address;

  private LocationMessage(
      Envelope envelope,
      double latitude,
      double longitude,
      @Nullable String name,
      @Nullable String address) {
    super(envelope);
    this.latitude = within("a latitude", latitude, POLE);
    this.longitude = within("a longitude", longitude, DATE_LINE);
    this.name = name == null ? null : Limits.present("the name of a location", name);
    this.address = address == null ? null : Limits.present("the address of a location", address);
  }

  private static double within(String what, double degrees, double most) {
    if (!(Math.abs(degrees) <= most)) {
      throw new IllegalArgumentException(
          what + " is -" + (int) most + " to " + (int) most + " degrees");
    }
    return degrees;
  }

  /**
   * A place without a name.
   *
   * @param to who gets it
   * @param latitude degrees north of the equator, -90 to 90
   * @param longitude degrees east of Greenwich, -180 to 180
   * @return the message, with the purpose of an answer unless another is set
   * @throws IllegalArgumentException if one of them is no such number
   */
  public static LocationMessage to(Recipient to, double latitude, double longitude) {
    return new LocationMessage(Envelope.reply(to), latitude, longitude, null, null);
  }

  @Override
  LocationMessage in(Envelope envelope) {
    return new LocationMessage(envelope, latitude, longitude, name, address);
  }

  /**
   * The message with the name of the place.
   *
   * @param text not blank
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public LocationMessage name(String text) {
    return new LocationMessage(envelope(), latitude, longitude, text, address);
  }

  /**
   * The message with the address of the place, as the reader shall see it.
   *
   * @param text not blank
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public LocationMessage address(String text) {
    return new LocationMessage(envelope(), latitude, longitude, name, text);
  }

  @Override
  public boolean reachesGroups() {
    return false;
  }

  @Override
  public String type() {
    return "location";
  }

  @Override
  JsonObject part() {
    JsonObject part = JsonObject.builder()
        .put("latitude", JsonNumber.of(BigDecimal.valueOf(latitude)))
        .put("longitude", JsonNumber.of(BigDecimal.valueOf(longitude)))
        .build();
    if (name != null) {
      part = part.with("name", new JsonString(name));
    }
    return address == null ? part : part.with("address", new JsonString(address));
  }

  @Override
  public LocationMessage mapText(UnaryOperator<String> f) {
    return new LocationMessage(
        envelope(),
        latitude,
        longitude,
        name == null ? null : f.apply(name),
        address == null ? null : f.apply(address));
  }
}
