package io.waxseal.webhook;

import java.util.List;

/** A chunk of the history without a conversation: how far it is, or why there is none. */
public final class HistoryProgressed extends AbstractEvent {
  HistoryProgressed(WebhookElement element) {
    super(element);
  }

  /** {@return why there is no history, such as 2593109 if the business declined} */
  public List<ReceivedError> errors() {
    return ReceivedError.in(body());
  }
}
