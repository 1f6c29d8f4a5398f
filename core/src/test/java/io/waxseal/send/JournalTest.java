package io.waxseal.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Account;
import io.waxseal.account.MessageId;
import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Sql;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import io.waxseal.testkit.TestClock;
import io.waxseal.testkit.TestVault;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** Intents, and statuses that come in any order, twice, or for somebody else. */
class JournalTest {
  private static final MessageId WAMID = new MessageId("wamid.HBgLMTU1NTAwMDExMTE");
  private static final Account ACCOUNT = Account.of("1001", "2001");
  private static final IndexedPoint POINT = IndexedPoint.phone(new byte[17]);
  private static final Person PERSON = new Person(Tenant.DEFAULT, UUID.randomUUID());

  private final TestClock clock = new TestClock();
  private final UUID transmission = UUID.randomUUID();
  private Database database = store();
  private JdbcJournal journal;

  Database store() {
    return Database.inMemory();
  }

  @BeforeEach
  void intend() {
    journal = open(database);
    intend(transmission);
  }

  private JdbcJournal open(Database store) {
    return new JdbcJournal(store, new TestVault(store), clock);
  }

  private void intend(UUID id) {
    TextMessage message = TextMessage.to(ContactPoint.phone("15550001111"), "planted words");
    database.inTransaction(tx -> {
      journal.intend(tx, id, ACCOUNT, PERSON, Optional.of(POINT), message);
      return true;
    });
  }

  private void sending() {
    database.inTransaction(tx -> {
      journal.sending(tx, transmission);
      return true;
    });
  }

  private void settle(SendResult result) {
    database.inTransaction(tx -> {
      journal.settle(tx, Tenant.DEFAULT, transmission, result);
      return true;
    });
  }

  private SendResult accepted() {
    return new Accepted(new SendReceipt(transmission, WAMID, Optional.empty()), List.of());
  }

  private void status(String word) {
    status(Tenant.DEFAULT, WAMID, Optional.of("wx1." + transmission), word);
  }

  private void status(Tenant tenant, MessageId id, Optional<String> data, String word) {
    database.inTransaction(tx -> {
      journal.settle(tx, tenant, id, data, word);
      return true;
    });
  }

  private Journal.Entry entry() {
    return journal.find(transmission).orElseThrow();
  }

  private String story() {
    return entry().state() + " " + entry().deliveryStatus().orElse("-");
  }

  @Test
  void statusesInAnyOrderAndTwiceEndTheSame() {
    List<String> words = new ArrayList<>(
        List.of("sent", "sent", "delivered", "delivered", "read", "read", "warning", "deleted"));
    Random random = new Random(7);
    for (int round = 0; round < 100; round++) {
      Collections.shuffle(words, random);
      int settleAt = random.nextInt(words.size());
      database.inTransaction(tx -> Sql.update(tx, "DELETE FROM wx_journal"));
      intend(transmission);
      sending();
      for (int i = 0; i < words.size(); i++) {
        if (i == settleAt) {
          settle(accepted());
        }
        status(words.get(i));
      }
      assertThat(story()).isEqualTo("ACCEPTED read");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sent,failed,FAILED failed",
    "delivered,failed,FAILED failed",
    "read,failed,ACCEPTED read",
    "played,failed,ACCEPTED played",
    "failed,sent,FAILED failed",
    "failed,delivered,FAILED failed",
    "failed,failed,FAILED failed",
    "read,played,ACCEPTED played",
    "played,read,ACCEPTED played"
  })
  void whatCameFirstAndWhatNext(String first, String next, String story) {
    settle(accepted());
    status(first);
    status(next);
    assertThat(story()).isEqualTo(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "warning", "deleted", "SENT", "read ", "'; DROP TABLE wx_journal; --"})
  void anUnknownWordChangesNothing(String word) {
    sending();
    status(word);
    assertThat(story()).isEqualTo("SENDING -");
  }

  @Test
  void aStatusThatOvertakesTheAnswerStays() {
    sending();
    status("delivered");
    settle(Answer.undetermined(transmission));
    assertThat(story()).isEqualTo("ACCEPTED delivered");
  }

  @Test
  void aFailureThatOvertakesTheAnswerStays() {
    sending();
    status("failed");
    settle(accepted());
    assertThat(story()).isEqualTo("FAILED failed");
  }

