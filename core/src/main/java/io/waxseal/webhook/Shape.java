package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A class of events, and which elements of a kind are read as it.
 *
 * @param type the class
 * @param word the word of the kind, such as the type of a message; empty for every word
 * @param place the object that such an element holds, by the names that lead to it, or the array, if {@code []} follows;
 *     empty if none is needed
 * @param needs the ids without which the element means nothing, by the names that lead to them
 * @param maker makes the event
 */
record Shape(
    Class<? extends WebhookEvent> type,
    String word,
    String place,
    List<String> needs,
    Function<WebhookElement, ? extends WebhookEvent> maker) {
  private static final String LIST = "[]";

  /** A class of messages. */
  static Shape message(
      Class<? extends MessageReceived> type,
      String word,
      String place,
      List<String> needs,
      BiFunction<WebhookElement, MessageId, ? extends WebhookEvent> maker) {
    return new Shape(
        type,
        word,
        place,
        needs,
        element -> WireIds.message(element.body().id("id"))
            .<WebhookEvent>map(id -> maker.apply(element, id))
            .orElseGet(() -> Unreadable.of(element, "id")));
  }

  /** Whether the element holds what a class of events is read from. */
  boolean hasPlace(WebhookElement element) {
    if (place.isEmpty()) {
      return true;
    }
    boolean list = place.endsWith(LIST);
    String name = list ? place.substring(0, place.length() - LIST.length()) : place;
    JsonValue there = element.body().object().at(name).orElse(JsonNull.NULL);
    return list ? there instanceof JsonArray : there instanceof JsonObject;
  }

  /** The event; what is missing is named, if something is. */
  WebhookEvent read(WebhookElement element) {
    if (!hasPlace(element)) {
      return Unreadable.of(element, place);
    }
    Optional<String> missing = needs.stream()
        .filter(need ->
            element.body().object().text(need).filter(id -> !id.isEmpty()).isEmpty())
        .findFirst();
    return missing.isPresent() ? Unreadable.of(element, missing.get()) : maker.apply(element);
  }
}
