package io.waxseal.webhook;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Tells apart what a human may have written from what Meta's own fields hold. Only members known to hold ids, times and
 * enumerations are left alone, each at its own place; a member of the same name deeper inside is a human's.
 */
final class HumanText {
  private static final Set<String> AROUND = Set.of(
      "waba",
      "time",
      "field",
      "list",
      "arrived",
      "metadata.display_phone_number",
      "metadata.phone_number_id",
      "contact.wa_id",
      "contact.user_id",
      "contact.parent_user_id",
      "contact.identity_key_hash");
  private static final Map<String, Set<String>> ELEMENT = Map.of(
      "messages",
      Set.of(
          "id",
          "from",
          "from_user_id",
          "from_parent_user_id",
          "group_id",
          "timestamp",
          "type",
          "context.id",
          "context.from",
          "context.message_id",
          "reaction.message_id",
          "image.id",
          "image.sha256",
          "image.mime_type",
          "video.id",
          "video.sha256",
          "video.mime_type",
          "audio.id",
          "audio.sha256",
          "audio.mime_type",
          "document.id",
          "document.sha256",
          "document.mime_type",
          "sticker.id",
          "sticker.sha256",
          "sticker.mime_type",
          "order.catalog_id",
          "order.product_items[].product_retailer_id"),
      "statuses",
      Set.of(
          "id",
          "status",
          "timestamp",
          "type",
          "recipient_id",
          "recipient_type",
          "recipient_user_id",
          "recipient_parent_user_id",
          "recipient_participant_id",
          "recipient_participant_user_id",
          "recipient_participant_parent_user_id",
          "participant_recipient_id",
          "parent_recipient_user_id",
          "recipient_identity_key_hash",
          "biz_opaque_callback_data",
          "errors[].code",
          "conversation.id",
          "conversation.expiration_timestamp",
          "conversation.origin.type",
          "pricing.billable",
          "pricing.pricing_model",
          "pricing.type",
          "pricing.category"),
      "user_preferences",
      Set.of("wa_id", "user_id", "parent_user_id", "category", "value", "timestamp"));

  private final Set<String> spared;
  private final BiFunction<List<String>, String, String> f;
  private final List<String> names = new ArrayList<>();

  private HumanText(Set<String> spared, BiFunction<List<String>, String, String> f) {
    this.spared = spared;
    this.f = f;
  }

  static JsonObject map(String list, JsonObject slice, BiFunction<List<String>, String, String> f) {
    HumanText element = new HumanText(ELEMENT.getOrDefault(list, Set.of()), f);
    HumanText around = new HumanText(AROUND, f);
    JsonObject.Builder mapped = JsonObject.builder();
    slice
        .members()
        .forEach((name, value) -> mapped.put(
            name,
            name.equals("element") ? element.map("", value) : around.member(name, name, value)));
    return mapped.build();
  }

  private JsonValue member(String name, String path, JsonValue value) {
    names.add(name);
    JsonValue mapped = map(path, value);
    names.remove(names.size() - 1);
    return mapped;
  }

  private JsonValue map(String path, JsonValue value) {
    if (value instanceof JsonObject object) {
      JsonObject.Builder mapped = JsonObject.builder();
      object
          .members()
          .forEach((name, member) ->
              mapped.put(name, member(name, path.isEmpty() ? name : path + "." + name, member)));
      return mapped.build();
    }
    if (value instanceof JsonArray array) {
      List<JsonValue> mapped = new ArrayList<>();
      array.elements().forEach(element -> mapped.add(map(path + "[]", element)));
      return new JsonArray(mapped);
    }
    return spared.contains(path)
        ? value
        : value.mapText(text -> f.apply(Collections.unmodifiableList(names), text));
  }
}
