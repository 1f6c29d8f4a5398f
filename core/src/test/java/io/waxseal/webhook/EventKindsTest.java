package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Walks the table of kinds: a row that forgets its people or its words fails here. */
final class EventKindsTest {
  /** Rows about the business, or about nobody in particular. */
  private static final Set<String> ABOUT_NOBODY = Set.of(
      "account_alerts/",
      "account_review_update/",
      "account_settings_update/",
      "account_update/",
      "automatic_events/automatic_events",
      "business_capability_update/",
      "business_username_updates/",
      "calls/errors",
      "flows/",
      "history/history",
      "message_template_components_update/",
      "message_template_quality_update/",
      "message_template_status_update/",
      "messages/errors",
      "partner_solutions/",
      "payment_configuration_update/",
      "phone_number_name_update/",
      "phone_number_quality_update/",
      "phone_number_username_update/",
      "security/",
      "template_category_update/");
  /** Rows in which a customer says something in words. */
  private static final Set<String> SPEAKING =
      Set.of("messages/messages", "standby/messages", "history/threads", "history/messages");
  /** Rows shaped like another one that a fixture holds. */
  private static final Set<String> LIKE_ANOTHER = Set.of(
      "message_echoes/message_echoes",
      "tracking/message_echoes",
      "group_lifecycle_update/groups",
      "group_settings_update/groups",
      "group_status_update/groups");

  @Test
  void eachRowNamesItsPeopleOrIsAboutNobody() {
    for (EventKind row : EventKinds.all()) {
      List<WebhookElement> samples = samples(row);
      if (ABOUT_NOBODY.contains(name(row))) {
        assertThat(PlainReading.named(samples)).as(name(row)).isEmpty();
      } else if (!LIKE_ANOTHER.contains(name(row))) {
        assertThat(PlainReading.named(samples)).as(name(row)).isNotEmpty();
      }
    }
  }

  @Test
  void eachRowHasAClass() {
    for (EventKind row : EventKinds.all()) {
      assertThat(row.shapes()).as(name(row)).isNotEmpty();
      assertThat(row.shapes())
          .as(name(row))
          .allMatch(shape -> !UnknownEvent.class.isAssignableFrom(shape.type()));
    }
  }

  @Test
  void noSampleOfAKnownKindIsUnknown() {
    Set<String> odd = Set.of("unknown_field.json", "unknown_kind.json", "changed_fields.json");
    for (String name : Payloads.FIXTURES) {
      if (!odd.contains(name)) {
        assertThat(Payloads.parse(Payloads.fixture(name)))
            .as(name)
            .noneMatch(element -> element.event() instanceof UnknownEvent);
      }
    }
  }

  @Test
  void eachClassStandsInTheTableOfTheDocument() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "events.md"));
    for (EventKind row : EventKinds.all()) {
      for (Shape shape : row.shapes()) {
        assertThat(document).contains("`" + shape.type().getSimpleName() + "`");
      }
      assertThat(document).contains("`" + row.field() + "`");
    }
  }

  @Test
  void eachRowThatACustomerMakesNamesHer() {
    for (EventKind row : EventKinds.all()) {
      assertThat(samples(row).stream().filter(WebhookElement::byCustomer))
          .as(name(row))
          .allSatisfy(element -> assertThat(element.points()).isNotEmpty());
    }
    assertThat(elements().stream().filter(WebhookElement::byCustomer)).hasSizeGreaterThan(20);
  }

  @Test
  void eachRowWithWordsOfACustomerSaysThemAndNoOtherDoes() {
    for (EventKind row : EventKinds.all()) {
      Set<String> said = PlainReading.said(samples(row));
      if (SPEAKING.contains(name(row))) {
        assertThat(said).as(name(row)).isNotEmpty();
      } else {
        assertThat(said).as(name(row)).isEmpty();
      }
    }
  }

  @Test
  void whateverLooksLikeAPersonOrAWordInAFixtureIsFound() {
    for (String name : Payloads.FIXTURES) {
      if (!name.startsWith("unknown_")) {
        byte[] body = Payloads.fixture(name);
        List<WebhookElement> elements = Payloads.parse(body);
        assertThat(PlainReading.named(elements))
            .as(name)
            .containsAll(PlainReading.people(JsonValue.parse(body)));
        assertThat(PlainReading.said(elements))
            .as(name)
            .containsAll(PlainReading.written(JsonValue.parse(body)));
      }
    }
  }

  @Test
  void aTestimonyNamesAtMostOnePointOfAKind() {
    elements().forEach(WebhookMutationTest::use);
  }

  @Test
  void anEventTestifiesAboutItsOwnCustomerFirst() {
    for (WebhookElement element : elements()) {
      if (!element.points().isEmpty()) {
        assertThat(element.testimonies()).as(element.kind()).isNotEmpty();
        assertThat(element.points())
            .as(element.kind())
            .containsAll(element.testimonies().get(0).points());
      }
    }
  }

  @Test
  void onlyMessagesAndCallsOfACustomerOpenTheWindow() {
    Set<String> kinds = elements().stream()
        .filter(WebhookElement::opensWindow)
        .map(element -> element.field() + " " + element.kind())
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(kinds)
        .allMatch(kind -> kind.startsWith("messages message."))
        .contains("messages message.text", "messages message.button", "messages message.contacts")
        .doesNotContain(
            "messages message.reaction",
            "messages message.system",
            "messages message.edit",
            "messages message.revoke");
  }

  private static String name(EventKind row) {
    return row.field() + "/" + row.list();
  }

  private static List<WebhookElement> samples(EventKind row) {
    return elements().stream()
        .filter(element -> text(element.slice(), "field").equals(row.field()))
        .filter(element -> text(element.slice(), "list").equals(row.list()))
        .toList();
  }

  private static String text(JsonObject slice, String name) {
    return slice.get(name).orElse(new JsonString("")) instanceof JsonString text
        ? text.value()
        : "";
  }

  private static List<WebhookElement> elements() {
    List<WebhookElement> all = new ArrayList<>();
    Payloads.FIXTURES.forEach(name -> all.addAll(Payloads.parse(Payloads.fixture(name))));
    return all;
  }
}
