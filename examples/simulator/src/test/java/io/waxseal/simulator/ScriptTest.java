package io.waxseal.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ScriptTest {
  private static final String TEMPLATE = """
      {"messaging_product":"whatsapp","to":"16505551234","type":"template",
       "template":{"name":"spring_offer","language":{"code":"en"}}}""";

  private final Simulator simulator = Caller.builder()
      .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
      .addNumber("106540352242923", "15550783882")
      .start();
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource({
    "131047, 400", "131026, 400", "131050, 400", "130472, 400", "190, 401", "100, 400",
    "131051, 400", "131056, 400", "130429, 400", "80007, 400", "368, 403", "131000, 500",
    "131016, 500", "2, 503", "132001, 404"
  })
  void aCodeHasTheStatusThatMetaDocuments(int code, int status) {
    simulator.failNext(Failure.code(code));

    Caller.Reply reply = caller.send(Caller.TEXT);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.at("error.fbtrace_id").toString()).isNotEmpty();
  }

  @Test
  void whatsAppsErrorsExplainThemselvesAndGraphsOwnDoNot() {
    simulator.failNext(Failure.throughputReached());
    simulator.failNext(Failure.tokenExpired());

    Caller.Reply whatsApp = caller.send(Caller.TEXT);
    assertThat(whatsApp.at("error.message")).isEqualTo("(#130429) Rate limit hit");
    assertThat(whatsApp.at("error.error_data.messaging_product")).isEqualTo("whatsapp");
    assertThat(whatsApp.details()).isNotEmpty();
    Caller.Reply classic = caller.send(Caller.TEXT);
    assertThat(classic.at("error.error_data")).isNull();
    assertThat(classic.at("error.error_subcode")).isEqualTo(463.0);
  }

  @Test
  void anUnknownCodeNeedsItsStatusAndText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Failure.code(424242))
        .withMessageContaining("Failure.answer");
  }

  @Test
  void theNextMessagesFailAndThenNoMore() {
    simulator.failNext(2, Failure.serverError());

    assertThat(caller.send(Caller.TEXT).status()).isEqualTo(500);
    assertThat(caller.send(Caller.TEXT).status()).isEqualTo(500);
    assertThat(caller.send(Caller.TEXT).status()).isEqualTo(200);
  }

  @Test
  void aNumberFailsAloneUntilItRecovers() {
    SimulatedNumber number =
        simulator.number("106540352242922").failAlways(Failure.policyBlocked());

    assertThat(caller.send(Caller.TEXT).code()).isEqualTo(368);
    assertThat(second(Caller.TEXT).status()).isEqualTo(200);
    number.recover();
    assertThat(caller.send(Caller.TEXT).status()).isEqualTo(200);
  }

  @Test
  void aTemplateFailsAlone() {
    simulator.template("spring_offer").failNext(Failure.templatePaused());

    assertThat(caller.send(TEMPLATE.replace("spring", "autumn")).status()).isEqualTo(200);
    assertThat(caller.send(TEMPLATE).code()).isEqualTo(132015);
    assertThat(caller.send(TEMPLATE).status()).isEqualTo(200);
  }

  @Test
  void aCustomerIsMeantInAnyWriting() {
    simulator.customer("+1 650-555-1234").failNext(Failure.marketingStopped());

    assertThat(caller.send(Caller.TEXT.replace("1234", "1235")).status()).isEqualTo(200);
    assertThat(caller.send(Caller.TEXT).code()).isEqualTo(131050);
  }

  @Test
  void theNarrowerScriptGoesFirst() {
    simulator.failNext(Failure.code(1));
    simulator.number("106540352242922").failNext(Failure.code(131016));
    simulator.template("spring_offer").failNext(Failure.templatePaused());
    simulator.customer("16505551234").failNext(Failure.undeliverable());

    assertThat(caller.send(TEMPLATE).code()).isEqualTo(131026);
    assertThat(caller.send(TEMPLATE).code()).isEqualTo(132015);
    assertThat(caller.send(TEMPLATE).code()).isEqualTo(131016);
    assertThat(caller.send(TEMPLATE).code()).isEqualTo(1);
  }

  @Test
  void anUnknownCustomerIsAcceptedAndThenFailed() {
    simulator.customer("16505551234").failAlways(Failure.undeliverable().asStatus());

    Object id = caller.send(Caller.TEXT).at("messages.id");
    assertThat(simulator.statuses(id.toString()))
        .singleElement()
        .satisfies(webhook -> assertThat(
                Shape.value(webhook.body(), "entry.changes.value.statuses.errors.code"))
            .isEqualTo(131026.0));
  }

  @Test
  void everyOtherMessageIsSentDeliveredAndRead() {
    Object id = caller.send(Caller.TEXT).at("messages.id");

    assertThat(simulator.statuses(id.toString()))
        .extracting(webhook -> Shape.value(webhook.body(), "entry.changes.value.statuses.status"))
        .containsExactly("sent", "delivered", "read");
  }

  @Test
  void aGatewaysPageIsNoErrorOfMetas() {
    simulator.failNext(Failure.page(502).retryAfter("120"));
    simulator.failNext(Failure.empty(500));

    HttpResponse<byte[]> page = caller.send(Caller.TEXT).http();
    assertThat(page.statusCode()).isEqualTo(502);
    assertThat(new String(page.body())).startsWith("<html>");
    assertThat(page.headers().firstValue("Retry-After")).contains("120");
    HttpResponse<byte[]> empty = caller.send(Caller.TEXT).http();
    assertThat(empty.statusCode()).isEqualTo(500);
    assertThat(empty.body()).isEmpty();
  }

  @Test
  void aConnectionCanBeDroppedAtThreeMoments() {
    simulator.failNext(Failure.droppedBeforeReading());
    assertBroken();
    simulator.failNext(Failure.droppedBeforeAccepting());
    assertBroken();
    assertThat(simulator.accepted()).isEmpty();
    simulator.failNext(Failure.droppedAfterAccepting());
    assertBroken();

    assertThat(simulator.accepted()).hasSize(1);
    assertThat(simulator.requests().all())
        .extracting(request -> request.body().length > 0)
        .containsExactly(false, true, true);
    assertThat(simulator.requests().unanswered().size()).isEqualTo(3);
  }

  @Test
  void anAnswerCanEndInTheMiddle() {
    simulator.failNext(Failure.answerCutOff());
    assertBroken();

    assertThat(simulator.accepted()).hasSize(1);
    assertThat(caller.send(Caller.TEXT).status()).isEqualTo(200);
  }

  private void assertBroken() {
    assertThatThrownBy(() -> caller.send(Caller.TEXT))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void aSlowAnswerComesWhenTheClockMovesOn() throws Exception {
    simulator.failNext(Failure.slow(Duration.ofSeconds(40)));
    CompletableFuture<HttpResponse<byte[]>> answer = caller.sendLater(Caller.TEXT);
    while (simulator.accepted().isEmpty()) {
      Thread.onSpinWait();
    }

    int done = simulator.advance(Duration.ofSeconds(39));
    assertThat(answer).isNotDone();
    while (done == 0) {
      done = simulator.advance(Duration.ofSeconds(1));
    }
    assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
  }

  @Test
  void onlyAnErrorWithACodeCanBeAStatus() {
    assertThatIllegalStateException().isThrownBy(() -> Failure.page(500).asStatus());
    assertThatIllegalStateException().isThrownBy(() -> Failure.noAnswer().retryAfter("1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Failure.unavailable().retryAfter("1\r\nX: y"));
  }

  private Caller.Reply second(String body) {
    return caller.call(caller
        .post(
            "/v25.0/106540352242923/messages?appsecret_proof=" + Caller.PROOF,
            body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .build());
  }
}
