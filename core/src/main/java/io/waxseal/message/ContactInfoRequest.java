package io.waxseal.message;

import io.waxseal.json.JsonObject;
import io.waxseal.person.Recipient;

/**
 * A request for the phone number of a reader who is known by a user id only, with a button that shares it. Source: Meta,
 * business-scoped user ids.
 */
public final class ContactInfoRequest extends InteractiveMessage<ContactInfoRequest> {
  private ContactInfoRequest(Envelope envelope, Frame frame) {
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
  public static ContactInfoRequest to(Recipient to, String body) {
    return new ContactInfoRequest(Envelope.reply(to), Frame.of(body));
  }

  @Override
  ContactInfoRequest copy(Envelope envelope, Frame frame) {
    return new ContactInfoRequest(envelope, frame);
  }

  @Override
  public String interactiveType() {
    return "request_contact_info";
  }

  @Override
  JsonObject action() {
    return action("request_contact_info", JsonObject.EMPTY);
  }
}
