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
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a verified payload apart: every entry, every change, every element of its arrays, each by itself, since one
 * delivery holds many people and one odd element must not cost its siblings. Source: Meta, Webhooks, notification
 * payload.
 */
public final class WebhookParser {
  /** An element is kept with what surrounds it, a few levels deeper than it was, and must be readable then. */
  private static final int MOST_DEPTH = JsonValue.MAX_DEPTH - 4;

  /** Members of a change that each element gets a share of, or that say nothing. */
  private static final Set<String> SHARED = Set.of("messaging_product", "metadata", "contacts");

  private static final String OBJECT = "whatsapp_business_account";

  private final List<JsonObject> slices = new ArrayList<>();

  private WebhookParser() {}

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
    JsonCursor root = JsonCursor.root(JsonValue.parse(payload.body(), MOST_DEPTH));
    if (!root.text("object").equals(Optional.of(OBJECT))) {
      throw root.malformed("a webhook's object is " + OBJECT);
    }
    if (!(root.object().get("entry").orElse(JsonNull.NULL) instanceof JsonArray entries)) {
      throw root.malformed("a webhook has an entry array");
    }
    WebhookParser parser = new WebhookParser();
    entries.elements().forEach(parser::entry);
    parser.leave(0, JsonObject.EMPTY, root.object().without(Set.of("object", "entry")));
    JsonNumber arrived = JsonNumber.of(arrivedAt.getEpochSecond());
    return parser.slices.stream()
        .map(slice -> WebhookElement.of(slice.with("arrived", arrived)))
        .toList();
  }

  private void entry(JsonValue value) {
    int first = slices.size();
    if (!(value instanceof JsonObject entry)) {
      leave(first, JsonObject.EMPTY, wrap(value));
      return;
    }
    JsonObject slice = copy("time", "time", entry, copy("id", "waba", entry, JsonObject.EMPTY));
    JsonObject rest = entry.without(Set.of("id", "time"));
    if (entry.get("changes").orElse(JsonNull.NULL) instanceof JsonArray changes) {
      changes.elements().forEach(change -> change(slice, change));
      rest = rest.without(Set.of("changes"));
    }
    leave(first, slice, rest);
  }

  private void change(JsonObject ofEntry, JsonValue value) {
    int first = slices.size();
    if (!(value instanceof JsonObject change)) {
      slices.add(ofEntry.with("element", wrap(value)));
      return;
    }
    JsonObject slice = copy("field", "field", change, ofEntry);
    if (change.get("value").orElse(JsonNull.NULL) instanceof JsonObject content) {
      content(slice, content);
      leave(first, slice, change.without(Set.of("field", "value")));
    } else {
      slices.add(slice.with("element", change));
    }
  }

  /** Each object of a known array becomes an element with its share of the change. */
  private void content(JsonObject ofChange, JsonObject content) {
    int first = slices.size();
    String field = new JsonCursor("$", ofChange).text("field").orElse("");
    JsonObject slice = copy("metadata", "metadata", content, ofChange);
    Contacts contacts = new Contacts(content);
    JsonObject rest = content.without(SHARED);
    List<String> holders = EventKinds.holders(field);
    List<String> lists = EventKinds.lists(field);
    for (String name : content.members().keySet()) {
      if (holders.contains(name)) {
        rest = hold(field, name, rest, slice, contacts);
      } else if (lists.contains(name)) {
        rest = split(name, rest, slice.with("list", new JsonString(name)), contacts);
      }
    }
    rest = contacts.addUnclaimed(rest);
    if (slices.size() == first) {
      slices.add(slice.with("element", rest));
    } else {
      leave(first, slice, rest);
    }
  }

  /** A member that holds lists, or an array of such objects; returns what is left of the change. */
  private JsonObject hold(
      String field, String holder, JsonObject rest, JsonObject slice, Contacts contacts) {
    JsonValue value = rest.get(holder).orElse(JsonNull.NULL);
    List<JsonValue> odd = new ArrayList<>();
    for (JsonValue each : value instanceof JsonArray array ? array.elements() : List.of(value)) {
      boolean taken = each instanceof JsonObject object
          && (lists(field, object, slice, contacts) || whole(field, holder, object, slice));
      if (!taken) {
        odd.add(each);
      }
    }
    if (odd.isEmpty()) {
      return rest.without(Set.of(holder));
    }
    return value instanceof JsonArray ? rest.with(holder, new JsonArray(odd)) : rest;
  }

  /** The elements of the lists in a holder, each with the holder's metadata; false if there are none. */
  private boolean lists(String field, JsonObject holder, JsonObject ofChange, Contacts ofAll) {
    int first = slices.size();
    JsonObject slice = copy("metadata", "chunk", holder, ofChange);
    boolean own = holder.get("contacts").isPresent();
    Contacts contacts = own ? new Contacts(holder) : ofAll;
    JsonObject rest = holder.without(Set.of("metadata", "contacts"));
    List<String> lists = EventKinds.lists(field);
    for (String list :
        holder.members().keySet().stream().filter(lists::contains).toList()) {
      rest = split(list, rest, slice.with("list", new JsonString(list)), contacts);
    }
    if (slices.size() == first) {
      return false;
    }
    leave(first, slice, own ? contacts.addUnclaimed(rest) : rest);
    return true;
  }

  /** A holder without lists is an element itself, if the table says so. */
  private boolean whole(String field, String holder, JsonObject object, JsonObject slice) {
    if (!EventKinds.lists(field).contains(holder)) {
      return false;
    }
    slices.add(slice.with("list", new JsonString(holder)).with("element", object));
    return true;
  }

  /** Makes elements of the objects of an array; returns what is left of the change, with what else the array holds. */
  private JsonObject split(String list, JsonObject rest, JsonObject slice, Contacts contacts) {
    if (!(rest.get(list).orElse(JsonNull.NULL) instanceof JsonArray array)) {
      return rest;
    }
    List<JsonValue> odd = new ArrayList<>();
    for (JsonValue value : array.elements()) {
      if (value instanceof JsonObject element) {
        slices.add(contacts.addTo(slice, element).with("element", element));
      } else {
        odd.add(value);
      }
    }
    return odd.isEmpty() ? rest.without(Set.of(list)) : rest.with(list, new JsonArray(odd));
  }

  /** What no element owns goes with the only one since {@code first}, else it becomes an unknown event by itself. */
  private void leave(int first, JsonObject slice, JsonObject rest) {
    if (rest.members().isEmpty()) {
      return;
    }
    int last = slices.size() - 1;
    if (last == first) {
      JsonObject only = slices.get(last);
      boolean taken = only.get("rest").isPresent();
      slices.set(
          last,
          only.with("rest", taken ? rest.with("rest", only.get("rest").orElseThrow()) : rest));
    } else {
      slices.add(slice.with("element", rest));
    }
  }

  private static JsonObject wrap(JsonValue value) {
    return JsonObject.builder().put("value", value).build();
  }

  private static JsonObject copy(String from, String to, JsonObject source, JsonObject target) {
    return source.get(from).map(value -> target.with(to, value)).orElse(target);
  }

  /** The contacts of a change, each given to the elements that name the same person: by id, never by place. */
  private static final class Contacts {
    private final List<JsonValue> all;
    private final Map<String, JsonObject> byId = new HashMap<>();
    private final Set<JsonObject> claimed = Collections.newSetFromMap(new IdentityHashMap<>());

    Contacts(JsonObject content) {
      JsonValue value = content.get("contacts").orElse(new JsonArray(List.of()));
      all = value instanceof JsonArray array ? array.elements() : List.of(value);
      for (JsonValue each : all) {
        if (each instanceof JsonObject contact) {
          JsonCursor cursor = new JsonCursor("$", contact);
          Points.idsOfContact(cursor).forEach(id -> byId.putIfAbsent(id, contact));
        }
      }
    }

    JsonObject addTo(JsonObject slice, JsonObject element) {
      for (String id : Points.ids(new JsonCursor("$", element))) {
        JsonObject contact = byId.get(id);
        if (contact != null) {
          claimed.add(contact);
          return slice.with("contact", contact);
        }
      }
      return slice;
    }

    JsonObject addUnclaimed(JsonObject rest) {
      List<JsonValue> unclaimed =
          all.stream().filter(contact -> !claimed.contains(contact)).toList();
      return unclaimed.isEmpty() ? rest : rest.with("contacts", new JsonArray(unclaimed));
    }
  }
}
