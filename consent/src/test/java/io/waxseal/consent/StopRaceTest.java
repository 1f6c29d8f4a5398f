package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.guard.Guard;
import io.waxseal.person.ContactPoint;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.store.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Late is a message whose first byte arrives after the stop was acknowledged. */
@Timeout(120)
class StopRaceTest {
  private static final int ROUNDS = 12;
  private static final int SENDERS = 4;
  private static final int MOST_SENDS = 200;

  @TempDir
  private Path folder;

  /** The database of this test, as one more process opens it. */
  Database open() {
    return JdbcLedger.file(folder.resolve("race.db"));
  }

  private Shop shop(FirstByteServer server, Function<Consent, Guard> wrapper) {
    return new Shop(open(), wrapper, server.endpoint());
  }

  @Test
  void noFirstByteFollowsAStopThatReturned() throws Exception {
    try (FirstByteServer server = new FirstByteServer();
        Shop shop = shop(server, consent -> consent)) {
      for (int round = 0; round < ROUNDS; round++) {
        ContactPoint customer = phone("1650555" + (2_000 + round));
        shop.grant(customer, "marketing");
        long acknowledged = race(shop, server, customer, () -> {
          shop.consent.stop(customer, FORM, ANA);
        });
        assertThat(server.after(acknowledged)).isZero();
      }
      assertThat(server.requests()).isGreaterThanOrEqualTo(ROUNDS);
      assertThat(shop.audited("consent.overlapped")).isZero();
      assertThat(shop.marks()).isZero();
    }
  }

  @Test
  void noFirstByteFollowsAStopThatWasAnswered() throws Exception {
    try (FirstByteServer server = new FirstByteServer();
        Shop shop = shop(server, consent -> consent)) {
      for (int round = 0; round < ROUNDS; round++) {
        String number = "1650555" + (2_000 + round);
        shop.grant(phone(number), "marketing");
        shop.writes(number, "hello");
        SignedWebhook stop = shop.simulator.customerWrites(shop.userId(number), "Bo", "STOP");
        long acknowledged = race(shop, server, phone(number), () -> shop.deliver(stop));
        assertThat(server.after(acknowledged)).isZero();
      }
      assertThat(shop.audited("consent.overlapped")).isZero();
    }
  }

  @Test
  void noFirstByteFollowsAStopOfAnotherProcess() throws Exception {
    try (FirstByteServer server = new FirstByteServer();
        Shop shop = shop(server, consent -> consent);
        Shop twin = shop.twin(open())) {
      for (int round = 0; round < ROUNDS; round++) {
        ContactPoint customer = phone("1650555" + (2_000 + round));
        shop.grant(customer, "marketing");
        long acknowledged =
            race(shop, server, customer, () -> twin.consent.stop(customer, FORM, ANA));
        assertThat(server.after(acknowledged)).isZero();
      }
      assertThat(shop.audited("consent.overlapped")).isZero();
    }
  }

  /** Several threads send until they are refused; in the middle of it one stops. Tells when that returned. */
  private static long race(Shop shop, FirstByteServer server, ContactPoint to, Runnable stop)
      throws Exception {
    int before = server.requests();
    ExecutorService pool = Executors.newFixedThreadPool(SENDERS);
    List<Future<String>> senders = new ArrayList<>();
    try {
      for (int i = 0; i < SENDERS; i++) {
        senders.add(pool.submit(() -> sendUntilRefused(shop, to)));
      }
      while (server.requests() == before) {
        Thread.onSpinWait();
      }
      stop.run();
      long acknowledged = System.nanoTime();
      for (Future<String> sender : senders) {
        assertThat(sender.get()).isEqualTo("STOPPED_ALL");
      }
      return acknowledged;
    } finally {
      pool.shutdownNow();
    }
  }

  private static String sendUntilRefused(Shop shop, ContactPoint to) {
    String word = "Accepted";
    for (int i = 0; i < MOST_SENDS && word.equals("Accepted"); i++) {
      word = shop.offer(to);
    }
    return word;
  }

  private static long lateAfterAStopBetweenRulesAndWire(Shop shop, FirstByteServer server) {
    shop.grant(phone(CUSTOMER), "marketing");
    AtomicLong acknowledged = new AtomicLong();
    shop.atNextConnection(() -> {
      shop.consent.stop(phone(CUSTOMER), FORM, ANA);
      acknowledged.set(System.nanoTime());
    });
    shop.offer(phone(CUSTOMER));
    return server.after(acknowledged.get());
  }

  @Test
  void withTheFenceAStopBetweenRulesAndWireIsNeverTooLate() throws Exception {
    try (FirstByteServer server = new FirstByteServer();
        Shop shop = shop(server, consent -> consent)) {
      assertThat(lateAfterAStopBetweenRulesAndWire(shop, server)).isZero();
      assertThat(server.requests()).isZero();
    }
  }

  @Test
  void withoutTheFenceAMessageIsLateSoTheMeasureMeasures() throws Exception {
    try (FirstByteServer server = new FirstByteServer();
        Shop shop = shop(server, Unfenced::new)) {
      assertThat(lateAfterAStopBetweenRulesAndWire(shop, server)).isEqualTo(1);
    }
  }
}
