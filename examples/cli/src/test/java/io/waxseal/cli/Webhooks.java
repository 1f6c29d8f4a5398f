package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** Webhook bodies made here; the private parts are planted so that a test can look for them. */
final class Webhooks {
  static final String NUMBER = "4915770001122";
  static final String TEXT = "meet me at the planted place";
  static final String MESSAGE_ID = "wamid.PLANTEDID";

  private Webhooks() {}

  static byte[] text() {
    return body(
        "messages",
        JsonObject.builder()
            .put("messages", JsonArray.of(List.of(message("text"))))
            .build());
  }

  static byte[] body(String field, JsonObject value) {
    JsonObject change =
        JsonObject.builder().put("field", field).put("value", value).build();
    JsonObject entry = JsonObject.builder()
        .put("id", "102290129340398")
        .put("changes", JsonArray.of(List.of(change)))
        .build();
    return JsonObject.builder()
        .put("object", "whatsapp_business_account")
        .put("entry", JsonArray.of(List.of(entry)))
        .build()
        .toBytes();
  }

  static JsonObject message(String type) {
    return JsonObject.builder()
        .put("from", NUMBER)
        .put("id", MESSAGE_ID)
        .put("timestamp", "1770000000")
        .put("type", type)
        .put(type, JsonObject.builder().put("body", TEXT).build())
        .build();
  }

  static byte[] messages(String... types) {
    List<JsonObject> messages = Stream.of(types).map(Webhooks::message).toList();
    return body(
        "messages", JsonObject.builder().put("messages", JsonArray.of(messages)).build());
  }

  static byte[] notAWebhook() {
    return ("{\"private\":\"" + TEXT + "\"}").getBytes(UTF_8);
  }
}
