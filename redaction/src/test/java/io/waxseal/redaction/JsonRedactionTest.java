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
        "{'a':{'b':[{'c':'mail a@example.com'}]}}|{'a':{'b':[{'c':'mail [EMAIL]'}]}}",
        "{'otp_code':'x'}|{'otp_code':'[OTP]'}",
        "{'pin_code':'560001'}|{'pin_code':'[POSTAL_CODE]'}",
        "{'cvv':'••381','pin':'••4821'}|{'cvv':'[CARD_CVV]','pin':'[SECRET_PASSWORD]'}",
        "{'v':4.111111111111111E15}|{'v':'[CREDIT_CARD]'}",
        "{'v':4111111111111111e0}|{'v':'[CREDIT_CARD]'}",
        "{'v':4111111111111111.0}|{'v':'[CREDIT_CARD].0'}",
        "{'phone':4.915112345678E12}|{'phone':'[PHONE]'}",
        "{'lat':52.520008}|{'lat':'[GEO]'}",
        "\uFEFF{'password':{'v':'x'}}|{'password':{'v':'[SECRET_PASSWORD]'}}"
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
        "{\"pin_type\":\"round\"}",
        "{\"error_code\":131047}",
        "{\"v\":1.50}",
        "{\"v\":1e400}",
        "{\"v\":1e-40}",
        "{\"v\":41e100000111111}",
        "{\"v\":4e00000000000000000000000000000000000}",
        "{\"v\":-0.0}",
        "\uFEFF{\"a\":1}",
        "{\"\":483920}"
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

  /** What a text beside its name gives away, a member of that name gives away too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "api_key",
        "apiKey",
        "x-api-key",
        "X-Api-Key",
        "access_token",
        "refreshToken",
        "client_secret",
        "secret_key",
        "secretAccessKey",
        "private_key",
        "auth_token",
        "api_secret",
        "subscription_key",
        "X-Hub-Signature-256",
        "hub.verify_token",
        "otp_code",
        "otpCode",
        "pin_code",
        "cvv_code",
        "iban",
        "verification_code",
        "auth_code",
        "security_code",
        "signature",
        "account_number",
        "ssn",
        "Cookie"
      })
  void aTreeShowsNoMoreThanItsText(String name) {
    for (String value : List.of(
        "abcdef1234567890ABCD",
        "483920",
        "560001",
        "Bearer abcdef1234567890abcdef",
        "session=abcdef1234567890; Path=/",
        "sha256=" + "0123456789abcdef".repeat(4))) {
      String json = "{\"" + name + "\":\"" + value + "\"}";
      boolean hidden = !STANDARD.redact(json).text().contains(value)
          || !STANDARD.redact(name + ": " + value).text().contains(value);
      assertThat(hidden && STANDARD.redactJson(json).contains(value)).as(json).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AK_IAIOSFODNN7EXAMPLE",
        "gh_p_16C7e42F292c6912E7710c838347Ae178B4a",
        "ABCPE1_234F",
        "wamid._HBgNNDkxABCD"
      })
  void aNameThatIsItselfAValueIsReplaced(String parts) {
    String name = parts.replaceFirst("_", "");
    assertThat(STANDARD.redactJson("{\"" + name + "\":1}")).doesNotContain(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":2,\"n\":\"\\u0034111 1111 1111 1111\"}",
        "{\"a\":1,\"a\":2,\"password\":{\"v\":\"hunter2\"}}",
        "DEEP"
      })
  void aDocumentThatIsNotWalkedIsWithheld(String document) {
    String json = document.equals("DEEP")
        ? "[".repeat(JsonValue.MAX_DEPTH + 1) + "\"hunter2\"" + "]".repeat(JsonValue.MAX_DEPTH + 1)
        : document;
    assertThat(STANDARD.redactJson(json)).isEqualTo("[REDACTED]");
    assertThat(STANDARD.redactJson(new JsonArray(List.of(new JsonString(json)))))
        .isEqualTo(new JsonArray(List.of(new JsonString("[REDACTED]"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'address':'12 Main Street Springfield, ana@example.com'}|{'address':'[ADDRESS]'}",
        "{'address':'Ana <ana@example.com>'}|{'address':'[ADDRESS]'}",
        "{'address':'ana@example.com'}|{'address':'[EMAIL]'}"
      })
  void whatANameSaysOfTheTreatedTextHoldsAtOnce(String json, String expected) {
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
