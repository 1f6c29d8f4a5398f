package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import java.util.Optional;

/** A customer sent a document. */
public final class DocumentReceived extends AbstractMedia {
  DocumentReceived(WebhookElement element, MessageId id) {
    super(element, id, "document");
  }

  /** {@return the words under it, after the filters} */
  public Optional<String> caption() {
    return media().caption();
  }

  /** {@return the name the customer's file had, after the filters; untrusted: no path, and no promise of its type} */
  public Optional<String> fileName() {
    return media().fileName();
  }
}
