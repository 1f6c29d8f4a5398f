package io.waxseal.webhook;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a verified payload apart: every entry, every change, every element of its arrays, each by itself, since one
 * delivery holds many people and one odd element must not cost its siblings. Source: Meta, Webhooks, notification
 * payload.
 */
public final class WebhookParser {
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
  /** Members of a change that each element gets a share of, or that say nothing. */
  private static final Set<String> SHARED = Set.of("messaging_product", "metadata", "contacts");

  private WebhookParser() {}

  /**
   * Takes a payload apart.
   *
   * @param payload the verified bytes
   * @param arrivedAt when they arrived
   * @return its elements in the order of the document
   * @throws MalformedPayloadException if the body is not JSON or not a webhook of a WhatsApp Business account; an odd
   *     element in a sound envelope is no exception, it becomes an {@link UnknownEvent}
   */
  public static List<WebhookElement> parse(VerifiedPayload payload, Instant arrivedAt) {
    JsonCursor root = JsonCursor.root(JsonValue.parse(payload.body()));
    if (!root.text("object").equals(Optional.of(OBJECT))) {
      throw root.malformed("a webhook's object is " + OBJECT);
    }
    if (root.object().get("entry").isEmpty()) {
      throw root.malformed("a webhook has an entry array");
    }
    List<WebhookElement> elements = new ArrayList<>();
    for (JsonCursor entry : root.children("entry")) {
      List<JsonCursor> changes = entry.children("changes");
      for (JsonCursor change : changes) {
        elements.addAll(change(entry, change, arrivedAt));
      }
      if (changes.isEmpty()) {
        elements.add(new Change(entry, entry, arrivedAt).whole());
      }
    }
    return elements;
  }

  private static List<WebhookElement> change(
      JsonCursor entry, JsonCursor change, Instant arrivedAt) {
    Change parts = new Change(entry, change, arrivedAt);
    Optional<JsonCursor> value = change.child("value");
    if (value.isEmpty()) {
      return List.of(parts.whole());
    }
    List<WebhookElement> elements = new ArrayList<>();
    JsonObject rest = value.get().object();
    for (String list : LISTS) {
      List<JsonCursor> found = value.get().childrenIfAny(list);
      for (JsonCursor element : found) {
        elements.add(parts.element(value.get(), list, element));
      }
      rest = found.isEmpty() ? rest : without(rest, list);
    }
    for (String shared : SHARED) {
      rest = elements.isEmpty() ? rest : without(rest, shared);
    }
    if (elements.isEmpty() || !rest.members().isEmpty()) {
      elements.add(parts.rest(value.get(), rest));
    }
    return elements;
  }

  private static JsonObject without(JsonObject object, String name) {
    JsonObject.Builder rest = JsonObject.builder();
    object.members().forEach((member, value) -> {
      if (!member.equals(name)) {
        rest.put(member, value);
      }
    });
    return rest.build();
  }

  /** Builds the slices of one change: what it shares with its siblings, and what is its own. */
  private record Change(JsonCursor entry, JsonCursor change, Instant arrivedAt) {
    WebhookElement element(JsonCursor value, String list, JsonCursor element) {
      JsonObject.Builder slice = head().put("list", list);
      copy(value, "metadata", slice);
      contactOf(value, element).ifPresent(contact -> slice.put("contact", contact.object()));
      return finish(slice.put("element", element.object()));
    }

    WebhookElement rest(JsonCursor value, JsonObject rest) {
      JsonObject.Builder slice = head();
      copy(value, "metadata", slice);
      return finish(slice.put("element", rest));
    }

    WebhookElement whole() {
      return finish(head().put("element", change.object()));
    }

    private JsonObject.Builder head() {
      JsonObject.Builder slice = JsonObject.builder();
      entry.id("id").ifPresent(waba -> slice.put("waba", waba));
      copy(entry, "time", slice);
      return slice.put("field", change.text("field").orElse(WebhookElement.UNKNOWN));
    }

    private WebhookElement finish(JsonObject.Builder slice) {
      return WebhookElement.of(
          slice.put("arrived", JsonNumber.of(arrivedAt.getEpochSecond())).build());
    }

    private static void copy(JsonCursor from, String name, JsonObject.Builder to) {
      from.object().get(name).ifPresent(value -> to.put(name, value));
    }

    /** The contact that names the same person as the element; by id, never by place in the array. */
    private static Optional<JsonCursor> contactOf(JsonCursor value, JsonCursor element) {
      Set<String> ids = Points.ids(element);
      return value.childrenIfAny("contacts").stream()
          .filter(contact -> Points.CONTACT_IDS.stream()
              .anyMatch(name -> contact.id(name).filter(ids::contains).isPresent()))
          .findFirst();
    }
  }
}
