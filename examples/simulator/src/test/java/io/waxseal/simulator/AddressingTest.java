package io.waxseal.simulator;

import static io.waxseal.simulator.Stage.PHONE;
import static io.waxseal.simulator.Stage.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressingTest {
  private static final String TEMPLATE = """
      {"messaging_product":"whatsapp",%s,"type":"template",
       "template":{"name":"login_code","language":{"code":"en"}}}""";

  private final Stage stage = new Stage();
  private final SimulatedPerson ada = stage.ada;

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aUserIdReachesThePersonAndTheStatusNamesBothIds() {
    String id = stage.send("\"recipient\":\"" + ada.userId() + "\"");
    SignedWebhook status = stage.simulator.status(id, "delivered");

    assertThat(at(status, "statuses.recipient_user_id")).isEqualTo(ada.userId());
    assertThat(at(status, "statuses.recipient_id")).isEqualTo(PHONE);
  }

  @Test
  void aParentUserIdReachesThePersonToo() {
    String parent = ada.enrolled().parentUserId().orElseThrow();
    String id = stage.send("\"recipient\":\"" + parent + "\"");

    assertThat(parent).matches("US\\.ENT\\.[0-9]{20}");
    assertThat(at(stage.simulator.status(id, "read"), "statuses.recipient_user_id"))
        .isEqualTo(ada.userId());
  }

  @Test
  void aUserIdInToIsAcceptedAndNeverDelivered() {
    Caller.Reply reply = stage.caller.send(Caller.TEXT.replace("+1 (650) 555-1234", ada.userId()));
    String id = reply.at("messages.id").toString();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("contacts.user_id")).isNull();
    assertThat(stage.simulator.statuses(id)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.simulator.status(id, "delivered"))
        .withMessageContaining("'to'");
  }

  @Test
  void theNumberWinsAndTheStatusNamesItsHolder() {
    String other = stage.simulator.person("16505559999").userId();
    String id = stage.send("\"recipient\":\"" + other + "\",\"to\":\"" + PHONE + "\"");

    assertThat(at(stage.simulator.status(id, "sent"), "statuses.recipient_user_id"))
        .isEqualTo(ada.userId());
  }

  @Test
  void anAuthenticationTemplateToAUserIdIsRefused() {
    stage.simulator.app("app").template("login_code", "en").category("AUTHENTICATION");

    Caller.Reply byId =
        stage.caller.send(TEMPLATE.formatted("\"recipient\":\"" + ada.userId() + "\""));
    assertThat(byId.code()).isEqualTo(131062);
    assertThat(stage.caller.send(TEMPLATE.formatted("\"to\":\"16505551234\"")).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "541123456789,5491123456789",
    "5491123456789,5491123456789",
    "525512345678,5215512345678",
    "5215512345678,5215512345678",
    "551187654321,5511987654321",
    "5511987654321,5511987654321",
    "5551987654321,555187654321",
    "551133334444,551133334444",
    "491701234567,491701234567"
  })
  void aSpellingIsAnsweredWithMetas(String input, String waId) {
    Caller.Reply reply = stage.caller.send(Caller.TEXT.replace("+1 (650) 555-1234", input));

    assertThat(reply.at("contacts.input")).isEqualTo(input);
    assertThat(reply.at("contacts.wa_id")).isEqualTo(waId);
    assertThat(stage.simulator.accepted().get(0).to()).contains(waId);
  }

  @Test
  void aPersonIsFoundUnderEverySpelling() {
    SimulatedPerson lua = stage.simulator.person("551187654321");
    stage.simulator.customer("5511987654321").failNext(Failure.code(131049).asStatus());
    String id = stage.send("\"to\":\"+55 11 98765-4321\"");

    assertThat(stage.simulator.accepted().get(0).to()).contains("551187654321");
    assertThat(stage.simulator.person("5511987654321").userId()).isEqualTo(lua.userId());
    assertThat(stage.simulator.statuses(id)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "54", "5411", "US.54911", "54112345678901"})
  void whatIsNoSuchNumberHasOneSpelling(String digits) {
    assertThat(Spelling.key(digits)).isEqualTo(digits);
    assertThat(Spelling.waId(digits)).isEqualTo(digits);
  }
}
