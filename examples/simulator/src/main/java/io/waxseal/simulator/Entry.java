package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of a webhook: what changed for one WhatsApp Business account; only changes of the account itself have a time. */
record Entry(String wabaId, @Nullable Long time, List<Change> changes) {
  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", wabaId);
    if (time != null) {
      json.put("time", time);
    }
    json.put("changes", changes.stream().map(Change::toJson).toList());
    return json;
  }

  record Change(String field, Map<String, Object> value) {
    Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("value", value);
      json.put("field", field);
      return json;
    }
  }
}
