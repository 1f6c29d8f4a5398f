package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.ANA;
import static io.waxseal.WhatsAppInboundHost.BEN;
import static io.waxseal.WhatsAppInboundHost.SECRET;
import static io.waxseal.WhatsAppInboundHost.deliver;
import static io.waxseal.WhatsAppInboundHost.messages;
import static io.waxseal.WhatsAppInboundHost.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.contract.PostgresServer;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.send.Accepted;
import io.waxseal.send.Reason;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.store.Database;
import io.waxseal.testkit.Aside;
import io.waxseal.webhook.TextReceived;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a host sees while its database is gone, slow, full or can only be read: a no, and nothing lost. */
@Timeout(90)
final class DatabaseTroubleTest {
  @TempDir
  Path folder;

  private WhatsAppInboundHost host;
  private final List<String> handled = new ArrayList<>();

  @BeforeEach
  void openHost() {
    host = new WhatsAppInboundHost(folder);
  }

  private WhatsApp whatsapp() {
    return host.builder()
        .on(TextReceived.class, text -> handled.add(text.text()))
        .build();
  }

  private static int delivery(WhatsApp whatsapp, String id, String words) {
    return deliver(whatsapp, messages(text(ANA, "wamid." + id, words), text(BEN, id, words)));
  }

  private void refusesThenTakes(WhatsApp whatsapp, Runnable trouble, Runnable end, String words) {
    delivery(whatsapp, "before", "before");
    trouble.run();
    assertThat(delivery(whatsapp, "in", words)).isEqualTo(503);
    end.run();
    assertThat(host.waiting()).isEqualTo(2);
    assertThat(delivery(whatsapp, "in", words)).isEqualTo(200);
    assertThat(host.waiting()).isEqualTo(4);
    assertThat(whatsapp.work()).isEqualTo(4);
    assertThat(handled).containsExactly("before", "before", words, words);
  }

  @Test
  void whileItIsGoneWebhooksAreAnsweredLaterAndNothingIsHalfKept() {
    refusesThenTakes(
        whatsapp(), () -> host.disk.gone = true, () -> host.disk.gone = false, "hello");
  }

  @Test
  void whileItIsFullWebhooksAreAnsweredLaterAndNothingIsHalfKept() {
    refusesThenTakes(
        whatsapp(),
        () -> host.disk.full = true,
        () -> host.disk.full = false,
        "long".repeat(1_000));
  }

  @Test
  void whileItCanOnlyBeReadWebhooksAreAnsweredLaterAndNothingIsHalfKept() {
    refusesThenTakes(
        whatsapp(), () -> host.disk.readOnly = true, () -> host.disk.readOnly = false, "hello");
  }

  @Test
  void whileItIsFullNothingIsSentThatIsNotWrittenDown() throws Exception {
    try (MockWebServer meta = meta()) {
      WhatsApp whatsapp = sending(meta);
      host.disk.full = true;
      int accepted = 0;
      SendResult result = send(whatsapp);
      while (result instanceof Accepted && accepted < 1_000) {
        accepted++;
        result = send(whatsapp);
      }
      assertThat(result)
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo(Reason.STORE_UNAVAILABLE));
      assertThat(meta.getRequestCount()).isEqualTo(accepted);
      host.disk.full = false;
      assertThat(send(whatsapp)).isInstanceOf(Accepted.class);
    }
  }

  @Test
  void whileItCanOnlyBeReadNothingIsSent() throws Exception {
    try (MockWebServer meta = meta()) {
      WhatsApp whatsapp = sending(meta);
      host.disk.readOnly = true;
      assertThat(send(whatsapp))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo(Reason.STORE_UNAVAILABLE));
      assertThat(meta.getRequestCount()).isZero();
    }
  }

  private static MockWebServer meta() throws IOException {
    MockWebServer meta = new MockWebServer();
    meta.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return new MockResponse.Builder()
            .body("{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.out\"}]}")
            .build();
      }
    });
    meta.start();
    return meta;
  }

  private WhatsApp sending(MockWebServer meta) {
    return host.bare()
        .account(WhatsAppInboundHost.account("111", SECRET)
            .accessToken(Secrets.fixed(Secret.of("token"))))
        .graph(GraphEndpoint.simulator(meta.url("/").uri()))
        .build();
  }

  private static SendResult send(WhatsApp whatsapp) {
    return whatsapp.send(TextMessage.to(ContactPoint.phone(ANA), "hello"), By.system("test"));
  }

  @Test
  void aFullPostgresqlRefusesAndNothingIsHalfKept() throws Exception {
    DataSource server = PostgresServer.dataSource();
    host = new WhatsAppInboundHost(Database.migrating(server));
    WhatsApp whatsapp = whatsapp();
    refusesThenTakes(
        whatsapp,
        () -> run(
            server,
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$;"
                + " CREATE TRIGGER full_disk BEFORE INSERT ON wx_inbox EXECUTE FUNCTION full_disk()"),
        () -> run(server, "DROP TRIGGER full_disk ON wx_inbox"),
        "hello");
  }

  private static void run(DataSource server, String sql) {
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute("SET default_transaction_read_only = off");
      statement.execute(sql);
      statement.execute("SET default_transaction_read_only = on");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aWebhookWaitsForASlowWriterAndIsThenKept() throws Exception {
    WhatsApp whatsapp = whatsapp();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Void> slow = Aside.runTask(() -> host.database.inTransaction(tx -> {
      begun.countDown();
      Aside.await(end);
      return Boolean.TRUE;
    }));
    begun.await();
    CompletableFuture<Integer> answer = Aside.run(() -> delivery(whatsapp, "in", "hello"));
    assertThat(answer).isNotDone();
    end.countDown();
    slow.join();
    assertThat(answer.join()).isEqualTo(200);
  }

  @Test
  void aClockThatGoesBackADayHandlesLaterButLosesNothing() {
    WhatsApp whatsapp = whatsapp();
    delivery(whatsapp, "one", "one");
    host.clock.advance(Duration.ofDays(-1));
    delivery(whatsapp, "two", "two");
    whatsapp.work();
    assertThat(handled).containsExactly("two", "two");
    host.clock.advance(Duration.ofDays(1));
    whatsapp.work();
    assertThat(handled).containsExactly("two", "two", "one", "one");
  }

  @Test
  void aClockThatLeapsADayHandlesEachEventOnce() {
    WhatsApp whatsapp = whatsapp();
    delivery(whatsapp, "one", "one");
    host.clock.advance(Duration.ofDays(1));
    delivery(whatsapp, "one", "one");
    whatsapp.work();
    assertThat(handled).containsExactly("one", "one");
  }
}
