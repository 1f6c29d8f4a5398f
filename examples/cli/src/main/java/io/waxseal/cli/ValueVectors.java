package io.waxseal.cli;

import io.waxseal.json.JsonBoolean;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.detect.EntityType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares the verdict on single values with lines that say whether each is valid. Only lines that another validator has
 * confirmed count: {@code xcheck} is {@code agree} or {@code self}.
 */
final class ValueVectors {
  private int agreements;
  private int disagreements;

  private ValueVectors() {}

  static JsonObject judge(List<JsonObject> lines) {
    ValueVectors overall = new ValueVectors();
    Map<String, ValueVectors> types = new TreeMap<>();
    for (JsonObject line : lines) {
      if (isConfirmed(line)) {
        String type = LabelledLines.text(line, "type");
        boolean agrees = agrees(line, type);
        overall.count(agrees);
        types.computeIfAbsent(type, name -> new ValueVectors()).count(agrees);
      }
    }
    JsonObject.Builder byType = JsonObject.builder();
    types.forEach((type, vectors) -> byType.put(type, vectors.toJson().build()));
    return JsonObject.builder()
        .put("overall", overall.toJson().put("share", overall.share()).build())
        .put("types", byType.build())
        .build();
  }

  private static boolean isConfirmed(JsonObject line) {
    return line.get("xcheck").orElse(null) instanceof JsonString xcheck
        && (xcheck.value().equals("agree") || xcheck.value().equals("self"));
  }

  private static boolean agrees(JsonObject line, String type) {
    boolean valid = line.get("valid").orElse(null) instanceof JsonBoolean b && b.value();
    Optional<Boolean> judged =
        Redactor.admits(new EntityType(type), LabelledLines.text(line, "value"));
    return judged.isPresent() && judged.get() == valid;
  }

  private void count(boolean agrees) {
    agreements += agrees ? 1 : 0;
    disagreements += agrees ? 0 : 1;
  }

  private JsonValue share() {
    return Score.decimal(Score.share(agreements, agreements + disagreements));
  }

  private JsonObject.Builder toJson() {
    return JsonObject.builder().put("agreements", agreements).put("disagreements", disagreements);
  }
}
