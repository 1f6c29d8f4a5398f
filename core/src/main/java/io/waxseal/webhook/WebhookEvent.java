package io.waxseal.webhook;

import io.waxseal.json.JsonObject;
import java.time.Instant;

/**
 * Something Meta told: a message, a status, a preference, or anything else. An interface with final implementations;
 * handlers choose by class, so a new kind breaks nobody. What Waxseal does not know arrives as an {@link UnknownEvent}. An
 * event reads its members when they are asked for.
 */
public interface WebhookEvent {
  /** {@return the webhook field it came under, such as {@code messages}} */
  String field();

  /**
   * What kind of event it is.
   *
   * @return {@code message.<type>}, {@code status.<status>}, {@code user_preferences.<value>}, else the field, followed
   *     by {@code .<event>} where the element names one; a message or status under {@code standby} is named like any other
   */
  String kind();

  /** {@return when it happened by Meta's clock, to the second; when it arrived, if Meta did not say} */
  Instant occurredAt();

  /**
   * The element that the event was read from, as the last filter left it, with all members that have no accessor here:
   * {@code raw().text("image.id")}. {@link Received#raw} also holds what surrounds it.
   *
   * @return the element; members, texts and numbers by path with {@link JsonObject#at} and {@link JsonObject#text}
   */
  JsonObject raw();
}
