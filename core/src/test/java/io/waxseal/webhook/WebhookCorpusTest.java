package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.person.Opened;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each webhook of the corpus, judged by a second reading of its content and by the name of its file. */
final class WebhookCorpusTest {
  private static final Map<String, String> PER_ELEMENT =
      Map.of("messages", "message", "statuses", "status");

  @Test
  void eachElementHasTheKindThatItsContentSays() {
    for (Path file : files()) {
      List<String> kinds =
          Payloads.parse(Payloads.read(file)).stream().map(WebhookElement::kind).toList();
      assertThat(kinds).as(name(file)).containsAll(expected(JsonValue.parse(Payloads.read(file))));
    }
  }

  @Test
  void eachFileHoldsWhatItIsNamedAfter() {
    for (Path file : files()) {
      String[] name = name(file).split("\\.");
      List<WebhookElement> elements = Payloads.parse(Payloads.read(file));
      assertThat(elements).as(name(file)).isNotEmpty();
      if (name[1].equals("message") && List.of("text", "image", "order").contains(name[2])) {
        assertThat(elements).as(name(file)).anyMatch(e -> e.kind().equals("message." + name[2]));
      } else if (name[1].equals("status") && !name[2].equals("payment")) {
        assertThat(elements).as(name(file)).anyMatch(e -> e.kind().equals("status." + name[2]));
      } else if (name[1].equals("user_preferences")) {
        assertThat(elements).as(name(file)).anyMatch(e -> e.kind().endsWith("." + name[2]));
      } else if (!List.of("message", "status", "batch", "errors", "unknown_field")
          .contains(name[1])) {
        assertThat(elements).as(name(file)).anyMatch(e -> e.field().equals(name[1]));
      }
    }
  }

  @Test
  void eachMessageAndStatusHasTheClassThatTheTableGivesItsType() {
    for (Path file : files()) {
      for (WebhookElement element : Payloads.parse(Payloads.read(file))) {
        List<Class<?>> classes =
            EventKinds.of(text(element.slice(), "field"), text(element.slice(), "list"))
                .shapes()
                .stream()
                .<Class<?>>map(Shape::type)
                .toList();
        boolean placeholders = name(file).equals("webhook.message.location.v3.json");
        if (!classes.isEmpty() && !placeholders) {
          assertThat(classes)
              .as(name(file) + " " + element.kind())
              .contains(element.event().getClass());
        }
      }
    }
  }

