package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

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
}
