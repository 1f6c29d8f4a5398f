package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One entry of a webhook: what changed for one WhatsApp Business account. */
record Entry(String wabaId, List<Change> changes) {
  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", wabaId);
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
