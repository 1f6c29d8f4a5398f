package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.ANA;
import static io.waxseal.WhatsAppInboundHost.BEN;
import static io.waxseal.WhatsAppInboundHost.SECRET;
import static io.waxseal.WhatsAppInboundHost.change;
import static io.waxseal.WhatsAppInboundHost.deliver;
import static io.waxseal.WhatsAppInboundHost.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Account;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretSource;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import io.waxseal.leakwatch.Listener;
import io.waxseal.webhook.TextReceived;
import io.waxseal.webhook.WebhookEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two numbers of one app, 111 and 333; only the secret of 111 is always at hand. */
final class WhatsAppInboundHeldBackTest {
  private static final Secret NEXT = Secret.of("the rotated app secret");
  private static final String FOR_111 = elements(text(ANA, "wamid.1", "for 111"));
  private static final String FOR_333 = elements(text(BEN, "wamid.3", "for 333"));
  private static final String FOR_BOTH = change("111", FOR_111)
      .replace(
          "]}}]}]}",
          "]}},{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"333\"},"
              + FOR_333 + "}}]}]}");

  @TempDir
  Path folder;

  private final List<String> handled = new ArrayList<>();
  private WhatsAppInboundHost host;
  private Secret of111 = SECRET;
  private Secret of333 = SECRET;

  private static String elements(String message) {
    return "\"messages\":[" + message + "]";
  }

  @BeforeEach
  void openHost() {
    host = new WhatsAppInboundHost(folder);
  }

  private WhatsApp open() {
    return open(() -> of333);
  }

  private WhatsApp open(SecretSource second) {
    return host.bare()
        .account(Account.of("111", "222").appSecrets(() -> of111))
        .account(Account.of("333", "222").appSecrets(second))
        .on(TextReceived.class, text -> handled.add(text.text()))
        .build();
  }

  private static Health.Check secrets(WhatsApp whatsapp) {
    return whatsapp.health().check("secrets").orElseThrow();
  }

  @Test
  void ofTwoAccountsOfOneAppOneIsNotRotatedAndNoEventIsLost() {
    try (WhatsApp whatsapp = open()) {
      of111 = NEXT;
      assertThat(deliver(whatsapp, FOR_BOTH, NEXT)).isEqualTo(503);
      whatsapp.work();
      assertThat(handled).containsExactly("for 111");
      of333 = NEXT;
      assertThat(deliver(whatsapp, FOR_BOTH, NEXT)).isEqualTo(200);
      assertThat(deliver(whatsapp, FOR_BOTH, NEXT)).isEqualTo(200);
      whatsapp.work();
      assertThat(handled).containsExactly("for 111", "for 333");
      assertThat(host.audited("webhook.dropped")).isZero();
    }
  }

  @Test
  void aSourceThatIsDownHoldsItsEventsBackUntilItIsUp() {
    boolean[] down = {false};
    try (WhatsApp whatsapp = open(() -> {
      if (down[0]) {
        throw new SecretUnavailableException("the secret manager is down");
      }
      return SECRET;
    })) {
      down[0] = true;
      assertThat(deliver(whatsapp, FOR_BOTH)).isEqualTo(503);
      assertThat(host.waiting()).isEqualTo(1);
      down[0] = false;
      assertThat(deliver(whatsapp, FOR_BOTH)).isEqualTo(200);
      whatsapp.work();
      assertThat(handled).containsExactlyInAnyOrder("for 111", "for 333");
    }
  }

  @Test
  void anEventHeldBackLeavesNothingBehind() {
    of333 = NEXT;
    try (WhatsApp whatsapp = open()) {
      assertThat(deliver(whatsapp, change("333", FOR_333))).isEqualTo(503);
      assertThat(host.count("wx_inbox")).isZero();
      assertThat(host.count("wx_person")).isZero();
      assertThat(host.audited("webhook.dropped")).isZero();
    }
  }

  @Test
  void anotherAppsWordIsNeverTakenHoweverOftenItIsSaid() {
    of333 = Secret.of("of another app");
    try (WhatsApp whatsapp = open()) {
      for (int i = 0; i < 3; i++) {
        assertThat(deliver(whatsapp, change("333", FOR_333))).isEqualTo(503);
      }
      assertThat(whatsapp.work()).isZero();
    }
  }