  @Test
  void messagesStatusesAndPreferencesNameTheirCustomer() {
    for (Path file : files()) {
      for (WebhookElement element : Payloads.parse(Payloads.read(file))) {
        boolean named = element.event() instanceof MessageReceived
            || element.event() instanceof StatusReceived
            || element.event() instanceof PreferenceReceived;
        boolean placeholders = Payloads.leaves(element.slice()).stream()
            .anyMatch(
                leaf -> leaf.contains("<") || leaf.matches("[A-Z_]*(NUMBER|ID|WHATSAPP)[A-Z_]*"));
        boolean aggregated = name(file).contains("group") && element.kind().startsWith("status.");
        boolean payment = name(file).contains("payment");
        if (named && !aggregated && !placeholders && !payment) {
          assertThat(element.points()).as(name(file) + " " + element.kind()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void eachCustomerOfADocumentIsNamed() {
    for (Path file : files()) {
      if (name(file).startsWith("webhook.account_")) {
        continue; // its numbers are the business's
      }
      byte[] body = Payloads.read(file);
      assertThat(PlainReading.named(Payloads.parse(body)))
          .as(name(file))
          .containsAll(PlainReading.people(JsonValue.parse(body)));
    }
  }

  @Test
  void eachWordOfACustomerIsSaid() {
    int words = 0;
    for (Path file : files()) {
      byte[] body = Payloads.read(file);
      Set<String> said = PlainReading.said(Payloads.parse(body));
      if (name(file).startsWith("webhook.message.")) {
        Set<String> written = PlainReading.written(JsonValue.parse(body));
        assertThat(said).as(name(file)).containsExactlyInAnyOrderElementsOf(written);
        words += written.size();
      }
      if (name(file).contains("echoes") || name(file).contains("status")) {
        assertThat(said).as(name(file)).isEmpty();
      }
    }
    assertThat(words).isGreaterThan(40);
  }

  @Test
  void eachFieldOfTheCorpusIsInTheTable() {
    Set<String> known = new TreeSet<>();
    EventKinds.all().forEach(row -> known.add(row.field()));
    for (Path file : files()) {
      if (!name(file).contains("unknown_field")) {
        for (WebhookElement element : Payloads.parse(Payloads.read(file))) {
          assertThat(known).as(name(file)).contains(element.field());
        }
      }
    }
  }

  /** Every value of the document but what the same words say in each. */
  private static Set<String> leaves(JsonValue value) {
    Set<String> leaves = new TreeSet<>();
    if (value instanceof JsonObject object) {
      object.members().values().forEach(member -> leaves.addAll(leaves(member)));
    } else if (value instanceof JsonArray array) {
      array.elements().forEach(element -> leaves.addAll(leaves(element)));
    } else {
      leaves.add(value instanceof JsonString text ? text.value() : value.toText());
    }
    leaves.removeAll(Set.of("whatsapp_business_account", "whatsapp", "page"));
    return leaves;
  }

  @Test
  void eachValueOfEachDocumentIsReachableFromSomeEvent() {
    int values = 0;
    for (Path file : files()) {
      byte[] payload = Payloads.read(file);
      Set<String> missing = leaves(JsonValue.parse(payload));
      values += missing.size();
      for (WebhookElement element : Payloads.parse(payload)) {
        missing.removeAll(leaves(element.slice()));
      }
      assertThat(missing).as(name(file)).isEmpty();
    }
    assertThat(values).isGreaterThan(1_000);
  }

  @Test
  void eachElementSurvivesBeingKept() {
    for (Path file : files()) {
      for (WebhookElement element : Payloads.parse(Payloads.read(file))) {
        WebhookElement restored = WebhookElement.restore(new Opened.Plain(element.toBytes()));
        assertThat(restored.kind()).isEqualTo(element.kind());
        assertThat(restored.points()).isEqualTo(element.points());
        assertThat(restored.dedupeKey()).isEqualTo(element.dedupeKey());
      }
    }
  }

  @Test
  void theTimeOfAMessageIsMetasNotOurs() {
    for (Path file : files()) {
      for (WebhookElement element : Payloads.parse(Payloads.read(file))) {
        if (element.event() instanceof MessageReceived message) {
          assertThat(message.occurredAt()).as(name(file)).isNotEqualTo(Payloads.ARRIVED);
        }
      }
    }
  }

  /** Which kinds must come out, read from the document in the plainest way. */
  private static List<String> expected(JsonValue document) {
    List<String> kinds = new ArrayList<>();
    for (JsonValue entry : list(document, "entry")) {
      for (JsonValue change : list(entry, "changes")) {
        String field = text(change, "field");
        JsonValue value = ((JsonObject) change).get("value").orElseThrow();
        if (field.equals("messages")) {
          PER_ELEMENT.forEach((list, prefix) -> list(value, list)
              .forEach(e ->
                  kinds.add(prefix + "." + word(e, prefix.equals("status") ? "status" : "type"))));
        } else if (field.equals("user_preferences")) {
          list(value, field).forEach(e -> kinds.add(field + "." + word(e, "value")));
        } else if (field.equals("calls")) {
          list(value, field).forEach(e -> kinds.add(field + "." + word(e, "event")));
        } else {
          String event = text(value, "event");
          kinds.add(event.isEmpty() ? field : field + "." + event);
        }
      }
    }
    return kinds;
  }

  private static List<JsonValue> list(JsonValue object, String name) {
    return ((JsonObject) object).get(name).orElse(new JsonArray(List.of()))
            instanceof JsonArray array
        ? array.elements()
        : List.of();
  }

  private static String word(JsonValue object, String name) {
    String word = text(object, name);
    return word.isEmpty() || word.contains("<") ? "unknown" : word;
  }

  private static String text(JsonValue object, String name) {
    return ((JsonObject) object).get(name).orElse(new JsonString("")) instanceof JsonString text
        ? text.value()
        : "";
  }

  private static List<Path> files() {
    List<Path> files = Payloads.corpus("webhook\\..*\\.json");
    assertThat(files).hasSizeGreaterThan(100);
    return files;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
