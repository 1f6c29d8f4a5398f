package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.ANA;
import static io.waxseal.WhatsAppInboundHost.BEN;
import static io.waxseal.WhatsAppInboundHost.change;
import static io.waxseal.WhatsAppInboundHost.deliver;
import static io.waxseal.WhatsAppInboundHost.messages;
import static io.waxseal.WhatsAppInboundHost.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import io.waxseal.account.StoreException;
import io.waxseal.account.Tenant;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.guard.Guard;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.send.Journal;
import io.waxseal.send.SendReceipt;
import io.waxseal.webhook.MessageReceived;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.StatusReceived;
import io.waxseal.webhook.TextReceived;
import io.waxseal.webhook.WebhookEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WhatsAppInboundWorkHalfTest {
  private static final Duration LEASE = Duration.ofMinutes(2);

  @TempDir
  Path folder;

  private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
  private WhatsAppInboundHost host;

  @BeforeEach
  void openHost() {
    host = new WhatsAppInboundHost(folder);
  }

  private WhatsApp.Builder builder() {
    return host.builder().on(TextReceived.class, text -> handled.add(text.text()));
  }

  @Test
  void aHandlerGetsItsClassOfEventsOnly() {
    List<String> all = new ArrayList<>();
    List<String> statuses = new ArrayList<>();
    try (WhatsApp whatsapp = builder()
        .on(WebhookEvent.class, event -> all.add(event.kind()))
        .on(StatusReceived.class, status -> statuses.add(status.status().value()))
        .build()) {
      deliver(
          whatsapp,
          change(
              "111",
              "\"messages\":[" + text(ANA, "wamid.1", "hello")
                  + ",{\"from\":\"" + ANA + "\",\"id\":\"wamid.2\",\"type\":\"sticker\"}],"
                  + "\"statuses\":[{\"id\":\"wamid.3\",\"status\":\"read\",\"recipient_id\":\""
                  + ANA + "\"}]"));
      assertThat(whatsapp.work()).isEqualTo(3);
      assertThat(handled).containsExactly("hello");
      assertThat(all).containsExactly("message.text", "message.sticker", "status.read");
      assertThat(statuses).containsExactly("read");
    }
  }

  @Test
  void moreThanOneBatchIsHandledInOrder() {
    try (WhatsApp whatsapp = builder().build()) {
      List<String> sent = new ArrayList<>();
      for (int i = 0; i < 70; i++) {
        sent.add("words " + i);
        deliver(whatsapp, messages(text(ANA, "wamid." + i, "words " + i)));
      }
      assertThat(whatsapp.work()).isEqualTo(70);
      assertThat(handled).containsExactlyElementsOf(sent);
    }
  }

  @Test
  void handlersReactionsAndArchiveSeeWhatTheFiltersLeft() {
    List<String> raw = new ArrayList<>();
    Guard redaction = WhatsAppInboundHost.beforeHandlers(
        (event, tx) -> event.mapText(t -> t.replace("4111", "####")));
    Guard second = WhatsAppInboundHost.beforeHandlers(
        (event, tx) -> event.mapText(t -> t.replace("####", "[card]")));
    Guard reaction =
        WhatsAppInboundHost.reaction((event, whatsapp) -> raw.add(event.raw().toText()));
    try (WhatsApp whatsapp = builder().guards(redaction, second, reaction).build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "my card is 4111")));
      whatsapp.work();
      assertThat(handled).containsExactly("my card is [card]");
      assertThat(raw).singleElement().asString().contains("[card]").doesNotContain("4111");
      assertThat(host.archived(host.person(whatsapp, ANA)))
          .singleElement()
          .satisfies(entry -> assertThat(WhatsAppInboundHost.words(entry))
              .contains("[card]")
              .doesNotContain("4111"));
    }
  }

  @Test
  void filtersRunInATransactionAndHandlersInNone() {
    List<Boolean> open = new ArrayList<>();
    Guard filter = WhatsAppInboundHost.beforeHandlers((event, tx) -> {
      open.add(host.database.transactionOpen());
      return event;
    });
    Guard reaction = WhatsAppInboundHost.reaction(
        (event, whatsapp) -> open.add(host.database.transactionOpen()));
    try (WhatsApp whatsapp = builder()
        .guards(filter, reaction)
        .on(MessageReceived.class, message -> open.add(host.database.transactionOpen()))
        .build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      whatsapp.work();
      assertThat(open).containsExactly(true, false, false);
    }
  }

  @Test
  void aHandlerThatThrowsIsTriedAgainLaterAndLaterWhileSiblingsAreHandled() {
    AtomicInteger attempts = new AtomicInteger();
    try (WhatsApp whatsapp = host.builder()
        .on(TextReceived.class, text -> {
          if (text.text().equals("poison")) {
            attempts.incrementAndGet();
            throw new IllegalStateException("cannot take this");
          }
          handled.add(text.text());
        })
        .build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "poison"), text(BEN, "wamid.2", "sound")));
      assertThat(whatsapp.work()).isEqualTo(1);
      assertThat(handled).containsExactly("sound");
      for (int attempt = 1; attempt < 40; attempt++) {
        Duration delay = Duration.ofSeconds(attempt < 12 ? 2L << (attempt - 1) : 3_600);
        host.clock.advance(delay.minusMillis(1));
        whatsapp.work();
        assertThat(attempts).hasValue(attempt);
        host.clock.advance(Duration.ofMillis(1));
        whatsapp.work();
        assertThat(attempts).hasValue(attempt + 1);
      }
      host.clock.advance(Duration.ofDays(30));
      assertThat(whatsapp.work()).isZero();
      assertThat(attempts).hasValue(40);
      assertThat(host.waiting()).isZero();
    }
  }

  @Test
  void aParkedEventNamesTheRuleThatBrokeAndNothingOfTheEvent() {
    try (WhatsApp whatsapp = host.builder()
        .on(TextReceived.class, text -> {
          throw new IllegalArgumentException("cannot take: " + text.text());
        })
        .build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "a private word")));
      workUntilParked(whatsapp);
      List<String> why = host.database.inTransaction(tx -> io.waxseal.internal.sql.Sql.list(
          tx, row -> row.getString("why"), "SELECT why FROM wx_inbox WHERE state = 'PARKED'"));
      assertThat(why).containsExactly("java.lang.IllegalArgumentException");
    }
  }

  private void workUntilParked(WhatsApp whatsapp) {
    for (int attempt = 0; attempt < 40; attempt++) {
      whatsapp.work();
      host.clock.advance(Duration.ofHours(1));
    }
    assertThat(host.waiting()).isZero();
  }

  @Test
  void aParkedEventIsAuditedAndHandledOnceItIsRetried() {
    AtomicBoolean broken = new AtomicBoolean(true);
    try (WhatsApp whatsapp = host.builder()
        .onReceived(WebhookEvent.class, (event, received) -> {
          if (broken.get()) {
            throw new IllegalStateException("the desk is down");
          }
          handled.add(event.kind());
        })
        .build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      deliver(whatsapp, messages(text(ANA, "wamid.2", "hello")).replace("messages\":[", "odd\":["));
      workUntilParked(whatsapp);
      assertThat(host.audited("event.parked")).isEqualTo(2);
      broken.set(false);
      assertThat(whatsapp.inbox().retryParked(new Tenant("other"))).isZero();
      assertThat(whatsapp.inbox().retryParked(Tenant.DEFAULT)).isEqualTo(2);
      assertThat(whatsapp.work()).isEqualTo(2);
      assertThat(handled).containsExactly("message.text", "messages");
    }
  }

  @Test
  void aParkedEventThatIsDiscardedIsGoneAndNotTakenInAgain() {
    try (WhatsApp whatsapp = host.builder()
        .on(TextReceived.class, text -> {
          throw new IllegalStateException("poison");
        })
        .build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      workUntilParked(whatsapp);
      assertThat(whatsapp.inbox().discardParked(Tenant.DEFAULT)).isEqualTo(1);
      assertThat(host.database.<Long>inTransaction(tx -> io.waxseal.internal.sql.Sql.count(
              tx, "SELECT COUNT(*) FROM wx_inbox WHERE sealed IS NOT NULL")))
          .isZero();
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      assertThat(host.waiting()).isZero();
    }
  }

  @Test
  void anOutageOfTheKeysIsNoFaultOfTheEvent() {
    AtomicInteger calls = new AtomicInteger();
    Guard asksForAKey = WhatsAppInboundHost.beforeHandlers((event, tx) -> {
      if (calls.incrementAndGet() <= 100) {
        throw new SecretUnavailableException("the key service did not answer");
      }
      return event;
    });
    try (WhatsApp whatsapp = builder().guards(asksForAKey).build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      for (int i = 0; i <= 100; i++) {
        whatsapp.work();
        host.clock.advance(Duration.ofMinutes(1));
      }
      assertThat(handled).containsExactly("hello");
    }
  }

  @Test
  void slowHandlersDoNotKeepTheTrailFromBeingSigned() {
    AtomicInteger signed = new AtomicInteger();
    try (WhatsApp whatsapp = host.builder()
        .addAuditSink(checkpoint -> signed.incrementAndGet())
        .on(TextReceived.class, text -> host.clock.advance(Duration.ofSeconds(6)))
        .build()) {
      String[] many = new String[20];
      for (int i = 0; i < many.length; i++) {
        many[i] = text(ANA, "wamid." + i, "hello");
      }
      deliver(whatsapp, messages(many));
      assertThat(whatsapp.work()).isEqualTo(2);
      assertThat(signed).hasValue(1);
    }
  }

  @Test
  void aFilterThatThrowsBeforeHandlersReleasesNothing() {
    AtomicInteger calls = new AtomicInteger();
    Guard stumbling = WhatsAppInboundHost.beforeHandlers((event, tx) -> {
      if (calls.incrementAndGet() == 1) {
        throw new IllegalStateException("the detector failed");
      }
      return event;
    });
    try (WhatsApp whatsapp = builder().guards(stumbling).build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      assertThat(whatsapp.work()).isZero();
      assertThat(handled).isEmpty();
      assertThat(host.archived(host.person(whatsapp, ANA))).isEmpty();
      host.clock.advance(Duration.ofSeconds(2));
      assertThat(whatsapp.work()).isEqualTo(1);
      assertThat(handled).containsExactly("hello");
    }
  }

  @Test
  void aReactionThatThrowsRunsAgainWithoutDoublingTheArchive() {
    List<Received> seen = new ArrayList<>();
    Guard throwing = WhatsAppInboundHost.reaction((event, whatsapp) -> {
      seen.add(event);
      if (seen.size() < 3) {
        throw new IllegalStateException("not now");
      }
    });
    try (WhatsApp whatsapp = host.builder().guards(throwing).build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      for (int i = 0; i < 4; i++) {
        whatsapp.work();
        host.clock.advance(Duration.ofMinutes(1));
      }
      assertThat(seen).hasSize(3);
      assertThat(seen).extracting(Received::id).containsOnly(seen.get(0).id());
      assertThat(host.archived(host.person(whatsapp, ANA))).hasSize(1);
    }
  }

  @Test
  void aStoreThatDiesBetweenTheTransactionsMeansHandledAgainAndArchivedOnce() {
    try (WhatsApp whatsapp = host.builder()
        .on(TextReceived.class, text -> {
          handled.add(text.text());
          host.disk.gone = handled.size() == 1;
        })
        .build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      assertThatThrownBy(whatsapp::work).isInstanceOf(StoreException.class);
      host.disk.gone = false;
      assertThat(whatsapp.work()).isZero();
      host.clock.advance(LEASE);
      assertThat(whatsapp.work()).isEqualTo(1);
      assertThat(handled).containsExactly("hello", "hello");
      assertThat(host.archived(host.person(whatsapp, ANA))).hasSize(1);
    }
  }

  @Test
  void aLeaseLostDuringTheWorkIsNotCountedTwice() {
    WhatsApp[] both = new WhatsApp[2];
    Guard slow = WhatsAppInboundHost.reaction((event, whatsapp) -> {
      handled.add("run");
      if (handled.size() == 1) {
        host.clock.advance(LEASE);
        assertThat(both[1].work()).isEqualTo(1);
      }
    });
    both[0] = host.builder().guards(slow).build();
    both[1] = host.builder().guards(slow).build();
    deliver(both[0], messages(text(ANA, "wamid.1", "hello")));
    assertThat(both[0].work()).isZero();
    assertThat(handled).hasSize(2);
    assertThat(host.archived(host.person(both[0], ANA))).hasSize(1);
    both[0].close();
    both[1].close();
  }

  @Test
  void manyThreadsWorkingHandleEachEventOnce() throws Exception {
    try (WhatsApp whatsapp = builder().build()) {
      String[] texts = new String[60];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = text(ANA, "wamid." + i, "words " + i);
      }
      deliver(whatsapp, messages(texts));
      AtomicInteger completed = new AtomicInteger();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Thread thread = new Thread(() -> completed.addAndGet(whatsapp.work()));
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(completed).hasValue(60);
      assertThat(handled).hasSize(60).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatOneProcessTookInTheNextOneHandles() {
    try (WhatsApp first = builder().build()) {
      deliver(first, messages(text(ANA, "wamid.1", "hello")));
    }
    try (WhatsApp second = builder().build()) {
      assertThat(second.work()).isEqualTo(1);
      assertThat(handled).containsExactly("hello");
    }
  }

  @Test
  void anErasedPersonsWaitingEventsAreNotHandledButOthersAre() {
    try (WhatsApp whatsapp = builder().build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "forget me"), text(BEN, "wamid.2", "hello")));
      Person ana = host.person(whatsapp, ANA);
      host.vault.personalData().erase(ana);
      assertThat(whatsapp.work()).isEqualTo(2);
      assertThat(handled).containsExactly("hello");
      assertThat(host.waiting()).isZero();
    }
  }

  @Test
  void aStatusSettlesTheJournalInAnyOrderAndMoreThanOnce() throws IOException {
    try (MockWebServer meta = new MockWebServer()) {
      meta.enqueue(new MockResponse.Builder()
          .code(200)
          .body("{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.sent\"}]}")
          .build());
      meta.start();
      try (WhatsApp whatsapp = host.bare()
          .account(WhatsAppInboundHost.account("111", WhatsAppInboundHost.SECRET)
              .accessToken(Secrets.fixed(Secret.of("token"))))
          .graph(GraphEndpoint.simulator(meta.url("/").uri()))
          .build()) {
        SendReceipt receipt = whatsapp
            .send(
                TextMessage.to(ContactPoint.phone(ANA), "hello").purpose("service.reply"),
                By.agent("ana"))
            .orThrow();
        status(whatsapp, "read");
        status(whatsapp, "delivered");
        status(whatsapp, "read");
        Journal.Entry entry = whatsapp.journal().find(receipt.transmission()).orElseThrow();
        assertThat(entry.state()).isEqualTo(Journal.State.ACCEPTED);
        assertThat(entry.deliveryStatus()).contains("read");
      }
    }
  }

  private static void status(WhatsApp whatsapp, String status) {
    deliver(
        whatsapp,
        change(
            "111",
            "\"statuses\":[{\"id\":\"wamid.sent\",\"status\":\"" + status
                + "\",\"timestamp\":\"1789000002\",\"recipient_id\":\"" + ANA + "\"}]"));
    whatsapp.work();
  }

  @Test
  void aStatusOfAMessageThatIsNotOursChangesNothing() {
    try (WhatsApp whatsapp = host.builder().build()) {
      deliver(
          whatsapp,
          change(
              "111",
              "\"statuses\":[{\"id\":\"wamid.x\",\"status\":\"failed\",\"biz_opaque_callback_data\":\"wx1.not-a-uuid\"},"
                  + "{\"id\":\"wamid.y\",\"status\":\"failed\",\"biz_opaque_callback_data\":\"...\"}]"));
      assertThat(whatsapp.work()).isEqualTo(2);
      assertThat(host.count("wx_person")).isZero();
    }
  }
}
