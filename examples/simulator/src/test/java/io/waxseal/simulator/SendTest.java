package io.waxseal.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final Simulator simulator =
      Caller.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).start();
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void theEndpointHasTheNameLocalhost() {
    assertThat(simulator.endpoint().toString()).matches("http://localhost:[0-9]+");
  }

  @Test
  void aTextIsAcceptedAndItsRecipientNormalised() {
    Caller.Reply reply = caller.send(Caller.TEXT);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("contacts.input")).isEqualTo("+1 (650) 555-1234");
    assertThat(reply.at("contacts.wa_id")).isEqualTo("16505551234");
    assertThat(reply.at("messages.message_status")).isNull();
  }

  @Test
  void anAcceptedMessageIsKeptAsReceived() {
    String body =
        Caller.TEXT.replace("\"to\"", "\"biz_opaque_callback_data\":\"order 7\",  \"to\"");
    Caller.Reply reply = caller.send(body);

    AcceptedMessage accepted = simulator.accepted().get(0);
    assertThat(accepted.id()).isEqualTo(reply.at("messages.id"));
    assertThat(accepted.to()).contains("16505551234");
    assertThat(accepted.recipient()).isEmpty();
    assertThat(accepted.type()).isEqualTo("text");
    assertThat(accepted.bizOpaqueCallbackData()).contains("order 7");
    assertThat(accepted.acceptedAt()).isEqualTo(NOW);
    assertThat(accepted.body()).isEqualTo(body.getBytes(UTF_8));
  }

  @Test
  void anAcceptedMessagePrintsNeitherNumberNorTextNorId() {
    caller.send(Caller.TEXT);

    AcceptedMessage accepted = simulator.accepted().get(0);
    assertThat(accepted.toString()).doesNotContain("650", "Hi", accepted.id());
  }

  @Test
  void changingTheReturnedBodyDoesNotChangeTheMessage() {
    caller.send(Caller.TEXT);

    simulator.accepted().get(0).body()[0] = 'X';
    assertThat(simulator.accepted().get(0).body()[0]).isEqualTo((byte) '{');
  }

  @Test
  void aUserIdInRecipientIsAnsweredWithAUserIdOnly() {
    Caller.Reply reply = caller.send(
        Caller.TEXT.replace("\"to\":\"+1 (650) 555-1234\"", "\"recipient\":\"US.ENT.42\""));

    assertThat(reply.at("contacts.user_id")).isEqualTo("US.ENT.42");
    assertThat(reply.at("contacts.wa_id")).isNull();
    assertThat(simulator.accepted().get(0).recipient()).contains("US.ENT.42");
    assertThat(simulator.accepted().get(0).to()).isEmpty();
  }

  @Test
  void thePhoneNumberWinsOverTheUserId() {
    Caller.Reply reply =
        caller.send(Caller.TEXT.replace("\"to\"", "\"recipient\":\"US.42\",\"to\""));

    assertThat(reply.at("contacts.wa_id")).isEqualTo("16505551234");
    assertThat(reply.at("contacts.user_id")).isNull();
  }

  @Test
  void onlyATemplateHasAMessageStatus() {
    Caller.Reply reply = caller.send("""
            {"messaging_product":"whatsapp","to":"16505551234","type":"template",
             "template":{"name":"hello_world","language":{"code":"en_US"}}}""");

    assertThat(reply.at("messages.message_status")).isEqualTo("accepted");
  }

  @Test
  void aMessageIdHoldsTheCustomersDigitsInBase64() {
    caller.send(Caller.TEXT);

    String id = simulator.accepted().get(0).id();
    byte[] inside = Base64.getDecoder().decode(id.substring("wamid.".length()));
    assertThat(id).startsWith("wamid.HBgLMTY1MDU1NTEyMzQVAgARGB");
    assertThat(new String(inside, ISO_8859_1)).contains("16505551234");
  }

  @Test
  void concurrentSendsAreAllKeptUnderDifferentIds() {
    IntStream.range(0, 200).parallel().forEach(i -> caller.send(Caller.TEXT));

    Set<String> ids = new HashSet<>();
    simulator.accepted().forEach(message -> ids.add(message.id()));
    assertThat(ids).hasSize(200);
    assertThat(simulator.requestsReceived()).isEqualTo(200);
  }

  @Test
  void aReadReceiptIsAnsweredButIsNoMessage() {
    Caller.Reply reply = caller.send("""
            {"messaging_product":"whatsapp","status":"read","message_id":"wamid.x","typing_indicator":{"type":"text"}}""");

    assertThat(reply.at("success")).isEqualTo(true);
    assertThat(simulator.accepted()).isEmpty();
  }

  @Test
  void anotherKindOfMessageNeedsOnlyItsContent() {
    String image = Caller.TEXT.replace(
        "\"type\":\"text\"", "\"type\":\"image\",\"image\":{\"link\":\"https://a.example\"}");

    assertThat(caller.send(image).status()).isEqualTo(200);
    assertThat(simulator.accepted().get(0).type()).isEqualTo("image");
  }
}
