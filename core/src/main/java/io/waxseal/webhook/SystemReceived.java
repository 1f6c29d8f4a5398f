package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Testimony;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * WhatsApp itself tells that a customer's number, user id or identity key changed. {@link #from} names the new points, as
 * far as Meta tells them. Waxseal has linked the old ones to them when a handler sees this.
 */
public final class SystemReceived extends AbstractMessage {
  SystemReceived(WebhookElement element, MessageId id) {
    super(element, id);
  }

  /**
   * What changed.
   *
   * @return {@code user_changed_number}, {@code user_changed_user_id}, {@code customer_identity_changed}, or a word not
   *     known yet
   */
  public Optional<String> change() {
    return part("system").id("type");
  }

  /** {@return the words that the phone shows, after the filters} */
  public Optional<String> text() {
    return part("system").id("body");
  }

  /** {@return the points that the customer had before} */
  public Set<ContactPoint> previous() {
    Set<ContactPoint> before = new LinkedHashSet<>();
    element().testimonies().stream().map(Testimony::previous).forEach(before::addAll);
    return Set.copyOf(before);
  }

  /** {@return when the identity key was made, if it changed; Meta counts in milliseconds here} */
  public Optional<Instant> keyMadeAt() {
    return identity()
        .flatMap(identity -> identity.integer("created_timestamp"))
        .filter(millis -> millis >= 0 && millis <= 253_402_300_799_000L)
        .map(Instant::ofEpochMilli);
  }

  /** {@return whether Meta takes the new identity key for acknowledged} */
  public boolean keyAcknowledged() {
    return identity().filter(identity -> identity.truth("acknowledged")).isPresent();
  }

  private Optional<JsonCursor> identity() {
    return body().child("identity").or(() -> part("system").child("identity"));
  }
}
