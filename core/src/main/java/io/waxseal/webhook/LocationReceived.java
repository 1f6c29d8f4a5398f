package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.internal.json.JsonCursor;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** A customer sent a place: her own, or one that she chose. */
public final class LocationReceived extends AbstractMessage {
  private final OptionalDouble latitude;
  private final OptionalDouble longitude;

  private LocationReceived(
      WebhookElement element, MessageId id, OptionalDouble latitude, OptionalDouble longitude) {
    super(element, id);
    this.latitude = latitude;
    this.longitude = longitude;
  }

  static WebhookEvent read(WebhookElement element, MessageId id) {
    Optional<OptionalDouble> north = degrees(element, "latitude", 90);
    Optional<OptionalDouble> east = degrees(element, "longitude", 180);
    if (north.isEmpty() || east.isEmpty()) {
      return Unreadable.of(element, north.isEmpty() ? "location.latitude" : "location.longitude");
    }
    return new LocationReceived(element, id, north.get(), east.get());
  }

  /** Degrees; no number in them if a filter left words, empty if they are none of the earth. */
  private static Optional<OptionalDouble> degrees(WebhookElement element, String name, int most) {
    Optional<JsonCursor> place = element.body().child("location");
    if (place.flatMap(at -> at.id(name)).filter(LocationReceived::isReplaced).isPresent()) {
      return Optional.of(OptionalDouble.empty());
    }
    return place
        .flatMap(at -> at.decimal(name))
        .map(BigDecimal::doubleValue)
        .filter(degrees -> Math.abs(degrees) <= most)
        .map(OptionalDouble::of);
  }

  private static boolean isReplaced(String degrees) {
    return "+-.0123456789".indexOf(degrees.charAt(0)) < 0;
  }

  /** {@return degrees north of the equator, -90 to 90; empty if a filter replaced them} */
  public OptionalDouble latitude() {
    return latitude;
  }

  /** {@return degrees east of Greenwich, -180 to 180; empty if a filter replaced them} */
  public OptionalDouble longitude() {
    return longitude;
  }

  /** {@return the name of the place, after the filters} */
  public Optional<String> name() {
    return place().id("name");
  }

  /** {@return the address of the place, after the filters} */
  public Optional<String> address() {
    return place().id("address");
  }

  /** {@return a page about the place} */
  public Optional<String> url() {
    return place().id("url");
  }

  private JsonCursor place() {
    return part("location");
  }
}
