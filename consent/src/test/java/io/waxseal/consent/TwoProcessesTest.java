package io.waxseal.consent;

import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.person.ContactPoint;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One sends, the other receives the webhooks; they share a file. */
@Timeout(60)
final class TwoProcessesTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  @TempDir
  private Path folder;

  private Shop sender;
  private Shop receiver;

  @BeforeEach
  void open() {
    sender = new Shop(file(), consent -> consent, null);
    receiver = sender.twin(file());
    receiver.clock.advance(Duration.ofMinutes(1));
    sender.grant(BO, "marketing");
  }

  private Database file() {
    return JdbcLedger.file(folder.resolve("waxseal.db"));
  }

  @AfterEach
  void close() {
    receiver.close();
    sender.close();
  }

  @Test
  void aStopThatOneReceivesTheOtherObeys() {
    receiver.writes(CUSTOMER, "STOP");
    assertThat(sender.offer(BO)).isEqualTo("STOPPED_ALL");
    assertThat(sender.simulator.requestsReceived()).isZero();
  }

  @Test
  void aStopThatOneReceivesIsSeenAtTheWireOfTheOther() {
    sender.atNextConnection(() -> receiver.writes(CUSTOMER, "STOP"));
    assertThat(sender.offer(BO)).isEqualTo("STOPPED_ALL");
    assertThat(sender.simulator.requestsReceived()).isZero();
  }

  @Test
  void oneWaitsForWhatTheOtherHasOnItsWay() throws Exception {
    sender.sockets.hold();
    CompletableFuture<String> offer = Aside.run(() -> sender.offer(BO));
    sender.sockets.awaitHeld();
    SignedWebhook stop = receiver.simulator.customerWrites(CUSTOMER, "Bo", "STOP");
    CompletableFuture<Long> requestsAtAnswer = Aside.run(() -> {
      receiver.deliver(stop);
      return sender.simulator.requestsReceived();
    });
    while (sender.consent.view(BO).stops().isEmpty()) {
      Thread.onSpinWait();
    }
    sender.sockets.release();
    assertThat(requestsAtAnswer.get()).isEqualTo(1);
    assertThat(offer.get()).isEqualTo("Accepted");
    assertThat(sender.audited("consent.overlapped")).isZero();
  }

  @Test
  void theConfirmationGoesOutOnceWhoeverWorks() throws Exception {
    receiver.writes(CUSTOMER, "STOP");
    CompletableFuture<Integer> one = Aside.run(sender.whatsapp::work);
    CompletableFuture<Integer> two = Aside.run(receiver.whatsapp::work);
    assertThat(one.get() + two.get()).isEqualTo(1);
    assertThat(sender.texts().size() + receiver.texts().size()).isEqualTo(1);
  }

  @Test
  void aStopOutlivesItsProcess() {
    receiver.writes(CUSTOMER, "STOP");
    receiver.close();
    sender.close();
    try (Shop next = sender.twin(file())) {
      assertThat(next.offer(BO)).isEqualTo("STOPPED_ALL");
      assertThat(next.consent.history(next.person(CUSTOMER))).hasSize(2);
    }
  }
}
