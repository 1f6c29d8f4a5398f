package io.waxseal.cli;

import com.squareup.moshi.JsonWriter;
import io.waxseal.webhook.UnknownEvent;
import io.waxseal.webhook.WebhookElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import okio.Buffer;
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

  /** One line. Every member is always there, so that a reader of many lines needs no cases. */
  String toJson() {
    Buffer buffer = new Buffer();
    try (JsonWriter writer = JsonWriter.of(buffer)) {
      writer.setSerializeNulls(true);
      writer.beginObject().name("file").value(file.toString()).name("ok").value(ok());
      writer.name("events").beginArray();
      for (WebhookElement element : elements) {
        writer.beginObject();
        writer.name("field").value(element.field());
        writer.name("kind").value(element.kind());
        writer.name("unknown").value(element.event() instanceof UnknownEvent);
        writer.endObject();
      }
      writer.endArray().name("error").value(error).endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory does not fail", e);
    }
    return buffer.readUtf8();
  }
}
