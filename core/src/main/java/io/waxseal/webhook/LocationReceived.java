package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.internal.json.JsonCursor;
import java.math.BigDecimal;
import java.util.Optional;

/** A customer sent a place: her own, or one that she chose. */
public final class LocationReceived extends AbstractMessage {
  private final double latitude;
  private final double longitude;

  private LocationReceived(
      WebhookElement element, MessageId id, double latitude, double longitude) {
    super(element, id);
    this.latitude = latitude;
    this.longitude = longitude;
  }

  static WebhookEvent read(WebhookElement element, MessageId id) {
    Optional<Double> north = degrees(element, "latitude", 90);
    Optional<Double> east = degrees(element, "longitude", 180);
    if (north.isEmpty() || east.isEmpty()) {
      return Unreadable.of(element, north.isEmpty() ? "location.latitude" : "location.longitude");
    }
    return new LocationReceived(element, id, north.get(), east.get());
  }

  private static Optional<Double> degrees(WebhookElement element, String name, int most) {
    return element
        .body()
        .child("location")
        .flatMap(place -> place.decimal(name))
        .map(BigDecimal::doubleValue)
        .filter(degrees -> Math.abs(degrees) <= most);
  }

  /** {@return degrees north of the equator, -90 to 90} */
  public double latitude() {
    return latitude;
  }

  /** {@return degrees east of Greenwich, -180 to 180} */
  public double longitude() {
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
