package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.internal.json.JsonCursor;
import java.util.Optional;

/** A customer chose a row of a list. */
public final class ListReplied extends AbstractMessage {
  ListReplied(WebhookElement element, MessageId id) {
    super(element, id);
  }

  /** {@return the id that the business gave the row} */
  public String replyId() {
    return reply().id("id").orElseThrow();
  }

  /** {@return the visible words of the row, after the filters} */
  public Optional<String> title() {
    return reply().id("title");
  }

  /** {@return the words under its title, after the filters} */
  public Optional<String> description() {
    return reply().id("description");
  }

  private JsonCursor reply() {
    return part("interactive").child("list_reply").orElseThrow();
  }
}
