package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.account.Tenant;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.WebhookElement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place of a message or an event that can hold text. */
class JsonPlacesTest {

  private static final Redactor REDACTOR = Redactor.standard();
  private static final String CARD = "card 4111 1111 1111 1111";

  private static final String CONTACTS = """
      {"type":"contacts","contacts":[{"birthday":"1999-01-23",
      "name":{"formatted_name":"Barbara J. Probe","first_name":"Barbara"},
      "addresses":[{"street":"1 Lucky Shrub Way","zip":"94025","city":"Menlo Park"}],
      "phones":[{"phone":"+16505559999","wa_id":"16505559999"}],"emails":[{"email":"b@example.com"}]}]}""";
  private static final String LOCATION = """
      {"type":"location","location":{"latitude":37.44216251868683,"longitude":"-122.16153582049394",
      "name":"Anas flat","address":"Beispielweg 7","url":"https://example.com"}}""";
  private static final String FLOW = """
      {"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"body":"Sent","name":"flow",
      "response_json":"{\\"flow_token\\":\\"f\\",\\"values\\":{\\"name\\":\\"Ana Probe\\",\\"address\\":\\"Wing A, Probe Road\\",\\"in_pin_code\\":\\"400063\\",\\"phone_number\\":\\"+919800000001\\"}}"}}}""";

  @Test
  void aContactCardLosesAllThatSaysWhoItIs() {
    assertThat(REDACTOR.redactJson(CONTACTS))
        .contains("[DATE_OF_BIRTH]", "[PERSON]", "[ADDRESS]", "[POSTAL_CODE]", "[PHONE]", "[EMAIL]")
        .doesNotContain("Barbara")
        .doesNotContain("Lucky")
        .doesNotContain("94025")
        .doesNotContain("9999")
        .doesNotContain("1999-01-23");
  }

  @Test
  void aPlaceLosesItsNumbersAndNames() {
    assertThat(REDACTOR.redactJson(LOCATION))
        .contains("\"latitude\":\"[GEO]\",\"longitude\":\"[GEO]\"")
        .doesNotContain("37.44")
        .doesNotContain("122.16")
        .doesNotContain("Anas")
        .doesNotContain("Beispielweg");
  }

  @Test
  void aPlaceMayBecomeCoarser() {
    Redactor redactor = Redacted.with(PolicyRule.export(Treatment.generalise(), "GEO"));
    String once = redactor.redactJson(LOCATION);
    assertThat(once).contains("\"latitude\":\"[GEO:37.4]\",\"longitude\":\"[GEO:-122.2]\"");
    assertThat(redactor.redactJson(once)).isEqualTo(once);
  }

