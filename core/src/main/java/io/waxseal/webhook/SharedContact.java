package io.waxseal.webhook;

import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The card of a contact. It proves nothing about who has a number. {@code toString} shows nothing of it. Immutable. */
public final class SharedContact {
  private final JsonCursor card;

  SharedContact(JsonCursor card) {
    this.card = card;
  }

  /** {@return the whole name, after the filters} */
  public Optional<String> name() {
    return card.child("name").flatMap(name -> name.id("formatted_name"));
  }

  /** {@return the first name, after the filters} */
  public Optional<String> firstName() {
    return card.child("name").flatMap(name -> name.id("first_name"));
  }

  /** {@return the last name, after the filters} */
  public Optional<String> lastName() {
    return card.child("name").flatMap(name -> name.id("last_name"));
  }

  /** {@return the phone numbers as they are written, after the filters} */
  public List<String> phones() {
    return each("phones", "phone");
  }

  /** {@return the WhatsApp ids among the numbers, after the filters} */
  public List<String> waIds() {
    return each("phones", "wa_id");
  }

  /** {@return the addresses of electronic mail, after the filters} */
  public List<String> emails() {
    return each("emails", "email");
  }

  /** {@return why it came: {@code contact_request} if the business asked for it, {@code other}, or a word not known yet} */
  public Optional<String> origin() {
    return card.id("origin");
  }

  /** {@return the card as vCard text, after the filters} */
  public Optional<String> vcard() {
    return card.id("vcard");
  }

  /** {@return all of the card, after the filters} */
  public JsonObject raw() {
    return card.object();
  }

  private List<String> each(String list, String member) {
    return card.children(list).stream().flatMap(one -> one.id(member).stream()).toList();
  }

  @Override
  public String toString() {
    return "SharedContact[***]";
  }
}
