package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.person.ContactPoint;
import java.util.Optional;
import java.util.Set;

/** What all messages share. */
abstract class AbstractMessage extends AbstractEvent implements MessageReceived {
  private final MessageId id;

  AbstractMessage(WebhookElement element, MessageId id) {
    super(element);
    this.id = id;
  }

  static Optional<WebhookEvent> read(WebhookElement element) {
    JsonCursor body = element.body();
    return WireIds.message(body.id("id")).map(id -> switch (body.text("type").orElse("")) {
      case "text" ->
        body.child("text")
            .flatMap(part -> part.text("body"))
            .<WebhookEvent>map(text -> new TextReceived(element, id, text))
            .orElseGet(() -> new UnknownMessage(element, id));
      case "edit" ->
        body.child("edit")
            .<WebhookEvent>map(edit -> new EditReceived(element, id))
            .orElseGet(() -> new UnknownMessage(element, id));
      default -> new UnknownMessage(element, id);
    });
  }

  @Override
  public final MessageId id() {
    return id;
  }

  @Override
  public final Optional<PhoneNumberId> to() {
    return element().phoneNumberId();
  }

  @Override
  public final Set<ContactPoint> from() {
    return element().points();
  }

  @Override
  public final Optional<String> senderName() {
    return element()
        .contact()
        .flatMap(contact -> contact.child("profile"))
        .flatMap(profile -> profile.id("name"));
  }

  @Override
  public final Optional<String> groupId() {
    return element().body().id("group_id");
  }

  @Override
  public final Optional<MessageId> inReplyTo() {
    return element().body().child("context").flatMap(AbstractMessage::answered);
  }

  private static Optional<MessageId> answered(JsonCursor context) {
    return WireIds.message(context.id("id"));
  }
}
