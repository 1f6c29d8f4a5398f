package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A filter is told under which names a text stands. */
final class NamedTextTest {

  @Test
  void eachTextComesWithTheNamesAroundIt() {
    List<String> places = new ArrayList<>();
    WebhookElement element = Payloads.parse(Payloads.fixture("text.json")).get(0);
    element.mapText((names, text) -> {
      places.add(String.join(".", names));
      return text;
    });
    assertThat(places).contains("text.body", "contact.profile.name");
  }

  @Test
  void bothWaysSeeTheSameTexts() {
    for (String name : Payloads.FIXTURES) {
      for (WebhookElement element : Payloads.parse(Payloads.fixture(name))) {
        List<String> plain = new ArrayList<>();
        List<String> named = new ArrayList<>();
        element.mapText(text -> {
          plain.add(text);
          return text;
        });
        element.mapText((names, text) -> {
          assertThat(names).isNotEmpty();
          named.add(text);
          return text;
        });
        assertThat(named).as(name).isEqualTo(plain);
      }
    }
  }
}
