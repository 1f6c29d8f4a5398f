package io.waxseal.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTest {
  private static final String TEMPLATE = """
      {"messaging_product":"whatsapp","to":"16505551234","type":"template","template":%s}""";

  private Simulator simulator;
  private Caller caller;

  @BeforeAll
  void start() {
    simulator = Caller.builder().start();
    caller = new Caller(simulator);
  }

  @AfterAll
  void close() {
    assertThat(simulator.accepted()).isEmpty();
    simulator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "null",
        "[]",
        "\"whatsapp\"",
        "{}{}",
        "{\"messaging_product\":\"whatsapp\",\"messaging_product\":\"whatsapp\"}",
        "{'messaging_product':'whatsapp'}"
      })
  void aBodyThatIsNoJsonObjectIs100(String body) {
    Caller.Reply reply = caller.send(body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(100);
  }

  @Test
  void invalidUtf8Is100() {
    byte[] body = Caller.TEXT.getBytes(UTF_8);
    body[body.length - 4] = (byte) 0xff;

    assertThat(caller.send(body).code()).isEqualTo(100);
  }

  @Test
  void deepNestingIs100() {
    assertThat(caller.send("{\"a\":".repeat(5000) + "1" + "}".repeat(5000)).code())
        .isEqualTo(100);
  }

  @Test
  void aBodyAboveTheLimitIs100() {
    assertThat(caller.send(" ".repeat(5 << 20) + Caller.TEXT).code()).isEqualTo(100);
  }

  @Test
  void aBodyThatIsNotCalledJsonIs100() {
    String path = Caller.MESSAGES + "?appsecret_proof=" + Caller.PROOF;
    Caller.Reply reply = caller.call(caller
        .post(path, Caller.TEXT.getBytes(UTF_8))
        .setHeader("Content-Type", "text/plain")
        .build());

    assertThat(reply.code()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"messaging_product\":\"whatsapp\" | \"a\":1 | messaging_product",
        "\"to\":\"+1 (650) 555-1234\" | \"a\":1 | to",
        "\"to\":\"+1 (650) 555-1234\" | \"to\":\"\" | to",
        "\"text\":{\"body\":\"Hi\"} | \"a\":1 | text",
        "{\"body\":\"Hi\"} | {} | text.body",
        "{\"body\":\"Hi\"} | {\"body\":\"\"} | text.body",
        "\"type\":\"text\" | \"type\":\"image\" | image",
        "\"type\":\"text\" | \"type\":\"contacts\" | contacts",
        "\"type\":\"text\" | \"context\":{} | context.message_id"
      })
  void aMissingParameterIs131008(String present, String instead, String path) {
    Caller.Reply reply = caller.send(replaced(present, instead));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(131008);
    assertThat(reply.details()).contains("'" + path + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"messaging_product\":\"whatsapp\" | \"messaging_product\":\"sms\" | messaging_product",
        "\"to\":\"+1 (650) 555-1234\" | \"to\":16505551234 | to",
        "\"to\":\"+1 (650) 555-1234\" | \"to\":\"pablo\" | to",
        "\"to\":\"+1 (650) 555-1234\" | \"to\":\"1234\" | to",
        "\"to\":\"+1 (650) 555-1234\" | \"to\":\"1234567890123456\" | to",
        "\"to\":\"+1 (650) 555-1234\" | \"recipient\":\"16505551234\" | recipient",
        "\"type\":\"text\" | \"recipient_type\":\"everybody\" | recipient_type",
        "\"type\":\"text\" | \"type\":\"poem\" | type",
        "\"type\":\"text\" | \"type\":7 | type",
        "\"type\":\"text\" | \"context\":\"wamid.x\" | context",
        "\"type\":\"text\" | \"biz_opaque_callback_data\":1 | biz_opaque_callback_data",
        "\"text\":{\"body\":\"Hi\"} | \"text\":\"Hi\" | text",
        "{\"body\":\"Hi\"} | {\"body\":5} | text.body",
        "{\"body\":\"Hi\"} | {\"body\":\"Hi\",\"preview_url\":\"true\"} | text.preview_url"
      })
  void anInvalidParameterIs131009(String present, String instead, String path) {
    Caller.Reply reply = caller.send(replaced(present, instead));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(131009);
    assertThat(reply.details()).contains("'" + path + "'");
  }

  @Test
  void aTextOf4097CharactersIsTooLong() {
    assertThat(caller.send(replaced("Hi", "é".repeat(4097))).code()).isEqualTo(131009);
  }

  @Test
  void callbackDataOf513BytesIsTooLong() {
    String data = "\"biz_opaque_callback_data\":\"" + "é".repeat(256) + "x\",\"to\"";

    assertThat(caller.send(replaced("\"to\"", data)).code()).isEqualTo(131009);
  }

  @Test
  void theBusinessCannotWriteToItself() {
    assertThat(caller.send(replaced("+1 (650) 555-1234", "+1 555 078 3881")).code())
        .isEqualTo(131021);
  }

  @Test
  void anErrorNeverRepeatsTheInput() {
    Caller.Reply reply = caller.send(replaced("+1 (650) 555-1234", "pablo-5551234"));

    assertThat(new String(reply.body(), UTF_8)).doesNotContain("pablo", "5551234", "Hi");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 131008 | template.name",
        "{\"name\":\"a\"} | 131008 | template.language",
        "{\"name\":\"a\",\"language\":\"en\"} | 131009 | template.language",
        "{\"name\":\"a\",\"language\":{}} | 131008 | template.language.code",
        "{\"name\":\"a\",\"language\":{\"code\":\"en\",\"policy\":\"fallback\"}} | 131009 | template.language.policy"
      })
  void aTemplateNeedsNameAndLanguage(String template, int code, String path) {
    Caller.Reply reply = caller.send(TEMPLATE.formatted(template));

    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.details()).contains("'" + path + "'");
  }

  @ParameterizedTest
  @CsvSource({"Hello,en", "hello world,en", "hello,english", "hello,EN", "hello,en-US"})
  void aTemplateThatCannotExistIs132001(String name, String language) {
    Caller.Reply reply = caller.send(TEMPLATE.formatted(
        "{\"name\":\"" + name + "\",\"language\":{\"code\":\"" + language + "\"}}"));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo(132001);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 131009 | template.components",
        "[1] | 131009 | template.components",
        "[{}] | 131008 | template.components[0].type",
        "[{\"type\":\"side\"}] | 131009 | template.components[0].type",
        "[{\"type\":\"button\"}] | 131008 | template.components[0].sub_type",
        "[{\"type\":\"button\",\"sub_type\":\"url\"}] | 131008 | template.components[0].index",
        "[{\"type\":\"button\",\"sub_type\":\"url\",\"index\":10}] | 131009 | template.components[0].index",
        "[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\"}]}] | 131008 | template.components[0].parameters[0].text",
        "[{\"type\":\"body\",\"parameters\":[{\"type\":\"poem\"}]}] | 131009 | template.components[0].parameters[0].type",
        "[{\"type\":\"header\",\"parameters\":[{\"type\":\"image\",\"image\":{}}]}] | 131009 | template.components[0].parameters[0].image",
        "[{\"type\":\"carousel\",\"cards\":[{\"card_index\":0}]}] | 131009 | template.components[0].cards",
        "[{\"type\":\"body\",\"parameters\":[{\"type\":\"currency\",\"currency\":\"5\"}]}] | 131009 | template.components[0].parameters[0].currency",
        "[{\"type\":\"carousel\",\"cards\":[{},{}]}] | 131008 | template.components[0].cards[0].card_index"
      })
  void aTemplateComponentHasItsShape(String components, int code, String path) {
    Caller.Reply reply = caller.send(withComponents(components));

    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.details()).contains("'" + path + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "coupon_code | \"coupon_code\":\"1234567890123456\"",
        "limited_time_offer | \"limited_time_offer\":{\"expires\":1}",
        "location | \"location\":{\"latitude\":99,\"longitude\":1}"
      })
  void aTemplateParameterHasItsLimits(String type, String value) {
    String parameter =
        "[{\"type\":\"body\",\"parameters\":[{\"type\":\"" + type + "\"," + value + "}]}]";

    assertThat(caller.send(withComponents(parameter)).details()).contains("parameters[0]." + type);
  }

  @Test
  void aTemplateTextOf1025CharactersIs132005() {
    String body = "[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\""
        + "a".repeat(1025) + "\"}]}]";

    assertThat(caller.send(withComponents(body)).code()).isEqualTo(132005);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\nb", "a\\tb", "a     b"})
  void aTemplateParameterHasNoLineBreakTabOrWideGap(String text) {
    String body =
        "[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}]";

    assertThat(caller.send(withComponents(body)).code()).isEqualTo(132018);
  }

  private static String withComponents(String components) {
    return TEMPLATE.formatted(
        "{\"name\":\"a\",\"language\":{\"code\":\"en\"},\"components\":" + components + "}");
  }

  private static String replaced(String present, String instead) {
    assertThat(Caller.TEXT).contains(present);
    return Caller.TEXT.replace(present, instead);
  }
}