  @Test
  void anEventOfNobodyOfOursIsDroppedBesideOneThatIsHeldBack() {
    of333 = NEXT;
    try (WhatsApp whatsapp = open()) {
      String foreign =
          FOR_BOTH.replace("\"phone_number_id\":\"111\"", "\"phone_number_id\":\"999\"");
      assertThat(deliver(whatsapp, foreign)).isEqualTo(503);
      assertThat(host.audited("webhook.dropped")).isEqualTo(1);
      assertThat(host.count("wx_inbox")).isZero();
    }
  }

  @Test
  void anEventOfTheBusinessAccountIsConfirmedByAnyOfItsNumbersAndHeldBackIfByNone() {
    String update =
        "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"222\",\"time\":1789000001,\"changes\":["
            + "{\"field\":\"account_update\",\"value\":{\"event\":\"DISABLED_UPDATE\"}}]}]}";
    of333 = NEXT;
    Secret theirs = Secret.of("of a third app");
    try (WhatsApp whatsapp = host.bare()
        .account(Account.of("111", "222").appSecrets(() -> of111))
        .account(Account.of("333", "222").appSecrets(() -> of333))
        .account(Account.of("555", "444").appSecrets(Secrets.fixed(theirs)))
        .on(WebhookEvent.class, event -> handled.add(event.kind()))
        .build()) {
      assertThat(deliver(whatsapp, update, theirs)).isEqualTo(503);
      assertThat(host.count("wx_inbox")).isZero();
      assertThat(deliver(whatsapp, update, NEXT)).isEqualTo(200);
      whatsapp.work();
      assertThat(handled).hasSize(1);
    }
  }

  @Test
  void healthCountsWhatWasHeldBackAndForgetsItAfterAnHour() {
    of333 = NEXT;
    try (WhatsApp whatsapp = open()) {
      assertThat(secrets(whatsapp).figures()).containsEntry("held_back", 0L);
      deliver(whatsapp, FOR_BOTH);
      deliver(whatsapp, FOR_BOTH);
      assertThat(secrets(whatsapp).status()).isEqualTo(Health.Status.DEGRADED);
      assertThat(secrets(whatsapp).says()).contains("account 333").doesNotContain("111");
      assertThat(secrets(whatsapp).figures())
          .containsEntry("held_back", 2L)
          .containsEntry("held_back_last_hour", 2L);
      host.clock.advance(Duration.ofMinutes(62));
      assertThat(secrets(whatsapp).status()).isEqualTo(Health.Status.UP);
      assertThat(secrets(whatsapp).figures())
          .containsEntry("held_back", 2L)
          .containsEntry("held_back_last_hour", 0L);
    }
  }

  @Test
  void theLogSaysWhichAccountAndWhetherItsSecretIsThere() {
    boolean[] down = {false};
    try (WhatsApp whatsapp = open(() -> {
      if (down[0]) {
        throw new SecretUnavailableException("the secret manager is down");
      }
      return NEXT;
    })) {
      assertThat(said(whatsapp))
          .startsWith("ERROR webhook events of account 333 were held back: 1.")
          .contains("none of this one's did")
          .doesNotContain(ANA)
          .doesNotContain(BEN);
      down[0] = true;
      assertThat(said(whatsapp)).contains("an app secret of this one is unavailable");
    }
  }

  private static String said(WhatsApp whatsapp) {
    return Listener.during(() -> deliver(whatsapp, FOR_BOTH)).stream()
        .filter(line -> !line.startsWith("TRACE"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aBatchOfHundredsIsSortedElementByElement() {
    of333 = NEXT;
    StringBuilder messages = new StringBuilder();
    for (int i = 0; i < 250; i++) {
      messages.append(i == 0 ? "" : ",").append(text(ANA, "wamid.many." + i, "for 111"));
    }
    String many = FOR_BOTH.replace(text(ANA, "wamid.1", "for 111"), messages);
    try (WhatsApp whatsapp = open()) {
      assertThat(deliver(whatsapp, many)).isEqualTo(503);
      assertThat(host.waiting()).isEqualTo(250);
      of333 = SECRET;
      assertThat(deliver(whatsapp, many)).isEqualTo(200);
      assertThat(host.waiting()).isEqualTo(251);
    }
  }

  @Test
  void aStrangerIsAnswered401AndNothingIsCounted() {
    of333 = NEXT;
    try (WhatsApp whatsapp = open()) {
      assertThat(deliver(whatsapp, FOR_BOTH, Secret.of("a stranger's"))).isEqualTo(401);
      assertThat(secrets(whatsapp).figures()).containsEntry("held_back", 0L);
    }
  }
}
