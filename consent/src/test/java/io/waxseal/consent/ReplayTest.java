package io.waxseal.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.internal.sql.Sql;
import io.waxseal.person.ContactPoint;
import io.waxseal.simulator.Content;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.SimulatedPerson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty recorded webhooks with wishes of all kinds give one ledger, in whatever order and however often they come. */
final class ReplayTest {
  private static final int ORDERS = 6;

  @TempDir
  private Path folder;

  private final List<SignedWebhook> recorded = new ArrayList<>();
  private final List<ContactPoint> points = new ArrayList<>();
  private Shop recorder;
  private int replays;

  @BeforeEach
  void record() throws Exception {
    recorder = new Shop(JdbcLedger.file(folder.resolve("recorder.db")), consent -> consent, null);
    // the keys that events are known again by are made with the first one
    recorder.writes("16505550099", "hello");
    String noOffers = recorder.consent.optOutPayload("marketing.offers");
    String offers = recorder.consent.optInPayload("marketing.offers");
    says("16505550001", Content.text("hello"), Content.text("STOP"));
    says(
        "16505550002",
        Content.text("STOP"),
        Content.text("START"),
        Content.text("stop promotions"));
    says("16505550003", Content.buttonReply(noOffers, "No more"));
    says("16505550004", Content.button(noOffers, "No more"), Content.button(offers, "Again"));
    says("16505550005", Content.text("how do I stop this"));
    says("16505550006", Content.button("x", "Werbung stoppen"), Content.text("abmelden"));
    says("16505550007", Content.image("STOP"), Content.flowAnswer("{\"more\":\"unsubscribe\"}"));
    chooses("16505550008", "stop");
    chooses("16505550009", "stop", "resume");
    chooses("16505550010", "stop", "resume", "stop");
    says("16505550010", Content.text("unsubscribe"));
    recorder.clock.advance(Duration.ofHours(1));
  }

  @AfterEach
  void close() {
    recorder.close();
  }

  private void says(String number, Content... contents) {
    SimulatedPerson customer = recorder.simulator.person(number);
    points.add(ContactPoint.phone(number));
    for (Content content : contents) {
      recorder.clock.advance(Duration.ofSeconds(2));
      recorded.add(customer.sends(content));
    }
  }

  private void chooses(String number, String... values) {
    points.add(ContactPoint.phone(number));
    for (String value : values) {
      recorder.clock.advance(Duration.ofSeconds(2));
      recorded.add(recorder.simulator.preference(number, value));
    }
  }

  @Test
  void anyOrderAndAnyRepetitionGiveTheSameLedger() throws Exception {
    assertThat(recorded).hasSize(20);
    String once = ledgerAfter(recorded);
    assertThat(once).isNotEqualTo(ledgerAfter(recorded.subList(0, 19)));
    List<SignedWebhook> twice = new ArrayList<>(recorded);
    twice.addAll(recorded);
    assertThat(ledgerAfter(twice)).as("twice").isEqualTo(once);
    for (int seed = 0; seed < ORDERS; seed++) {
      List<SignedWebhook> order = new ArrayList<>(seed % 2 == 0 ? recorded : twice);
      Collections.shuffle(order, new Random(seed));
      assertThat(ledgerAfter(order)).as("order %s", seed).isEqualTo(once);
    }
    List<SignedWebhook> backwards = new ArrayList<>(recorded);
    Collections.reverse(backwards);
    assertThat(ledgerAfter(backwards)).as("backwards").isEqualTo(once);
  }

  /** Replays into a copy of the recorder's database, which knows its keys and no wish; the hash of the ledger after it. */
  private String ledgerAfter(List<SignedWebhook> webhooks) throws Exception {
    Path copy = folder.resolve("replay-" + replays++ + ".db");
    // nobody writes to it, so that the log is folded into the file
    assertThat(folder.resolve("recorder.db-wal")).doesNotExist();
    Files.copy(folder.resolve("recorder.db"), copy);
    try (Shop shop = recorder.twin(JdbcLedger.file(copy))) {
      shop.clock.advance(Duration.between(shop.clock.instant(), recorder.clock.instant()));
      webhooks.forEach(shop::deliver);
      return hash(shop);
    }
  }

  /** Every wish at every point with its time, and what they come to for each customer. */
  private String hash(Shop shop) throws Exception {
    List<String> lines = new ArrayList<>(shop.database.inTransaction(tx -> Sql.list(
        tx,
        row -> String.join(
            " ",
            HexFormat.of().formatHex(row.getBytes("point")),
            HexFormat.of().formatHex(row.getBytes("id")),
            row.getString("kind"),
            row.getString("scope"),
            row.getString("cause"),
            row.getString("at")),
        "SELECT point, id, kind, scope, cause, at FROM wx_consent_wish ORDER BY point, id")));
    assertThat(lines).isNotEmpty();
    points.forEach(point -> lines.add(String.valueOf(shop.consent.view(point).stops())));
    byte[] all = String.join("\n", lines).getBytes(UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
  }
}
