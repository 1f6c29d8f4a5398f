package io.waxseal.message;

import io.waxseal.json.JsonObject;
import io.waxseal.person.Recipient;

/**
 * A request to be allowed to call the reader. Meta takes one a day and two a week for each person. Source: Meta, Calling
 * API, user call permissions.
 */
public final class CallPermissionRequest extends InteractiveMessage<CallPermissionRequest> {
  private static final String NAME = "call_permission_request";

  private CallPermissionRequest(Envelope envelope, Frame frame) {
    super(envelope, frame);
  }

  /**
   * A request without a text.
   *
   * @param to who gets it
   * @return the message
   */
  public static CallPermissionRequest to(Recipient to) {
    return new CallPermissionRequest(Envelope.reply(to), Frame.withoutBody());
  }

  /**
   * A request with a text.
   *
   * @param to who gets it
   * @param body what it says, 1 to 1,024 characters
   * @return the message
   * @throws IllegalArgumentException if the body is blank or longer
   */
  public static CallPermissionRequest to(Recipient to, String body) {
    return new CallPermissionRequest(Envelope.reply(to), Frame.of(body));
  }

  @Override
  CallPermissionRequest copy(Envelope envelope, Frame frame) {
    return new CallPermissionRequest(envelope, frame);
  }

  @Override
  public String interactiveType() {
    return NAME;
  }

  @Override
  JsonObject action() {
    return action(NAME, JsonObject.EMPTY);
  }
}
