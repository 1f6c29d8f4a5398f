package io.waxseal.webhook;

import io.waxseal.internal.json.JsonCursor;
import java.time.Instant;
import java.util.Optional;

/**
 * The conversation that Meta counts a message to.
 *
 * @param id Meta's id of it
 * @param origin what opened it, such as {@code referral_conversion}
 * @param expiresAt when it ends; told with the status {@code sent} only
 */
public record StatusConversation(
    Optional<String> id, Optional<String> origin, Optional<Instant> expiresAt) {
  static StatusConversation read(JsonCursor conversation) {
    return new StatusConversation(
        conversation.id("id"),
        conversation.child("origin").flatMap(origin -> origin.id("type")),
        conversation.time("expiration_timestamp"));
  }

  @Override
  public String toString() {
    return "StatusConversation[***]";
  }
}
