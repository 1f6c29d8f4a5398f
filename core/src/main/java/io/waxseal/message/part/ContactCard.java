package io.waxseal.message.part;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The card of a contact: names, phones, e-mail addresses, sites, addresses, the organisation and the birthday. Immutable
 * and thread-safe; {@link #toString} shows nothing of it. Source: Meta, Cloud API, contacts messages.
 *
 * <pre>{@code ContactCard.builder("Ana Silva").firstName("Ana").phone("+351 912 345 678", "Mobile").build()}</pre>
 */
public final class ContactCard {
  private static final Pattern WA_ID = Pattern.compile("\\d{5,20}");
  private static final String NUMBER = "wa_id";
  private static final String TYPE = "type";

  /** Members of a shape that leaves no room for words. */
  private static final Set<String> NO_TEXT = Set.of("birthday", "country_code");

  private final JsonObject json;

  private ContactCard(JsonObject json) {
    this.json = json;
  }

  /**
   * Starts a card.
   *
   * @param name the whole name as the reader shall see it; {@link Builder#build} asks for at least one part of it too
   * @return a builder
   * @throws IllegalArgumentException if it is blank
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** {@return the card as it travels} */
  public JsonObject json() {
    return json;
  }

  /**
   * The card with each text replaced: all but the birthday and the codes of countries.
   *
   * @param f gives the new text for a text
   * @return a copy
   * @throws IllegalArgumentException if a new text is blank, or a new WhatsApp id no such id
   */
  public ContactCard mapText(UnaryOperator<String> f) {
    return new ContactCard(mapped(json, f));
  }

  private static JsonObject mapped(JsonObject object, UnaryOperator<String> f) {
    Map<String, JsonValue> copy = new LinkedHashMap<>();
    object.members().forEach((name, value) -> copy.put(name, mapped(name, value, f)));
    return JsonObject.of(copy);
  }

  private static JsonValue mapped(String name, JsonValue value, UnaryOperator<String> f) {
    if (value instanceof JsonObject object) {
      return mapped(object, f);
    }
    if (value instanceof JsonArray array) {
      return JsonArray.of(array.elements(), element -> mapped(name, element, f));
    }
    if (NO_TEXT.contains(name) || !(value instanceof JsonString text)) {
      return value;
    }
    return new JsonString(checked(name, f.apply(text.value())));
  }

  private static String checked(String member, String text) {
    if (member.equals(NUMBER) && !WA_ID.matcher(text).matches()) {
      throw new IllegalArgumentException("a WhatsApp id is 5 to 20 digits, country code first");
    }
    return Limits.present("the " + member.replace('_', ' ') + " of a contact", text);
  }

  @Override
  public String toString() {
    return "ContactCard";
  }

  /** Collects the parts of a card; not thread-safe. */
  public static final class Builder {
    private final Map<String, JsonValue> name = new LinkedHashMap<>();
    private final Map<String, JsonValue> org = new LinkedHashMap<>();
    private final List<JsonValue> phones = new ArrayList<>();
    private final List<JsonValue> emails = new ArrayList<>();
    private final List<JsonValue> urls = new ArrayList<>();
    private final List<JsonValue> addresses = new ArrayList<>();
    private final Map<String, JsonValue> rest = new LinkedHashMap<>();

    private Builder(String formatted) {
      put(name, "formatted_name", formatted);
    }

    private Builder put(Map<String, JsonValue> part, String member, String text) {
      if (part.putIfAbsent(member, new JsonString(checked(member, text))) != null) {
        throw new IllegalStateException(
            "the " + member.replace('_', ' ') + " of the contact is set twice");
      }
      return this;
    }

    /** An entry of members and texts in turn. */
    private Builder add(List<JsonValue> list, String... entry) {
      JsonObject.Builder json = JsonObject.builder();
      for (int i = 0; i < entry.length; i += 2) {
        json.put(entry[i], checked(entry[i], entry[i + 1]));
      }
      list.add(json.build());
      return this;
    }

    /**
     * The first name.
     *
     * @param text not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     * @throws IllegalStateException if it was set before
     */
    public Builder firstName(String text) {
      return put(name, "first_name", text);
    }

    /**
     * The middle name.
     *
     * @param text not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     * @throws IllegalStateException if it was set before
     */
    public Builder middleName(String text) {
      return put(name, "middle_name", text);
    }

    /**
     * The last name.
     *
     * @param text not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     * @throws IllegalStateException if it was set before
     */
    public Builder lastName(String text) {
      return put(name, "last_name", text);
    }

    /**
     * What stands before the name.
     *
     * @param text such as {@code Dr.}
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     * @throws IllegalStateException if it was set before
     */
    public Builder prefix(String text) {
      return put(name, "prefix", text);
    }

    /**
     * What stands behind the name.
     *
     * @param text such as {@code Jr.}
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     * @throws IllegalStateException if it was set before
     */
    public Builder suffix(String text) {
      return put(name, "suffix", text);
    }

    /**
     * Adds a phone number.
     *
     * @param number as the reader shall see it
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder phone(String number) {
      return add(phones, "phone", number);
    }

    /**
     * Adds a phone number.
     *
     * @param number as the reader shall see it
     * @param type such as {@code Mobile}
     * @return this builder
     * @throws IllegalArgumentException if one of them is blank
     */
    public Builder phone(String number, String type) {
      return add(phones, "phone", number, TYPE, type);
    }

    /**
     * Adds a phone number that is on WhatsApp, so that the reader can write to it.
     *
     * @param number as the reader shall see it
     * @param type such as {@code Mobile}
     * @param waId the WhatsApp id, 5 to 20 digits, country code first
     * @return this builder
     * @throws IllegalArgumentException if one of them is blank or has another shape
     */
    public Builder phone(String number, String type, String waId) {
      return add(phones, "phone", number, TYPE, type, NUMBER, waId);
    }

    /**
     * Adds a phone number that is on WhatsApp, without a type.
     *
     * @param number as the reader shall see it
     * @param waId the WhatsApp id, 5 to 20 digits, country code first
     * @return this builder
     * @throws IllegalArgumentException if one of them is blank or has another shape
     */
    public Builder phoneOnWhatsApp(String number, String waId) {
      return add(phones, "phone", number, NUMBER, waId);
    }

    /**
     * Adds an e-mail address.
     *
     * @param address the address
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder email(String address) {
      return add(emails, "email", address);
    }

    /**
     * Adds an e-mail address.
     *
     * @param address the address
     * @param type such as {@code Work}
     * @return this builder
     * @throws IllegalArgumentException if one of them is blank
     */
    public Builder email(String address, String type) {
      return add(emails, "email", address, TYPE, type);
    }

    /**
     * Adds a site.
     *
     * @param url its address
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder url(String url) {
      return add(urls, "url", url);
    }

    /**
     * Adds a site.
     *
     * @param url its address
     * @param type such as {@code Company}
     * @return this builder
     * @throws IllegalArgumentException if one of them is blank
     */
    public Builder url(String url, String type) {
      return add(urls, "url", url, TYPE, type);
    }

    /**
     * Adds an address.
     *
     * @param address the address
     * @return this builder
     */
    public Builder address(PostalAddress address) {
      addresses.add(address.json());
      return this;
    }

    /**
     * The company.
     *
     * @param text not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     * @throws IllegalStateException if it was set before
     */
    public Builder company(String text) {
      return put(org, "company", text);
    }

    /**
     * The department.
     *
     * @param text not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     * @throws IllegalStateException if it was set before
     */
    public Builder department(String text) {
      return put(org, "department", text);
    }

    /**
     * What the contact does in the company.
     *
     * @param text not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     * @throws IllegalStateException if it was set before
     */
    public Builder title(String text) {
      return put(org, "title", text);
    }

    /**
     * The birthday.
     *
     * @param date the date
     * @return this builder
     * @throws IllegalStateException if it was set before
     */
    public Builder birthday(LocalDate date) {
      return put(rest, "birthday", date.toString());
    }

    /**
     * Makes the card.
     *
     * @return the card
     * @throws IllegalStateException if no part of the name is set
     */
    public ContactCard build() {
      if (name.size() < 2) {
        throw new IllegalStateException(
            "a contact has a part of the name too: set firstName, middleName, lastName, prefix or suffix");
      }
      Map<String, JsonValue> card = new LinkedHashMap<>();
      card.put("name", JsonObject.of(name));
      list(card, "phones", phones);
      list(card, "emails", emails);
      list(card, "urls", urls);
      list(card, "addresses", addresses);
      if (!org.isEmpty()) {
        card.put("org", JsonObject.of(org));
      }
      card.putAll(rest);
      return new ContactCard(JsonObject.of(card));
    }

    private static void list(Map<String, JsonValue> card, String member, List<JsonValue> values) {
      if (!values.isEmpty()) {
        card.put(member, JsonArray.of(values));
      }
    }
  }
}
