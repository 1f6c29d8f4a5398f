package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonObject;
import io.waxseal.person.ContactPoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What all messages share. */
abstract class AbstractMessage extends AbstractEvent implements MessageReceived {
  private final MessageId id;

  AbstractMessage(WebhookElement element, MessageId id) {
    super(element);
    this.id = id;
  }

  /** The object that holds what is special to the kind; an empty one if it is not there. */
  final JsonCursor part(String name) {
    return body()
        .child(name)
        .orElseGet(() -> new JsonCursor("$.element." + name, JsonObject.EMPTY));
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
  public final ContactPoint sender() {
    return from().stream()
        .filter(point -> !(point instanceof ContactPoint.Phone))
        .findFirst()
        .or(() -> from().stream().findFirst())
        .orElseThrow(
            () -> new IllegalStateException("Meta does not name the sender; look at from() first"));
  }

  @Override
  public final Optional<String> senderName() {
    return profile().flatMap(profile -> profile.id("name"));
  }

  @Override
  public final Optional<String> username() {
    return profile().flatMap(profile -> profile.id("username"));
  }

  private Optional<JsonCursor> profile() {
    return element().contact().flatMap(contact -> contact.child("profile"));
  }

  @Override
  public final Optional<String> groupId() {
    return body().id("group_id");
  }

  @Override
  public final Optional<MessageId> inReplyTo() {
    return context().messageId();
  }

  @Override
  public final MessageContext context() {
    return MessageContext.of(body());
  }

  @Override
  public final Optional<Referral> referral() {
    return body().child("referral").map(Referral::new);
  }

  @Override
  public final Optional<String> identityKeyHash() {
    return body()
        .child("identity")
        .flatMap(identity -> identity.id("hash"))
        .or(() -> element().contact().flatMap(contact -> contact.id("identity_key_hash")));
  }

  @Override
  public final List<ReceivedError> errors() {
    return ReceivedError.in(body());
  }
}
