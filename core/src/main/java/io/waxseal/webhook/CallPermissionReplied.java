package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.internal.json.JsonCursor;
import java.time.Instant;
import java.util.Optional;

/** A customer allowed the business to call her, or refused it. */
public final class CallPermissionReplied extends AbstractMessage {
  CallPermissionReplied(WebhookElement element, MessageId id) {
    super(element, id);
  }

  /** {@return whether she allows it; false if she refuses, and for a word not known yet} */
  public boolean accepted() {
    return reply().text("response").equals(Optional.of("accept"));
  }

  /** {@return whether it holds until she takes it back} */
  public boolean permanent() {
    return reply().truth("is_permanent");
  }

  /** {@return when it ends, if it does} */
  public Optional<Instant> expiresAt() {
    return reply().time("expiration_timestamp");
  }

  /** {@return whether WhatsApp answered for her, such as after she had called herself; then she said nothing} */
  public boolean automatic() {
    return reply().text("response_source").equals(Optional.of("automatic"));
  }

  private JsonCursor reply() {
    return part("interactive").child("call_permission_reply").orElseThrow();
  }
}
