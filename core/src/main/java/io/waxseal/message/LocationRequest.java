package io.waxseal.message;

import io.waxseal.json.JsonObject;
import io.waxseal.person.Recipient;

/**
 * A request for where the reader is, with a button that shares it. Source: Meta, Cloud API, location request messages.
 */
public final class LocationRequest extends InteractiveMessage<LocationRequest> {
  private LocationRequest(Envelope envelope, Frame frame) {
    super(envelope, frame);
  }

  /**
   * A request.
   *
   * @param to who gets it
   * @param body what it says, 1 to 1,024 characters
   * @return the message
   * @throws IllegalArgumentException if the body is blank or longer
   */
  public static LocationRequest to(Recipient to, String body) {
    return new LocationRequest(Envelope.reply(to), Frame.of(body));
  }

  @Override
  LocationRequest copy(Envelope envelope, Frame frame) {
    return new LocationRequest(envelope, frame);
  }

  @Override
  public String interactiveType() {
    return "location_request_message";
  }

  @Override
  JsonObject action() {
    return action("send_location", JsonObject.EMPTY);
  }
}
