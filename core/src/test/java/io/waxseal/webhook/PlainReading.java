package io.waxseal.webhook;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** A second reading of a document in the plainest way, by names and shapes, that the table is compared with. */
final class PlainReading {
  private static final Set<String> PHONES = Set.of(
      "from",
      "to",
      "wa_id",
      "new_wa_id",
      "customer",
      "recipient_id",
      "phone_number",
      "recipient_participant_id",
      "participant_recipient_id");

  private PlainReading() {}

  /** Everything that looks like a phone or a user id of a customer, under whatever name. */
  static Set<String> people(JsonValue document) {
    Set<String> own = new TreeSet<>();
    Set<String> people = new TreeSet<>();
    places(document, "", (place, text) -> {
      String name = place.substring(place.lastIndexOf('.') + 1);
      if (name.equals("display_phone_number") || name.equals("phone_number_id")) {
        own.add(text.replaceAll("[^0-9]", ""));
      }
      boolean ofBusiness = place.endsWith(".message_echoes.from");
      boolean phone = PHONES.contains(name) && !ofBusiness && text.matches("[1-9][0-9]{6,14}");
      boolean id = name.endsWith("user_id") || place.matches(".*user_id\\.(previous|current)");
      if (phone || id && text.matches("[A-Z]{2}\\..+")) {
        people.add(text);
      }
    });
    people.removeAll(own);
    return people;
  }

  /** What stands where customers write and tap. */
  static Set<String> written(JsonValue document) {
    Set<String> words = new TreeSet<>();
    places(document, "", (place, text) -> {
      boolean typed = place.matches(
          ".*\\.(messages|message)\\.(text\\.body|order\\.text|(image|video|document)\\.caption)");
      boolean tapped = place.matches(
          ".*\\.messages\\.(button\\.(text|payload)|interactive\\.(button_reply|list_reply)\\.(title|id)"
              + "|interactive\\.nfm_reply\\.(body|response_json))");
      boolean ofBusiness = place.contains(".message_echoes.") || place.contains(".threads.");
      if ((typed || tapped) && !ofBusiness && !text.isEmpty()) {
        words.add(text);
      }
    });
    return words;
  }

  private static void places(JsonValue value, String place, BiConsumer<String, String> each) {
    if (value instanceof JsonObject object) {
      object.members().forEach((name, member) -> places(member, place + "." + name, each));
    } else if (value instanceof JsonArray array) {
      array.elements().forEach(element -> places(element, place, each));
    } else if (value instanceof JsonString string) {
      each.accept(place, string.value());
    }
  }

  /** All points that elements name, as customers or otherwise. */
  static Set<String> named(Iterable<WebhookElement> elements) {
    Set<String> named = new TreeSet<>();
    for (WebhookElement element : elements) {
      element.points().forEach(point -> named.add(point.value()));
      element.testimonies().forEach(said -> {
        said.points().forEach(point -> named.add(point.value()));
        said.previous().forEach(point -> named.add(point.value()));
      });
    }
    return named;
  }

  /** All words and payloads that elements say. */
  static Set<String> said(Iterable<WebhookElement> elements) {
    Set<String> said = new TreeSet<>();
    for (WebhookElement element : elements) {
      for (Utterance one : element.said()) {
        said.add(one.text());
        one.payload().ifPresent(said::add);
      }
    }
    said.remove("");
    return said;
  }
}