  @Test
  void theAnswersOfAFlowAreWalkedByTheirNames() {
    assertThat(REDACTOR.redactJson(FLOW))
        .contains(
            "[PERSON]", "[ADDRESS]", "[POSTAL_CODE]", "[PHONE]", "\\\"flow_token\\\":\\\"f\\\"")
        .doesNotContain("Probe")
        .doesNotContain("400063");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'from':'491512345015'}|{'from':'[PHONE]'}",
        "{'to':['491512345015','491512345016']}|{'to':['[PHONE]','[PHONE]']}",
        "{'wa_id':491512345015}|{'wa_id':'[PHONE]'}",
        "{'profile':{'name':'Ana'}}|{'profile':{'name':'[PERSON]'}}",
        "{'dateOfBirth':'1.4.79'}|{'dateOfBirth':'[DATE_OF_BIRTH]'}",
        "{'address':'Beispielweg 7'}|{'address':'[ADDRESS]'}",
        "{'lat':48.2,'lng':16.3}|{'lat':'[GEO]','lng':'[GEO]'}"
      })
  void namesOfMembersSayWhatTheirValuesDoNot(String json, String expected) {
    String redacted = REDACTOR.redactJson(json.replace('\'', '"'));
    assertThat(redacted).isEqualTo(expected.replace('\'', '"'));
    assertThat(REDACTOR.redactJson(redacted)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"from\":\"desk\",\"to\":\"shop\"}",
        "{\"name\":\"flow\"}",
        "{\"address\":\"default\"}",
        "{\"latitude\":\"unknown\",\"lat\":true}",
        "{\"zip\":\"archive\"}",
        "{\"birthday\":\"\",\"surname\":\"-\"}"
      })
  void aNameAloneMakesNothingOfAValueThatIsNoneSuch(String json) {
    assertThat(REDACTOR.redactJson(json)).isEqualTo(json);
  }

  @Test
  void whatMayComeInStaysForTheDesk() {
    for (String message : List.of(CONTACTS, LOCATION, FLOW)) {
      Received received = received((JsonObject) JsonValue.parse(message));
      assertThat(filtered(REDACTOR, received).raw()).isEqualTo(received.raw());
    }
  }

  @Test
  void inboundANameDecidesToo() {
    JsonObject unknown = (JsonObject)
        JsonValue.parse(
            "{\"type\":\"hologram\",\"hologram\":{\"password\":{\"value\":[\"xyzzy\",7]},\"cvv\":\"381\",\"hint\":\"x\"}}");
    assertThat(filtered(REDACTOR, received(unknown)).raw().toText())
        .contains(
            "{\"value\":[\"[SECRET_PASSWORD]\",\"[SECRET_PASSWORD]\"]}",
            "[CARD_CVV]",
            "\"hint\":\"x\"")
        .doesNotContain("xyzzy")
        .doesNotContain("381");
  }

  @Test
  void inboundAPlaceIsTreatedIfThePolicySaysSo() {
    Redactor redactor = Redacted.with(
        PolicyRule.inbound(Treatment.generalise(), "GEO"),
        PolicyRule.inbound(Treatment.label(), "ADDRESS", "PERSON", "PHONE"));
    assertThat(filtered(redactor, received((JsonObject) JsonValue.parse(LOCATION)))
            .raw()
            .toText())
        .contains("[GEO:37.4]", "[GEO:-122.2]", "\"name\":\"[ADDRESS]\"")
        .doesNotContain("Beispielweg");
    assertThat(filtered(redactor, received((JsonObject) JsonValue.parse(CONTACTS)))
            .raw()
            .toText())
        .contains("[PERSON]", "[ADDRESS]", "[PHONE]")
        .doesNotContain("Barbara");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aSecretInAnyDepthOfDocumentsIsNotReleased(int depth) {
    JsonValue json = JsonValue.parse("{\"pin\":\"4821\"}");
    for (int i = 0; i < depth; i++) {
      json = JsonObject.builder().put("a", json.toText()).build();
    }
    assertThat(REDACTOR.redactJson(json.toText()))
        .contains(depth > 4 ? "[REDACTED]" : "[SECRET_PASSWORD]")
        .doesNotContain("4821");
    Received received =
        received(JsonObject.builder().put("type", "odd").put("odd", json).build());
    assertThat(filtered(REDACTOR, received).raw().toText()).doesNotContain("4821");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aDocumentThatWasQuotedTooOftenIsReadStill(int times) {
    String json = "{\"pin\":\"4821\",\"password\":\"xyzzy\"}";
    for (int i = 0; i < times; i++) {
      json = new JsonString(json).toText();
    }
    assertThat(REDACTOR.redactJson(json))
        .contains(times > 4 ? "[REDACTED]" : "[SECRET_PASSWORD]")
        .doesNotContain("4821")
        .doesNotContain("xyzzy");
  }

  /** Every text and number of every sample, wherever it stands, is somebody's to write. */
  @Test
  void aCardInAnyPlaceOfAnySampleIsFound() throws IOException {
    for (JsonValue sample : samples()) {
      int places = leaves(sample).size();
      for (int place = 0; place < places; place++) {
        String text = planted(sample, place).toText();
        assertThat(REDACTOR.redactJson(text)).doesNotContain("1111 1111");
        assertThat(REDACTOR.filter(Direction.INBOUND).redactJson(text)).doesNotContain("1111 1111");
      }
    }
  }

  @Test
  void redactingASampleTwiceIsRedactingItOnce() throws IOException {
    for (JsonValue sample : samples()) {
      String once = REDACTOR.redactJson(sample.toText());
      assertThat(REDACTOR.redactJson(once)).isEqualTo(once);
    }
  }

  @Test
  void noNumberOfACustomerIsLeftInAnExportOfAnyMessage() throws IOException {
    for (JsonValue sample : samples()) {
      List<String> numbers = new ArrayList<>();
      numbers(sample, numbers);
      String exported = REDACTOR.redactJson(sample.toText());
      for (String number : numbers) {
        assertThat(exported).doesNotContain("\"" + number + "\"");
      }
    }
  }

  private static void numbers(JsonValue value, List<String> numbers) {
    if (value instanceof JsonObject object) {
      object.members().forEach((name, member) -> {
        if (List.of("wa_id", "recipient_id", "phone").contains(name)
            && member instanceof JsonString text
            && text.value().matches("\\+?[0-9 ()-]{8,20}")
            && text.value().chars().distinct().count() > 2) {
          numbers.add(text.value());
        }
        numbers(member, numbers);
      });
    } else if (value instanceof JsonArray array) {
      array.elements().forEach(element -> numbers(element, numbers));
    }
  }

  private static List<JsonValue> samples() throws IOException {
    List<JsonValue> samples = new ArrayList<>();
    for (String message : List.of(CONTACTS, LOCATION, FLOW)) {
      samples.add(JsonValue.parse(message));
    }
    String corpus = System.getProperty("waxseal.corpus");
    if (corpus == null) {
      return samples;
    }
    Path folder = Path.of(corpus, "cloud-api");
    assumeTrue(Files.isDirectory(folder), "the corpus holds no cloud-api");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        try {
          samples.add(JsonValue.parse(Files.readAllBytes(file)));
        } catch (MalformedPayloadException e) {
          assertThat(file.getFileName().toString()).startsWith("api.");
        }
      }
    }
    assertThat(samples).hasSizeGreaterThan(300);
    return samples;
  }

  private static List<String> leaves(JsonValue value) {
    List<String> leaves = new ArrayList<>();
    value.mapText(text -> {
      leaves.add(text);
      return text;
    });
    return leaves;
  }

  private static JsonValue planted(JsonValue value, int place) {
    int[] left = {place};
    return value.mapText(text -> left[0]-- == 0 ? CARD : text);
  }

  private static Received received(JsonObject message) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("from", new JsonString("491512345015"));
    members.put("id", new JsonString("wamid.TEST"));
    members.put("timestamp", new JsonString("1758254144"));
    members.putAll(message.members());
    JsonObject slice = JsonObject.builder()
        .put("field", "messages")
        .put("list", "messages")
        .put("element", JsonObject.of(members))
        .build();
    return Received.of(
        UUID.randomUUID(),
        new Person(Tenant.DEFAULT, UUID.randomUUID()),
        WebhookElement.restore(new Opened.Plain(slice.toText().getBytes(StandardCharsets.UTF_8))));
  }

  private static Received filtered(Redactor redactor, Received received) {
    return redactor.beforeHandlers().get(0).filter(received, null);
  }
}
