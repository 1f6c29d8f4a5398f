package io.waxseal.cli;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.webhook.UnknownEvent;
import io.waxseal.webhook.Unreadable;
import io.waxseal.webhook.WebhookElement;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link WebhookInspect} says of a file.
 *
 * @param file the file, as the user named it
 * @param elements what it holds
 * @param error why it is no webhook body, or null if it is one
 */
record Inspection(
    Path file, List<WebhookElement> elements, @Nullable String error) {
  boolean ok() {
    return error == null;
  }

  /** Every member is always there, so that a reader of many lines needs no cases. */
  JsonObject toJson() {
    return JsonObject.builder()
        .put("file", file.toString())
        .put("ok", ok())
        .put("events", JsonArray.of(elements, Inspection::event))
        .put("error", error == null ? JsonNull.NULL : new JsonString(error))
        .build();
  }

  private static JsonObject event(WebhookElement element) {
    boolean unknown = element.event() instanceof UnknownEvent;
    return JsonObject.builder()
        .put("field", element.field())
        .put("kind", element.kind())
        .put("unknown", unknown && !(element.event() instanceof Unreadable))
        .build();
  }
}
