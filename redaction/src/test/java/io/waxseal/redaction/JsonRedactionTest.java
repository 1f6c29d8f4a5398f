package io.waxseal.redaction;

import static io.waxseal.redaction.Redacted.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRedactionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'password':'x y z'}|{'password':'[SECRET_PASSWORD]'}",
        "{'userPassword':'x'}|{'userPassword':'[SECRET_PASSWORD]'}",
        "{'screen_0_Password_1':'abc'}|{'screen_0_Password_1':'[SECRET_PASSWORD]'}",
        "{'pin':4821}|{'pin':'[SECRET_PASSWORD]'}",
        "{'cvv':'381'}|{'cvv':'[CARD_CVV]'}",
        "{'card_number':'1'}|{'card_number':'[CREDIT_CARD]'}",
        "{'cardNumber':411}|{'cardNumber':'[CREDIT_CARD]'}",
        "{'pwd':{'a':['b',1,true,null]}}|{'pwd':{'a':['[SECRET_PASSWORD]','[SECRET_PASSWORD]',true,null]}}",
        "{'phone':'0612001122'}|{'phone':'[PHONE]'}",
        "{'otp':'482913'}|{'otp':'[OTP]'}",
        "[4111111111111111]|['[CREDIT_CARD]']",
        "{'a':{'b':[{'c':'mail a@example.com'}]}}|{'a':{'b':[{'c':'mail [EMAIL]'}]}}"
      })
  void aTreeIsRedactedByNameAndByText(String json, String expected) {
    assertThat(STANDARD.redactJson(json.replace('\'', '"'))).isEqualTo(expected.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"password_reset_url\":\"https://example.com\"}",
        "{\"password\":true}",
        "{\"password\":null}",
        "{\"password\":\"\"}",
        "{\"code\":131047}",
        "{\"timestamp\":\"1718035200\"}",
        "{\"id\":\"106540352242922\"}",
        "{\"shipping\":\"fast\"}",
        "{\"order_id\":7718223301}",
        "{ \"a\" : 1 }",
        "[]",
        "1",
        "\"x\"",
        "{\"pin_type\":\"round\"}"
      })
  void harmlessMembersAreLeft(String json) {
    assertThat(STANDARD.redactJson(json)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'4111111111111111':1}|{'[CREDIT_CARD]':1}",
        "{'my card is 4111 1111 1111 1111':true}|{'my card is [CREDIT_CARD]':true}",
        "{'password: hunter2xyz':0}|{'password: [SECRET_PASSWORD]':'[SECRET_PASSWORD]'}",
        "{'a':[{'mail ana@example.com':{}}]}|{'a':[{'mail [EMAIL]':{}}]}",
        "{'pin':{'4111111111111111':'1'}}|{'pin':{'[CREDIT_CARD]':'[SECRET_PASSWORD]'}}",
        "{'4111111111111111':1,'5500005555555559':2,'4012888888881881':3}|{'[CREDIT_CARD]':1,'[CREDIT_CARD] (1)':2,'[CREDIT_CARD] (2)':3}",
        "{'4111111111111111':1,'[CREDIT_CARD]':2,'[CREDIT_CARD] (1)':3}|{'[CREDIT_CARD] (2)':1,'[CREDIT_CARD]':2,'[CREDIT_CARD] (1)':3}"
      })
  void aNameIsExaminedToo(String json, String expected) {
    String redacted = STANDARD.redactJson(json.replace('\'', '"'));
    assertThat(redacted).isEqualTo(expected.replace('\'', '"'));
    assertThat(STANDARD.redactJson(redacted)).isEqualTo(redacted);
  }

  @Test
  void manyNamesThatBecomeOneLoseNoMember() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = 4000; i < 5000; i++) {
      members.put(Redacted.card(String.valueOf(i), 16), JsonNull.NULL);
    }
    JsonObject redacted = (JsonObject) STANDARD.redactJson(JsonObject.of(members));
    assertThat(redacted.members()).hasSize(1_000);
    assertThat(redacted.members().keySet()).allMatch(name -> name.startsWith("[CREDIT_CARD]"));
    assertThat(STANDARD.redactJson(redacted)).isEqualTo(redacted);
  }

  @Test
  void whatLiesAtTheBoundIsTreatedAndWhatLiesDeeperIsWithheld() {
    JsonValue card = new JsonString("4111111111111111");
    JsonValue pin = new JsonString("4821");
    for (String name : List.of("", "a")) {
      assertThat(STANDARD.redactJson(nested(name, JsonValue.MAX_DEPTH, card)).toText())
          .contains("[CREDIT_CARD]");
      assertThat(
              STANDARD.redactJson(nested(name, JsonValue.MAX_DEPTH + 1, card)).toText())
          .contains("[REDACTED]");
      assertThat(STANDARD
              .redactJson(JsonObject.builder()
                  .put("pin", nested(name, JsonValue.MAX_DEPTH - 1, pin))
                  .build())
              .toText())
          .contains("[SECRET_PASSWORD]");
      assertThat(STANDARD
              .redactJson(JsonObject.builder()
                  .put("pin", nested(name, JsonValue.MAX_DEPTH, pin))
                  .build())
              .toText())
          .contains("[REDACTED]");
    }
  }

  /** A value in as many lists, or in lists and objects by turns. */
  private static JsonValue nested(String name, int depth, JsonValue value) {
    JsonValue nested = value;
    for (int i = 0; i < depth; i++) {
      nested = name.isEmpty() || i % 2 == 0
          ? new JsonArray(List.of(nested))
          : JsonObject.builder().put(name, nested).build();
    }
    return nested;
  }

  @Test
  void aTextKnowsTheNamesAroundIt() {
    RedactionFilter filter = STANDARD.filter(Direction.EXPORT);
    assertThat(filter.redactAny(List.of(), "card 4111111111111111"))
        .isEqualTo("card [CREDIT_CARD]");
    assertThat(filter.redactAny(List.of("from"), "491512345015")).isEqualTo("[PHONE]");
    assertThat(filter.redactAny(List.of("profile", "name"), "Ana")).isEqualTo("[PERSON]");
    assertThat(filter.redactAny(List.of("pin", "value"), "4821")).isEqualTo("[SECRET_PASSWORD]");
  }

  @Test
  void spaceAroundJsonInAStringChangesNothing() {
    assertThat(STANDARD.redactJson("{\"a\":\" {\\\"cvv\\\":381} \"}"))
        .isEqualTo("{\"a\":\"{\\\"cvv\\\":\\\"[CARD_CVV]\\\"}\"}");
  }

  @Test
  void jsonInAStringIsWalkedAsATree() {
    String inner = "{\"pin\":\"4821\",\"note\":\"hi\"}";
    JsonValue redacted = STANDARD.redactJson(new JsonArray(List.of(new JsonString(inner))));
    assertThat(redacted)
        .isEqualTo(new JsonArray(
            List.of(new JsonString("{\"pin\":\"[SECRET_PASSWORD]\",\"note\":\"hi\"}"))));
  }

  @Test
  void jsonInJsonInJsonIsWalkedToo() {
    JsonValue json = JsonValue.parse("{\"cvv\":\"381\"}");
    for (int i = 0; i < 3; i++) {
      json = new JsonArray(List.of(new JsonString(json.toText())));
    }
    assertThat(STANDARD.redactJson(json).toText()).contains("[CARD_CVV]").doesNotContain("381");
  }

  @Test
  void nestingBeyondTheBoundIsWithheld() {
    JsonValue json = new JsonString("4821");
    for (int i = 0; i < 5_000; i++) {
      json = new JsonArray(List.of(json));
    }
    assertThat(STANDARD.redactJson(json).toText()).contains("[REDACTED]").doesNotContain("4821");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"password\":\"hunter2\"",
        "password: hunter2 {",
        "{'password':'hunter2'}",
        "[\"password: hunter2\"",
        "{\"a\":1}{\"pwd\":\"hunter2\"}"
      })
  void whatIsNoJsonIsRedactedAsText(String broken) {
    assertThat(STANDARD.redactJson(broken)).doesNotContain("hunter2");
  }

  @Test
  void redactingATreeTwiceIsRedactingItOnce() {
    String once = STANDARD.redactJson(
        "{\"pin\":4821,\"phone\":\"call 0612001122\",\"x\":\"{\\\"cvv\\\":1}\"}");
    assertThat(STANDARD.redactJson(once)).isEqualTo(once);
  }

  @Test
  void aValueWhoseDetectorFailsIsWithheldAlone() {
    Redactor broken = Redactor.builder()
        .addDetector((text, found) -> {
          if (text.toString().contains("bad")) {
            throw new IllegalStateException();
          }
        })
        .build();
    assertThat(broken.redactJson("{\"a\":\"bad\",\"b\":\"good\"}"))
        .isEqualTo("{\"a\":\"[REDACTED]\",\"b\":\"good\"}");
  }
}
