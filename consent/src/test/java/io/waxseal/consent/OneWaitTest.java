package io.waxseal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.ContactPoint;
import io.waxseal.simulator.SignedWebhook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stops of one webhook wait once, all together, for messages that are on their way. */
final class OneWaitTest {
  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  private static String customer(int number) {
    return "1650555" + (1000 + number);
  }

  /** A message to the customer that passed the fence and whose process died. */
  private void onItsWay(String customer) {
    byte[] point = shop.whatsapp
        .people()
        .index(Tenant.DEFAULT, ContactPoint.phone(customer))
        .index();
    Instant now = shop.database.now();
    shop.database.useTransaction(tx -> Sql.update(
        tx,
        "INSERT INTO wx_consent_mark (tenant, point, purpose, transmission, granted_at) VALUES (?, ?, ?, ?, ?)",
        Tenant.DEFAULT.id(),
        point,
        "marketing.offers",
        UUID.randomUUID(),
        now));
  }

  private SignedWebhook stops(int customers) {
    List<SignedWebhook> all = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      all.add(shop.simulator.customerWrites(customer(i), "Bo", "STOP"));
      onItsWay(customer(i));
    }
    return shop.simulator.batch(all.toArray(SignedWebhook[]::new));
  }

  /** Each by itself would wait two seconds: more than three and a half minutes in all. */
  @Test
  void stopsOfSeveralTransactionsWaitTwoSecondsTogether() {
    SignedWebhook webhook = stops(110);
    long before = System.nanoTime();
    shop.deliver(webhook);
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    System.out.println("110 stops in one webhook, marks at each: " + took.toMillis() + " ms");
    assertThat(took).isBetween(Duration.ofMillis(1_900), Duration.ofMinutes(1));
    assertThat(shop.audited("consent.stopped")).isEqualTo(110);
    assertThat(shop.audited("consent.overlapped")).isEqualTo(110);
  }

  @Test
  void aStopOfItsOwnWaitsTwoSeconds() {
    SignedWebhook webhook = stops(1);
    long before = System.nanoTime();
    shop.deliver(webhook);
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThan(Duration.ofMillis(1_900));
    assertThat(shop.audited("consent.overlapped")).isEqualTo(1);
  }
}
