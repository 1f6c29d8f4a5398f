package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class WebhookCompletenessTest {
  @Test
  void noLeafOfTheCorpusIsLost() {
    Map<String, Set<String>> all = new TreeMap<>();
    for (Path file : Payloads.corpus("webhook\\..*\\.json")) {
      Set<String> lost = Payloads.leaves(JsonValue.parse(Payloads.read(file)));
      for (WebhookElement element : Payloads.parse(Payloads.read(file))) {
        lost.removeAll(Payloads.leaves(element.slice()));
      }
      lost.remove("whatsapp_business_account");
      lost.remove("whatsapp");
      if (!lost.isEmpty()) {
        all.put(file.getFileName().toString(), lost);
      }
    }
    assertThat(all).isEmpty();
  }

  @Test
  void eachLeafOfAnElementIsReadByItsPath() {
    for (Path file : Payloads.corpus("webhook\\..*\\.json")) {
      for (WebhookElement element : Payloads.parse(Payloads.read(file))) {
        assertReached(element.slice(), element.slice(), "");
        assertThat(element.event().raw()).isEqualTo(element.body().object());
      }
    }
  }

  private static void assertReached(JsonObject root, JsonValue here, String path) {
    if (here instanceof JsonObject object) {
      object
          .members()
          .forEach((name, value) ->
              assertReached(root, value, path.isEmpty() ? name : path + "." + name));
    } else if (here instanceof JsonArray array) {
      for (int i = 0; i < array.elements().size(); i++) {
        assertReached(root, array.elements().get(i), path + "[" + i + "]");
      }
    } else {
      assertThat(root.text(path)).as(path).isEqualTo(here.scalar());
    }
  }
}
