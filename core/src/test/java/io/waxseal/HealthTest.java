package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.ANA;
import static io.waxseal.WhatsAppInboundHost.SECRET;
import static io.waxseal.WhatsAppInboundHost.deliver;
import static io.waxseal.WhatsAppInboundHost.messages;
import static io.waxseal.WhatsAppInboundHost.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretSource;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.contract.PostgresServer;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.Recipient;
import io.waxseal.person.Testimony;
import io.waxseal.send.Reason;
import io.waxseal.send.Refused;
import io.waxseal.store.Database;
import io.waxseal.testkit.Aside;
import io.waxseal.testkit.TestVault;
import io.waxseal.webhook.TextReceived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HealthTest {
  @TempDir
  Path folder;

  private WhatsAppInboundHost host;

  @BeforeEach
  void openHost() {
    host = new WhatsAppInboundHost(folder);
  }

  private static Health.Check check(WhatsApp whatsapp, String name) {
    return whatsapp.health().check(name).orElseThrow();
  }

  private static WhatsApp.Builder onTheSystemClock(Database database) {
    return WhatsApp.builder()
        .account(WhatsAppInboundHost.account("111", SECRET))
        .database(database)
        .vault(new TestVault(database))
        .ungated("health is asked alone");
  }

  @Test
  void allThatIsNeededIsUpOnSqlite() {
    try (WhatsApp whatsapp = onTheSystemClock(host.database).build()) {
      assertThat(whatsapp.health().checks())
          .extracting(Health.Check::name)
          .containsExactly(
              "database",
              "clock",
              "secrets",
              "accounts",
              "vault",
              "people",
              "inbox",
              "journal",
              "trail",
              "work",
              "handlers");
      assertThat(whatsapp.health().status()).isEqualTo(Health.Status.UP);
    }
  }

  @Test
  void webhooksThatNoSecretSignedAreToldUntilOneDid() {
    try (WhatsApp whatsapp = onTheSystemClock(host.database).build()) {
      String body = WhatsAppInboundHost.messages(
          WhatsAppInboundHost.text(WhatsAppInboundHost.ANA, "wamid.1", "hello"));
      for (int i = 0; i < 2; i++) {
        assertThat(WhatsAppInboundHost.deliver(whatsapp, body, Secret.of("mis-pasted")))
            .isEqualTo(401);
      }
      assertThat(check(whatsapp, "accounts").says())
          .contains("2 webhooks", "an app secret is wrong");
      assertThat(check(whatsapp, "accounts").status()).isEqualTo(Health.Status.DEGRADED);
      assertThat(WhatsAppInboundHost.deliver(whatsapp, body)).isEqualTo(200);
      assertThat(check(whatsapp, "accounts").status()).isEqualTo(Health.Status.UP);
    }
  }

  @Test
  void itSaysHowLongAPhoneIsTrusted() {
    try (WhatsApp standard = onTheSystemClock(host.database).build()) {
      assertThat(check(standard, "people").figures()).containsEntry("trust_days", 730L);
    }
    WhatsApp.Builder strict =
        onTheSystemClock(Database.inMemory()).identityTrust(PersonDirectory.QUARANTINE);
    try (WhatsApp whatsapp = strict.build()) {
      assertThat(check(whatsapp, "people").says()).contains("45 days");
    }
  }

  @Test
  void whoIsTiedToTooManyIsCountedOnceAndForAnHourSomebodyShouldLook() {
    try (WhatsApp whatsapp = host.builder().build()) {
      Person tangled = tangled(whatsapp);
      assertThat(check(whatsapp, "people").figures()).containsEntry("undecided", 0L);
      for (int i = 0; i < 3; i++) {
        assertThat(refusal(whatsapp, tangled)).isEqualTo(Reason.RECIPIENT_UNCLEAR);
        assertThat(refusal(whatsapp, HUB)).isEqualTo(Reason.RECIPIENT_UNCLEAR);
      }
      Health.Check check = check(whatsapp, "people");
      assertThat(check.status()).isEqualTo(Health.Status.DEGRADED);
      assertThat(check.figures())
          .containsEntry("undecided", 1L)
          .containsEntry("undecided_last_hour", 1L);
      assertThat(check.says()).contains("RECIPIENT_UNCLEAR", "unlink").doesNotContain("US.");
      host.clock.advance(Duration.ofMinutes(61));
      assertThat(check(whatsapp, "people").status()).isEqualTo(Health.Status.UP);
      assertThat(check(whatsapp, "people").figures())
          .containsEntry("undecided", 1L)
          .containsEntry("undecided_last_hour", 0L);
    }
  }

  private static final ContactPoint HUB = ContactPoint.bsuid("US.9000");

  /** One account that is said to have become each of 33 others. */
  private Person tangled(WhatsApp whatsapp) {
    PersonDirectory people = whatsapp.people();
    return host.database.inTransaction(tx -> {
      for (int i = 1; i <= 33; i++) {
        people.tell(
            tx,
            Tenant.DEFAULT,
            new Testimony(
                Set.of(ContactPoint.bsuid("US.90" + i)),
                Set.of(HUB),
                Testimony.Grade.STRONG,
                false),
            host.clock.instant().minusSeconds(i),
            UUID.randomUUID(),
            true);
      }
      return people.find(Tenant.DEFAULT, Set.of(HUB)).orElseThrow();
    });
  }

  private static Reason refusal(WhatsApp whatsapp, Recipient recipient) {
    return ((Refused) whatsapp.send(TextMessage.to(recipient, "hello"), By.agent("ana"))).reason();
  }

  @Test
  void allThatIsNeededIsUpOnPostgresql() {
    try (WhatsApp whatsapp = onTheSystemClock(PostgresServer.database()).build()) {
      assertThat(whatsapp.health().checks())
          .allSatisfy(check -> assertThat(check.status()).isEqualTo(Health.Status.UP));
    }
  }

  @Test
  void aDatabaseThatIsGoneIsDownAndUpWhenItIsBack() {
    try (WhatsApp whatsapp = onTheSystemClock(host.database).build()) {
      host.disk.gone = true;
      assertThat(whatsapp.health().status()).isEqualTo(Health.Status.DOWN);
      assertThat(check(whatsapp, "database").says()).contains("08006");
      host.disk.gone = false;
      assertThat(whatsapp.health().status()).isEqualTo(Health.Status.UP);
    }
  }

  @Test
  void aDatabaseThatCanOnlyBeReadIsDown() {
    try (WhatsApp whatsapp = onTheSystemClock(host.database).build()) {
      host.disk.readOnly = true;
      assertThat(check(whatsapp, "database").status()).isEqualTo(Health.Status.DOWN);
    }
  }

  @Test
  void aClockThatErrsByHoursIsSaidBothWays() {
    for (Duration error : new Duration[] {Duration.ofHours(3), Duration.ofHours(-3)}) {
      Clock wrong = Clock.offset(Clock.systemUTC(), error);
      try (WhatsApp whatsapp =
          onTheSystemClock(Database.inMemory()).clock(wrong).build()) {
        Health.Check clock = check(whatsapp, "clock");
        assertThat(clock.status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(Duration.ofMillis(clock.figures().get("ahead_millis")))
            .isCloseTo(error, Duration.ofMinutes(1));
      }
    }
  }

  @Test
  void aSecretThatIsGoneIsNamedWithItsAccount() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "EAAGnotforanyone");
    WhatsApp whatsapp = host.bare()
        .account(WhatsAppInboundHost.account("111", SECRET).accessToken(Secrets.file(file)))
        .build();
    assertThat(check(whatsapp, "secrets").status()).isEqualTo(Health.Status.UP);
    Files.delete(file);
    assertThat(check(whatsapp, "secrets").status()).isEqualTo(Health.Status.DOWN);
    assertThat(check(whatsapp, "secrets").says()).contains("the access token of account 111");
  }

  @Test
  void theStartIsRefusedWhileASecretCannotBeHad() {
    WhatsApp.Builder builder = host.bare()
        .account(Account.of("111", "222")
            .appSecrets(Secrets.fixed(SECRET), Secrets.file(folder.resolve("missing"))));
    assertThatThrownBy(builder::build)
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageContaining("app secret 2 of account 111");
  }

  @Test
  void whatAHostsOwnPartThrowsIsNotQuoted() {
    boolean[] broken = {false};
    SecretSource source = () -> {
      if (broken[0]) {
        throw new IllegalStateException("hunter2 for +4915550100001");
      }
      return Secret.of("fine");
    };
    WhatsApp whatsapp = host.builder().verifyToken(source).build();
    broken[0] = true;
    assertThat(whatsapp.health().status()).isEqualTo(Health.Status.DOWN);
    assertThat(whatsapp.health().toString())
        .doesNotContain("hunter2")
        .doesNotContain("4915550100001");
  }

  @Test
  void eventsThatNobodyHandlesAreNoticedAfterFiveMinutes() {
    try (WhatsApp whatsapp = host.builder().build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      assertThat(check(whatsapp, "inbox").status()).isEqualTo(Health.Status.UP);
      host.clock.advance(Duration.ofMinutes(6));
      assertThat(check(whatsapp, "inbox").status()).isEqualTo(Health.Status.DEGRADED);
      assertThat(check(whatsapp, "inbox").figures())
          .containsEntry("waiting", 1L)
          .containsEntry("oldest_due_seconds", 360L);
      whatsapp.work();
      assertThat(check(whatsapp, "inbox").figures()).containsEntry("waiting", 0L);
    }
  }

  @Test
  void anEventThatWasSetAsideIsCounted() {
    WhatsApp whatsapp = host.builder()
        .on(TextReceived.class, text -> {
          throw new IllegalStateException("poison");
        })
        .build();
    deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
    for (int attempt = 0; attempt < 40; attempt++) {
      whatsapp.work();
      host.clock.advance(Duration.ofHours(1));
    }
    assertThat(check(whatsapp, "inbox").figures())
        .containsEntry("parked", 1L)
        .containsEntry("waiting", 0L);
  }

  @Test
  void backgroundWorkThatFailsIsNoticedUntilItSucceeds() throws Exception {
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    try (WhatsApp whatsapp = host.builder().build()) {
      assertThat(check(whatsapp, "work").says()).contains("not called");
      host.disk.gone = true;
      whatsapp.start(executor);
      executor.submit(() -> {}).get();
      assertThat(check(whatsapp, "work").status()).isEqualTo(Health.Status.DEGRADED);
      assertThat(check(whatsapp, "work").says()).contains("StoreException");
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void aHandlerThatHangsIsNoticed() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    try (WhatsApp whatsapp = host.builder()
        .onReceived(TextReceived.class, (text, received) -> {
          inside.countDown();
          Aside.await(go);
        })
        .build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      whatsapp.start(executor);
      inside.await();
      host.clock.advance(Duration.ofMinutes(11));
      assertThat(check(whatsapp, "work").says()).contains("no run has ended");
      go.countDown();
    } finally {
      executor.shutdownNow();
    }
  }
}
