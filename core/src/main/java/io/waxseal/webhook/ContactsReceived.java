package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import java.util.List;

/** A customer sent cards of contacts: of others, or her own. */
public final class ContactsReceived extends AbstractMessage {
  ContactsReceived(WebhookElement element, MessageId id) {
    super(element, id);
  }

  /** {@return the cards in their order} */
  public List<SharedContact> contacts() {
    return body().children("contacts").stream().map(SharedContact::new).toList();
  }
}