  @Test
  void aStatusSettlesWhatNobodyKnew() {
    settle(Answer.undetermined(transmission));
    assertThat(story()).isEqualTo("UNDETERMINED -");
    status("sent");
    assertThat(story()).isEqualTo("ACCEPTED sent");
  }

  @Test
  void aStatusIsFoundByMetasIdAlone() {
    settle(accepted());
    status(Tenant.DEFAULT, WAMID, Optional.empty(), "delivered");
    assertThat(story()).isEqualTo("ACCEPTED delivered");
  }

  @Test
  void metasIdLearntFromOneStatusFindsTheNext() {
    settle(Answer.undetermined(transmission));
    status("sent");
    status(Tenant.DEFAULT, WAMID, Optional.empty(), "read");
    assertThat(story()).isEqualTo("ACCEPTED read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "wx1", "wx1.", "wx2.", "wx1.x", "wx1.0-0-0-0-0", "mine", "wx1..", "..wx1"
      })
  void callbackDataOfOthersFindsNothing(String data) {
    status(Tenant.DEFAULT, new MessageId("wamid.other"), Optional.of(data), "read");
    assertThat(story()).isEqualTo("INTENDED -");
  }

  @Test
  void theHostsPartBehindOursIsIgnored() {
    String data = "wx1." + transmission + ".host part.with dots";
    status(Tenant.DEFAULT, WAMID, Optional.of(data), "sent");
    assertThat(story()).isEqualTo("ACCEPTED sent");
  }

  @Test
  void anotherTenantSettlesNothingOfOurs() {
    settle(accepted());
    Tenant other = new Tenant("other");
    status(other, WAMID, Optional.of("wx1." + transmission), "failed");
    assertThat(story()).isEqualTo("ACCEPTED -");
  }

  @Test
  void whatADeadProcessLeftIsSettledByAge() {
    UUID passed = UUID.randomUUID();
    intend(passed);
    database.inTransaction(tx -> {
      journal.sending(tx, passed);
      return true;
    });
    assertThat(journal.abandon(Duration.ofMinutes(1))).isZero();
    clock.advance(Duration.ofMinutes(2));
    assertThat(journal.abandon(Duration.ofMinutes(1))).isEqualTo(2);
    assertThat(entry().state()).isEqualTo(Journal.State.FAILED);
    assertThat(journal.find(passed).orElseThrow().state()).isEqualTo(Journal.State.UNDETERMINED);
    assertThat(journal.abandon(Duration.ofMinutes(1))).isZero();
  }

  @Test
  void whatIsSettledIsNotAbandoned() {
    settle(accepted());
    clock.advance(Duration.ofDays(9));
    assertThat(journal.abandon(Duration.ofMinutes(1))).isZero();
    assertThat(story()).isEqualTo("ACCEPTED -");
  }

  @Test
  void anErasedPersonLeavesNoIntentAndStatusesFindNone() {
    settle(accepted());
    assertThat(journal.personalData().find(PERSON).records()).isEqualTo(1);
    assertThat(journal.personalData().erase(PERSON).records()).isEqualTo(1);
    assertThat(journal.personalData().erase(PERSON).records()).isZero();
    assertThat(journal.personalData().verifyGone(PERSON)).isZero();
    status("read");
    assertThat(journal.find(transmission)).isEmpty();
  }

  @Test
  void aPersonOfAnotherTenantWithTheSameIdKeepsTheirIntents() {
    journal.personalData().erase(new Person(new Tenant("other"), PERSON.id()));
    assertThat(journal.find(transmission)).isPresent();
  }

  @Test
  void theFileShowsNoMessageIdNumberOrWord(@TempDir Path folder) throws Exception {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("journal.db"));
    database = Database.on(source);
    journal = open(database);
    intend();
    settle(accepted());
    status("read");
    byte[] all = bytes(folder);
    assertThat(contains(all, "service.reply")).isTrue();
    assertThat(contains(all, WAMID.value())).isFalse();
    assertThat(contains(all, "HBgLMTU1NTAwMDExMTE")).isFalse();
    assertThat(contains(all, "15550001111")).isFalse();
    assertThat(contains(all, "planted words")).isFalse();
  }

  private static byte[] bytes(Path folder) throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.writeBytes(Files.readAllBytes(file));
      }
    }
    return all.toByteArray();
  }

  private static boolean contains(byte[] all, String text) {
    return new String(all, java.nio.charset.StandardCharsets.ISO_8859_1)
        .contains(new String(text.getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}
