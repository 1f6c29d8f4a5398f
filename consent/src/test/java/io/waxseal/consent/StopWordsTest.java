package io.waxseal.consent;

import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.consent.optout.Heard;
import io.waxseal.consent.optout.Intent;
import io.waxseal.consent.optout.IntentDetector;
import io.waxseal.consent.optout.Scope;
import io.waxseal.person.ContactPoint;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.store.Database;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StopWordsTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private static final List<String> STOPS = List.of(
      "STOP",
      "stop",
      "Stop",
      "sToP",
      "  stop  ",
      "STOP.",
      "Stop!!!",
      "...stop",
      "\"stop\"",
      "*STOP*",
      "(stop)",
      "\u00abStop\u00bb",
      "stop\n",
      "\tstop\r\n",
      "stop \ud83d\uded1",
      "\ud83d\uded1\ud83d\uded1stop\ud83d\ude21",
      "stop \u26d4\ufe0f",
      "\u200bstop\u200b",
      "s\u200bt\u200co\u200dp",
      "\ufeffSTOP",
      "ST\u00adOP",
      "\u202eSTOP\u202c",
      "\uff33\uff34\uff2f\uff30",
      "\uff53\uff54\uff4f\uff50\uff01",
      "\u24c8\u24e3\u24de\u24df",
      "\ud835\udde6\ud835\udde7\ud835\udde2\ud835\udde3",
      "stop\u00a0",
      "STOP ALL",
      "stop-all",
      "stopall",
      "UNSUBSCRIBE",
      "Unsubscribe.",
      "unsubscribe\ud83d\ude4f",
      "opt out",
      "opt-out",
      "OPTOUT",
      "quit",
      "revoke");

  private static final List<String> NEITHER = List.of(
      "don't stop",
      "do not stop",
      "please stop by",
      "bus stop",
      "the bus stop",
      "stop by at 8",
      "non-stop",
      "nonstop",
      "stops",
      "stop start",
      "start stop",
      "stop?what",
      "unsubscribed",
      "unsubscribe me not",
      "S7OP",
      "st0p",
      "STOP2",
      "2 stop",
      "",
      " ",
      "\ud83d\uded1",
      "...",
      "\u200b",
      "started",
      "starting",
      "please start",
      "\u0441\u0442\u043e\u043f\u0441",
      "yes",
      "no");

  private static final List<String> STARTS = List.of(
      "START",
      "start",
      "Start!",
      "\u200bstart",
      "\uff33\uff34\uff21\uff32\uff34",
      "UNSTOP",
      "subscribe",
      "start \ud83d\ude42");

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  private static String customer(int number) {
    return "1650555" + (1_000 + number);
  }

  @Test
  void everySpellingOfAStopStops() {
    for (int i = 0; i < STOPS.size(); i++) {
      shop.writes(customer(i), "hello");
      shop.writes(customer(i), STOPS.get(i));
      assertThat(shop.text(phone(customer(i)))).as(STOPS.get(i)).isEqualTo("STOPPED_ALL");
    }
  }

  @Test
  void aStopOfPromotionsStopsMarketingAndNothingElse() {
    shop.grant(BO, "marketing");
    shop.writes(CUSTOMER, "hello");
    shop.writes(CUSTOMER, "Stop  \u00a0 promotions!");
    assertThat(shop.text(BO)).isEqualTo("Accepted");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_PURPOSE");
  }

  @Test
  void aStopInsideASentenceIsNone() {
    for (int i = 0; i < NEITHER.size(); i++) {
      shop.writes(customer(i), NEITHER.get(i));
      assertThat(shop.consent.view(phone(customer(i))).revision())
          .as(NEITHER.get(i))
          .isZero();
      assertThat(shop.text(phone(customer(i)))).as(NEITHER.get(i)).isEqualTo("Accepted");
    }
  }

  @Test
  void everySpellingOfAStartEndsAStop() {
    for (int i = 0; i < STARTS.size(); i++) {
      shop.writes(customer(i), "stop");
      shop.writes(customer(i), STARTS.get(i));
      assertThat(shop.text(phone(customer(i)))).as(STARTS.get(i)).isEqualTo("Accepted");
    }
  }

  @Test
  void aLongTextFullOfStopsIsOne() {
    shop.writes(CUSTOMER, "stop ".repeat(800).strip());
    assertThat(shop.consent.view(BO).stops()).isNotEmpty();
  }

  @Test
  void anotherDetectorWidensOursAndReplacesNothing() {
    IntentDetector german = said ->
        said.text().equals("Halt") ? Heard.stop(Intent.OPT_OUT, Scope.ALL, "halt") : Heard.NOTHING;
    try (Shop shop = new Shop(Database.inMemory(), consent -> consent.detector(german), null)) {
      shop.writes(CUSTOMER, "Halt");
      assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
      shop.writes(customer(1), "STOP");
      assertThat(shop.text(phone(customer(1)))).isEqualTo("STOPPED_ALL");
    }
  }

  @Test
  void aDetectorThatThrowsAnswersSoThatMetaDeliversAgain() {
    IntentDetector broken = said -> {
      throw new IllegalStateException("the model is not loaded");
    };
    try (Shop shop = new Shop(Database.inMemory(), consent -> consent.detector(broken), null)) {
      SignedWebhook webhook = shop.simulator.customerWrites(CUSTOMER, "Bo", "STOP");
      assertThat(
              shop.whatsapp.receive(webhook.body(), name -> webhook.signature()).status())
          .isEqualTo(503);
      assertThat(shop.count("SELECT COUNT(*) FROM wx_inbox")).isZero();
    }
  }
}
