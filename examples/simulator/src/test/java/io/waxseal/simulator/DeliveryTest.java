package io.waxseal.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.squareup.moshi.JsonReader;
import io.waxseal.simulator.Delivery.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  private final Host host = new Host();
  private final Simulator simulator = Caller.builder()
      .clock(Clock.fixed(START, ZoneOffset.UTC))
      .callback(host.uri())
      .addNumber("106540352242923", "15550783882")
      .addApp(AppSettings.builder("other")
          .accessToken("t")
          .appSecret("s")
          .addNumber("2", "15550783999")
          .build())
      .start();

  @AfterEach
  void close() {
    simulator.close();
    host.close();
  }

  @Test
  void entriesStandSideBySide() {
    SignedWebhook batch = simulator.batch(Packing.ENTRIES, text(1), text(2), text(3));

    assertThat(list(json(batch), "entry")).hasSize(3);
    assertThat(texts(batch)).containsExactly("1", "2", "3");
  }

  @Test
  void changesShareAnEntry() {
    SignedWebhook batch = simulator.batch(Packing.CHANGES, text(1), text(2), stop());

    assertThat(list(json(batch), "entry")).hasSize(1);
    assertThat(list(list(json(batch), "entry").get(0), "changes")).hasSize(3);
    assertThat(texts(batch)).containsExactly("1", "2");
  }

  @Test
  void elementsShareAChangeWhenTheyAreOfOneKindAndNumber() {
    SignedWebhook elsewhere =
        simulator.number("106540352242923").customerWrites("16505551234", "Bo", "3");
    SignedWebhook batch = simulator.batch(text(1), stop(), text(2), elsewhere);

    List<Object> changes = list(list(json(batch), "entry").get(0), "changes");
    assertThat(changes).hasSize(3);
    assertThat(texts(batch)).containsExactly("1", "2", "3");
    assertThat(list(((Map<?, ?>) changes.get(0)).get("value"), "contacts")).hasSize(1);
  }

  @Test
  void aBatchIsSignedAsAWhole() {
    SignedWebhook batch = simulator.batch(text(1), text(2));
    simulator.deliver(batch);

    assertThat(host.bodies).containsExactly(new String(batch.body(), UTF_8));
    assertThat(batch.signature())
        .isEqualTo("sha256=" + Hmac.sha256Hex(Caller.SECRET.getBytes(UTF_8), batch.body()));
  }

  @Test
  void appsDoNotShareABody() {
    SignedWebhook other = simulator.number("2").customerWrites("16505551234", "Bo", "x");
    assertThatIllegalArgumentException().isThrownBy(() -> simulator.batch(text(1), other));
    assertThatIllegalArgumentException().isThrownBy(simulator::batch);
  }

  @Test
  void whatIsNotAcknowledgedComesAgainEachTimeLater() {
    host.status = 503;
    Delivery delivery = simulator.deliverUntilAcknowledged(text(1)).get(0);
    simulator.advance(Duration.ofSeconds(70));
    host.status = 200;
    simulator.advance(Duration.ofHours(1));

    assertThat(delivery.attempts())
        .extracting(attempt -> Duration.between(START, attempt.at()).toSeconds())
        .containsExactly(0L, 10L, 30L, 70L, 150L);
    assertThat(delivery.state()).isEqualTo(State.ACKNOWLEDGED);
    assertThat(host.bodies).hasSize(5).allMatch(host.bodies.get(0)::equals);
  }

  @Test
  void only200Acknowledges() {
    host.status = 204;
    Delivery delivery = simulator.deliverUntilAcknowledged(text(1)).get(0);

    assertThat(delivery.state()).isEqualTo(State.WAITING);
    assertThat(delivery.attempts().get(0).status()).hasValue(204);
  }

  @Test
  void afterSevenDaysItIsGivenUp() {
    host.status = 500;
    Delivery delivery = simulator.deliverUntilAcknowledged(text(1)).get(0);
    simulator.advance(Duration.ofDays(30));

    assertThat(delivery.state()).isEqualTo(State.GIVEN_UP);
    assertThat(delivery.attempts()).hasSizeBetween(30, 50);
    assertThat(Duration.between(
            START, delivery.attempts().get(delivery.attempts().size() - 1).at()))
        .isBetween(Duration.ofDays(6), Duration.ofDays(7));
  }

  @Test
  void aHostThatIsDownIsFoundAgain() {
    host.close();
    Delivery delivery = simulator.deliverUntilAcknowledged(text(1)).get(0);
    assertThat(delivery.attempts().get(0).status()).isEmpty();

    try (Host again = new Host()) {
      simulator.app("app").callback(again.uri());
      simulator.advance(Duration.ofSeconds(10));
      assertThat(delivery.state()).isEqualTo(State.ACKNOWLEDGED);
    }
  }

  @Test
  void laterIsWhenTheClockSaysSo() {
    Delivery delivery = simulator.deliverLater(Duration.ofMinutes(5), text(1));
    simulator.advance(Duration.ofMinutes(4));
    assertThat(host.bodies).isEmpty();
    simulator.advance(Duration.ofMinutes(1));

    assertThat(delivery.state()).isEqualTo(State.ACKNOWLEDGED);
    assertThat(simulator.clock().instant()).isEqualTo(START.plusSeconds(300));
  }

  @Test
  void duplicatesComeTwice() {
    List<SignedWebhook> ten = texts(10);
    simulator.deliver(Turbulence.seeded(1).duplicating(1), ten);

    assertThat(received()).hasSize(20);
    assertThat(received().subList(0, 4)).containsExactly("0", "0", "1", "1");
  }

  @Test
  void droppedWebhooksAreInTheLogOnly() {
    List<Delivery> deliveries = simulator.deliver(Turbulence.seeded(1).dropping(1), texts(3));

    assertThat(deliveries).allMatch(delivery -> delivery.state() == State.DROPPED);
    assertThat(host.bodies).isEmpty();
    assertThat(simulator.deliveries()).isEqualTo(deliveries);
  }

  @Test
  void reorderingLosesNothing() {
    simulator.deliver(Turbulence.seeded(1).reordering(), texts(20));

    List<String> sorted = new ArrayList<>(received());
    Collections.sort(sorted);
    assertThat(received()).isNotEqualTo(expected(20));
    assertThat(sorted).isEqualTo(expected(20).stream().sorted().toList());
  }

  @Test
  void batchingLosesNothing() {
    simulator.deliver(Turbulence.seeded(1).batchingUpTo(5), texts(20));

    assertThat(received()).isEqualTo(expected(20));
    assertThat(host.bodies).hasSizeLessThan(20);
  }

  @Test
  void delaysReorderAndLoseNothing() {
    simulator.deliver(Turbulence.seeded(1).delayingUpTo(Duration.ofMinutes(10)), texts(20));
    simulator.advance(Duration.ofMinutes(10));

    assertThat(received()).isNotEqualTo(expected(20)).hasSameElementsAs(expected(20));
  }

  @Test
  void theSameSeedDoesTheSame() {
    Turbulence turbulence =
        Turbulence.seeded(42).duplicating(0.3).dropping(0.2).reordering().batchingUpTo(3);
    simulator.deliver(turbulence, texts(30));
    List<String> first = received();
    host.bodies.clear();
    simulator.deliver(turbulence, texts(30));

    assertThat(received()).isEqualTo(first).hasSizeBetween(15, 45);
  }

  @Test
  void aShareIsBetweenNoneAndAll() {
    assertThatIllegalArgumentException().isThrownBy(() -> Turbulence.none().dropping(1.01));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Turbulence.none().duplicating(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Turbulence.none().batchingUpTo(0));
  }

  @Test
  void aSingleDeliveryIsNotRepeated() {
    host.status = 500;
    assertThat(simulator.deliver(text(1))).isEqualTo(500);
    simulator.advance(Duration.ofDays(1));

    assertThat(host.bodies).hasSize(1);
    assertThat(simulator.deliveries()).singleElement().matches(d -> d.state() == State.GIVEN_UP);
  }

  @Test
  void aResetForgetsWhatWaits() {
    simulator.deliverLater(Duration.ofMinutes(1), text(1));
    simulator.failNext(Failure.serverError());
    simulator.reset();
    simulator.advance(Duration.ofDays(1));

    assertThat(host.bodies).isEmpty();
    assertThat(simulator.deliveries()).isEmpty();
    assertThat(new Caller(simulator).send(Caller.TEXT).status()).isEqualTo(200);
  }

  @Test
  void timeDoesNotRunBackwards() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> simulator.advance(Duration.ofSeconds(-1)));
  }

  private SignedWebhook text(int text) {
    return simulator.customerWrites("16505551234", "Bo", "" + text);
  }

  private SignedWebhook stop() {
    return simulator.preference("16505551234", "stop");
  }

  private List<SignedWebhook> texts(int count) {
    return IntStream.range(0, count).mapToObj(this::text).toList();
  }

  private static List<String> expected(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }

  private List<String> received() {
    return host.bodies.stream().flatMap(body -> texts(parse(body)).stream()).toList();
  }

  private static List<String> texts(SignedWebhook webhook) {
    return texts(json(webhook));
  }

  private static List<String> texts(Object payload) {
    List<String> texts = new ArrayList<>();
    for (Object entry : list(payload, "entry")) {
      for (Object change : list(entry, "changes")) {
        for (Object message : list(((Map<?, ?>) change).get("value"), "messages")) {
          texts.add(((Map<?, ?>) ((Map<?, ?>) message).get("text")).get("body").toString());
        }
      }
    }
    return texts;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object object, String name) {
    Object list = ((Map<?, ?>) object).get(name);
    return list == null ? List.of() : (List<Object>) list;
  }

  private static Object json(SignedWebhook webhook) {
    return parse(new String(webhook.body(), UTF_8));
  }

  private static Object parse(String json) {
    try {
      return JsonReader.of(new Buffer().writeUtf8(json)).readJsonValue();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
