package io.waxseal.webhook;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a verified payload apart: every entry, every change, every element of its arrays, each by itself, since one
 * delivery holds many people and one odd element must not cost its siblings. Source: Meta, Webhooks, notification
 * payload.
 */
public final class WebhookParser {
  /** Members of a change that each element gets a share of, or that say nothing. */
  private static final Set<String> SHARED = Set.of("messaging_product", "metadata", "contacts");

  private static final String OBJECT = "whatsapp_business_account";
  /** Arrays of a change whose elements are events of their own. */
  private static final List<String> LISTS = List.of(
      "messages",
      "statuses",
      "user_preferences",
      "errors",
      "calls",
      "message_echoes",
      "state_sync",
      "history",
      "groups",
      "automatic_events",
      "user_id_update");

  private final Instant arrivedAt;
  private final List<WebhookElement> elements = new ArrayList<>();

  private WebhookParser(Instant arrivedAt) {
    this.arrivedAt = arrivedAt;
  }

  /**
   * Takes a payload apart.
   *
   * @param payload the verified bytes
   * @param arrivedAt when they arrived
   * @return its elements in the order of the document; every value of the document is in one of them
   * @throws MalformedPayloadException if the body is not JSON or not a webhook of a WhatsApp Business account; an odd
   *     value in a sound envelope is no exception, it becomes an {@link UnknownEvent}
   */
  public static List<WebhookElement> parse(VerifiedPayload payload, Instant arrivedAt) {
    JsonCursor root = JsonCursor.root(JsonValue.parse(payload.body()));
    if (!root.text("object").equals(Optional.of(OBJECT))) {
      throw root.malformed("a webhook's object is " + OBJECT);
    }
    if (!(root.object().get("entry").orElse(JsonNull.NULL) instanceof JsonArray entries)) {
      throw root.malformed("a webhook has an entry array");
    }
    WebhookParser parser = new WebhookParser(arrivedAt);
    entries.elements().forEach(parser::entry);
    parser.odd(Slice.EMPTY, root.object().without(Set.of("object", "entry")));
    return List.copyOf(parser.elements);
  }

  private void entry(JsonValue value) {
    if (!(value instanceof JsonObject entry)) {
      odd(Slice.EMPTY, wrap(value));
      return;
    }
    Slice slice = Slice.EMPTY.copy("id", "waba", entry).copy("time", "time", entry);
    if (entry.get("changes").orElse(JsonNull.NULL) instanceof JsonArray changes
        && !changes.elements().isEmpty()) {
      changes.elements().forEach(change -> change(slice, change));
      odd(slice, entry.without(Set.of("id", "time", "changes")));
    } else {
      odd(slice, entry);
    }
  }

  private void change(Slice ofEntry, JsonValue value) {
    if (!(value instanceof JsonObject change)) {
      odd(ofEntry, wrap(value));
      return;
    }
    Slice slice = ofEntry.copy("field", "field", change);
    if (change.get("value").orElse(JsonNull.NULL) instanceof JsonObject content) {
      content(slice, content);
      odd(slice, change.without(Set.of("field", "value")));
    } else {
      odd(slice, change);
    }
  }

  /** Each object of a known array becomes an element; what no element owns goes with the only one, or by itself. */
  private void content(Slice ofChange, JsonObject content) {
    Slice slice = ofChange.copy("metadata", "metadata", content);
    Contacts contacts = new Contacts(content);
    List<Slice> slices = new ArrayList<>();
    JsonObject rest = content.without(SHARED);
    for (String list : LISTS) {
      if (rest.get(list).orElse(JsonNull.NULL) instanceof JsonArray array) {
        List<JsonValue> odd = new ArrayList<>();
        for (JsonValue value : array.elements()) {
          if (value instanceof JsonObject element) {
            slices.add(contacts
                .addTo(slice.with("list", new JsonString(list)), element)
                .with("element", element));
          } else {
            odd.add(value);
          }
        }
        rest = odd.isEmpty() ? rest.without(Set.of(list)) : rest.with(list, new JsonArray(odd));
      }
    }
    rest = contacts.addUnclaimed(rest);
    if (slices.size() == 1 && !rest.members().isEmpty()) {
      add(slices.get(0).with("rest", rest));
      return;
    }
    slices.forEach(this::add);
    if (slices.isEmpty() || !rest.members().isEmpty()) {
      add(slice.with("element", rest));
    }
  }

  private static JsonObject wrap(JsonValue value) {
    return JsonObject.builder().put("value", value).build();
  }

  private void odd(Slice slice, JsonObject object) {
    if (!object.members().isEmpty()) {
      add(slice.with("element", object));
    }
  }

  private void add(Slice slice) {
    elements.add(WebhookElement.of(
        slice.with("arrived", JsonNumber.of(arrivedAt.getEpochSecond())).members()));
  }

  /**
   * An element's share of the document, as it grows.
   *
   * @param members what it has so far
   */
  private record Slice(JsonObject members) {
    static final Slice EMPTY = new Slice(JsonObject.EMPTY);

    Slice with(String name, JsonValue value) {
      return new Slice(members.with(name, value));
    }

    Slice copy(String from, String to, JsonObject source) {
      return source.get(from).map(value -> with(to, value)).orElse(this);
    }
  }

  /** The contacts of a change, each given to the elements that name the same person: by id, never by place. */
  private static final class Contacts {
    private final List<JsonValue> all;
    private final Set<JsonValue> claimed = Collections.newSetFromMap(new IdentityHashMap<>());

    Contacts(JsonObject content) {
      JsonValue value = content.get("contacts").orElse(new JsonArray(List.of()));
      all = value instanceof JsonArray array ? array.elements() : List.of(value);
    }

    Slice addTo(Slice slice, JsonObject element) {
      Set<String> ids = Points.ids(new JsonCursor("$", element));
      for (JsonValue value : all) {
        if (value instanceof JsonObject contact && names(contact, ids)) {
          claimed.add(value);
          return slice.with("contact", contact);
        }
      }
      return slice;
    }

    private static boolean names(JsonObject contact, Set<String> ids) {
      JsonCursor cursor = new JsonCursor("$", contact);
      return Points.CONTACT_IDS.stream()
          .anyMatch(name -> cursor.id(name).filter(ids::contains).isPresent());
    }

    JsonObject addUnclaimed(JsonObject rest) {
      List<JsonValue> unclaimed =
          all.stream().filter(contact -> !claimed.contains(contact)).toList();
      return unclaimed.isEmpty() ? rest : rest.with("contacts", new JsonArray(unclaimed));
    }
  }
}
