package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonArray;
import io.waxseal.message.part.ContactCard;
import io.waxseal.person.Recipient;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Cards of contacts, which the reader can save, possible inside the customer service window only. WhatsApp shows one
 * card best. Source: Meta, Cloud API, contacts messages.
 */
public final class ContactsMessage extends BaseMessage<ContactsMessage> {
  private static final int MOST_CARDS = 257;

  private final List<ContactCard> cards;

  private ContactsMessage(Envelope envelope, List<ContactCard> cards) {
    super(envelope);
    this.cards = List.copyOf(cards);
    Limits.count("the number of contacts in a message", cards.size(), 1, MOST_CARDS);
  }

  /**
   * Cards of contacts.
   *
   * @param to who gets them
   * @param cards 1 to 257 cards
   * @return the message, with the purpose of an answer unless another is set
   * @throws IllegalArgumentException if there are none or more
   */
  public static ContactsMessage to(Recipient to, ContactCard... cards) {
    return new ContactsMessage(Envelope.reply(to), List.of(cards));
  }

  @Override
  ContactsMessage in(Envelope envelope) {
    return new ContactsMessage(envelope, cards);
  }

  @Override
  public boolean reachesGroups() {
    return false;
  }

  @Override
  public String type() {
    return "contacts";
  }

  @Override
  JsonArray part() {
    return JsonArray.of(cards, ContactCard::json);
  }

  @Override
  public ContactsMessage mapText(UnaryOperator<String> f) {
    return new ContactsMessage(
        envelope(), cards.stream().map(card -> card.mapText(f)).toList());
  }
}
