package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.ANA;
import static io.waxseal.WhatsAppInboundHost.SECRET;
import static io.waxseal.WhatsAppInboundHost.deliver;
import static io.waxseal.WhatsAppInboundHost.messages;
import static io.waxseal.WhatsAppInboundHost.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.send.Accepted;
import io.waxseal.send.SendResult;
import io.waxseal.testkit.Aside;
import io.waxseal.webhook.TextReceived;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The end of a WhatsApp, with calls under way. */
@Timeout(60)
final class CloseTest {
  private static final By BY = By.system("test");
  private static final String TAKEN =
      "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.out\"}]}";

  @TempDir
  Path folder;

  private final MockWebServer meta = new MockWebServer();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private WhatsAppInboundHost host;

  @BeforeEach
  void open() throws Exception {
    host = new WhatsAppInboundHost(folder);
    meta.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        asked.countDown();
        answer.await();
        return new MockResponse.Builder().body(TAKEN).build();
      }
    });
    meta.start();
  }

  @AfterEach
  void closeServer() {
    answer.countDown();
    meta.close();
  }

  private WhatsApp.Builder builder() {
    return host.bare()
        .account(WhatsAppInboundHost.account("111", SECRET)
            .accessToken(Secrets.fixed(Secret.of("token"))))
        .graph(GraphEndpoint.simulator(meta.url("/").uri()));
  }

  private static SendResult send(WhatsApp whatsapp) {
    return whatsapp.send(TextMessage.to(ContactPoint.phone(ANA), "hello"), BY);
  }

  @Test
  void aSendUnderWayEndsBeforeItIsClosed() throws Exception {
    WhatsApp whatsapp = builder().build();
    CompletableFuture<SendResult> sending = Aside.run(() -> send(whatsapp));
    asked.await();
    CompletableFuture<Boolean> closing = Aside.run(() -> whatsapp.close(Duration.ofMinutes(1)));
    answer.countDown();
    assertThat(closing.get()).isTrue();
    assertThat(sending.get()).isInstanceOf(Accepted.class);
  }

  @Test
  void aSendThatDoesNotEndInTimeIsNotCutOff() throws Exception {
    WhatsApp whatsapp = builder().build();
    CompletableFuture<SendResult> sending = Aside.run(() -> send(whatsapp));
    asked.await();
    assertThat(whatsapp.close(Duration.ZERO)).isFalse();
    answer.countDown();
    assertThat(sending.get()).isInstanceOf(Accepted.class);
    assertThat(whatsapp.close(Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void afterwardsNothingIsTakenOn() {
    WhatsApp whatsapp = builder().build();
    whatsapp.close();
    assertThatThrownBy(() -> send(whatsapp)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(whatsapp::work).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() ->
            whatsapp.erase(new Person(Tenant.DEFAULT, UUID.randomUUID()), Because.request("1")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")))).isEqualTo(503);
    assertThat(host.waiting()).isZero();
    assertThat(asked.getCount()).isEqualTo(1);
  }

  @Test
  void workHalfDoneEndsWithItsEventAndTheRestIsTheNextOnes() throws Exception {
    List<String> first = new ArrayList<>();
    AtomicReference<SendResult> reply = new AtomicReference<>();
    WhatsApp[] whatsapp = new WhatsApp[1];
    whatsapp[0] = builder()
        .on(TextReceived.class, text -> {
          first.add(text.text());
          reply.set(send(whatsapp[0]));
        })
        .build();
    deliver(whatsapp[0], messages(text(ANA, "wamid.1", "one"), text(ANA, "wamid.2", "two")));
    CompletableFuture<Integer> working = Aside.run(whatsapp[0]::work);
    asked.await();
    CompletableFuture<Boolean> closing = Aside.run(() -> whatsapp[0].close(Duration.ofMinutes(1)));
    refusedSoon(whatsapp[0]);
    answer.countDown();
    assertThat(closing.get()).isTrue();
    assertThat(working.get()).isEqualTo(1);
    assertThat(reply.get()).isInstanceOf(Accepted.class);
    List<String> second = new ArrayList<>();
    try (WhatsApp next =
        builder().on(TextReceived.class, text -> second.add(text.text())).build()) {
      next.work();
    }
    assertThat(first).containsExactly("one");
    assertThat(second).containsExactly("two");
  }

  /** Returns once closing has begun, which others notice by being refused. */
  private static void refusedSoon(WhatsApp whatsapp) {
    while (deliver(whatsapp, "{}") != 503) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aHandlerMayCloseWithoutWaitingForItself() {
    WhatsApp[] whatsapp = new WhatsApp[1];
    whatsapp[0] =
        host.builder().on(TextReceived.class, text -> whatsapp[0].close()).build();
    deliver(whatsapp[0], messages(text(ANA, "wamid.1", "hello")));
    assertThat(whatsapp[0].work()).isEqualTo(1);
    assertThat(deliver(whatsapp[0], messages(text(ANA, "wamid.2", "hello")))).isEqualTo(503);
  }

  @Test
  void twoOnOneDatabaseShareTheWorkAndEndApart() {
    List<String> handled = new ArrayList<>();
    WhatsApp one = builder().on(TextReceived.class, text -> handled.add("one")).build();
    WhatsApp two = builder().on(TextReceived.class, text -> handled.add("two")).build();
    deliver(one, messages(text(ANA, "wamid.1", "hello")));
    one.close();
    assertThat(two.work()).isEqualTo(1);
    assertThat(deliver(two, messages(text(ANA, "wamid.2", "again")))).isEqualTo(200);
    assertThat(two.work()).isEqualTo(1);
    assertThat(handled).containsExactly("two", "two");
    two.close();
  }
}
