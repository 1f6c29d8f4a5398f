package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.ANA;
import static io.waxseal.WhatsAppInboundHost.BEN;
import static io.waxseal.WhatsAppInboundHost.SECRET;
import static io.waxseal.WhatsAppInboundHost.account;
import static io.waxseal.WhatsAppInboundHost.change;
import static io.waxseal.WhatsAppInboundHost.deliver;
import static io.waxseal.WhatsAppInboundHost.headers;
import static io.waxseal.WhatsAppInboundHost.messages;
import static io.waxseal.WhatsAppInboundHost.sign;
import static io.waxseal.WhatsAppInboundHost.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Account;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.guard.Guard;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.ContactPoint;
import io.waxseal.webhook.TextReceived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WhatsAppInboundReceiveTest {
  private static final String HELLO = messages(text(ANA, "wamid.1", "hello there"));

  @TempDir
  Path folder;

  private final List<String> handled = new ArrayList<>();
  private WhatsAppInboundHost host;

  @BeforeEach
  void openHost() {
    host = new WhatsAppInboundHost(folder);
  }

  private WhatsApp.Builder builder() {
    return host.builder().on(TextReceived.class, text -> handled.add(text.text()));
  }

  @Test
  void whatMetaSignedIsKeptAndHandledOnce() {
    try (WhatsApp whatsapp = builder().build()) {
      Reply reply =
          whatsapp.receive(HELLO.getBytes(UTF_8), headers(sign(HELLO.getBytes(UTF_8), SECRET)));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body()).isNotEmpty();
      assertThat(handled).isEmpty();
      assertThat(whatsapp.work()).isEqualTo(1);
      assertThat(whatsapp.work()).isZero();
      assertThat(handled).containsExactly("hello there");
    }
  }

  @Test
  void oneChangedSpaceIsRefusedAndNothingIsKept() {
    try (WhatsApp whatsapp = builder().build()) {
      String signature = sign(HELLO.getBytes(UTF_8), SECRET);
      byte[] changed = HELLO.replace("hello there", "hello  there").getBytes(UTF_8);
      assertThat(whatsapp.receive(changed, headers(signature)).status()).isEqualTo(401);
      assertThat(whatsapp.receive(changed, name -> null).status()).isEqualTo(401);
      assertThat(host.waiting()).isZero();
      assertThat(host.count("wx_person")).isZero();
    }
  }

  @Test
  void noReplyQuotesTheRequest() {
    try (WhatsApp whatsapp = builder().build()) {
      for (String body : List.of(HELLO, "hello there")) {
        Reply reply = whatsapp.receive(body.getBytes(UTF_8), headers("hello there"));
        assertThat(new String(reply.body(), UTF_8)).doesNotContain("hello");
        assertThat(reply.toString()).doesNotContain("hello");
      }
    }
  }

  @Test
  void aBodyAtTheLimitIsReadAndOneByteMoreIsNot() {
    int length = HELLO.getBytes(UTF_8).length;
    try (WhatsApp whatsapp = builder().bodyLimit(length).build()) {
      assertThat(deliver(whatsapp, HELLO)).isEqualTo(200);
      assertThat(deliver(whatsapp, HELLO + " ")).isEqualTo(413);
      assertThat(host.waiting()).isEqualTo(1);
    }
  }

  @Test
  void threeMebibytesAreTheLimitUnlessTheHostSaysOtherwise() {
    try (WhatsApp whatsapp = builder().build()) {
      byte[] body = new byte[3 * 1_048_576];
      assertThat(whatsapp.receive(body, name -> null).status()).isEqualTo(401);
      assertThat(whatsapp.receive(new byte[body.length + 1], name -> null).status())
          .isEqualTo(413);
    }
  }

  @Test
  void aSignedBodyThatIsNoWebhookIsRefused() {
    try (WhatsApp whatsapp = builder().build()) {
      for (String body : List.of("", "no json", "{}", "[]", "{\"object\":\"page\",\"entry\":[]}")) {
        assertThat(deliver(whatsapp, body)).as(body).isEqualTo(400);
      }
    }
  }

  @Test
  void aStoreThatIsGoneMeansDeliverAgainAndNothingIsKept() {
    try (WhatsApp whatsapp = builder().build()) {
      host.disk.gone = true;
      assertThat(deliver(whatsapp, HELLO)).isEqualTo(503);
      host.disk.gone = false;
      assertThat(host.waiting()).isZero();
      assertThat(deliver(whatsapp, HELLO)).isEqualTo(200);
      whatsapp.work();
      assertThat(handled).containsExactly("hello there");
    }
  }

  @Test
  void aMissingSecretFileMeansDeliverAgainAndARotatedOneCounts() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "there at the start");
    Account account = Account.of("111", "222").appSecrets(Secrets.file(file));
    try (WhatsApp whatsapp = host.bare().account(account).build()) {
      Files.delete(file);
      assertThat(deliver(whatsapp, HELLO)).isEqualTo(503);
      Files.writeString(file, "the app secret of 111\n");
      assertThat(deliver(whatsapp, HELLO)).isEqualTo(200);
      Files.writeString(file, "the next one");
      assertThat(deliver(whatsapp, HELLO)).isEqualTo(401);
      assertThat(deliver(whatsapp, HELLO, Secret.of("the next one"))).isEqualTo(200);
    }
  }

  @Test
  void aFilterThatThrowsBeforeTheAnswerMeansDeliverAgainAndNothingIsKept() {
    List<String> calls = new ArrayList<>();
    Guard stumbling = WhatsAppInboundHost.beforeAnswer((event, tx) -> {
      tx.afterCommit(() -> calls.add("committed"));
      calls.add("filtered");
      if (calls.size() == 2) {
        throw new IllegalStateException("the ledger is locked");
      }
      return event;
    });
    String two = messages(text(ANA, "wamid.1", "one"), text(BEN, "wamid.2", "two"));
    try (WhatsApp whatsapp = builder().guards(stumbling).build()) {
      assertThat(deliver(whatsapp, two)).isEqualTo(503);
      assertThat(calls).containsExactly("filtered", "filtered");
      assertThat(host.waiting()).isZero();
      assertThat(host.count("wx_person")).isZero();
      assertThat(deliver(whatsapp, two)).isEqualTo(200);
      assertThat(whatsapp.work()).isEqualTo(2);
      assertThat(handled).containsExactly("one", "two");
    }
  }

  @Test
  void whatAFilterDoesAfterTheCommitIsDoneBeforeTheAnswer() {
    List<Long> seen = new ArrayList<>();
    Guard waiting = WhatsAppInboundHost.beforeAnswer((event, tx) -> {
      tx.afterCommit(() -> seen.add(host.waiting()));
      return event;
    });
    try (WhatsApp whatsapp = builder().guards(waiting).build()) {
      assertThat(deliver(whatsapp, HELLO)).isEqualTo(200);
      assertThat(seen).containsExactly(1L);
    }
  }

  @Test
  void whatFailsAfterTheCommitIsNotAcknowledged() {
    Guard failing = WhatsAppInboundHost.beforeAnswer((event, tx) -> {
      tx.afterCommit(() -> {
        throw new IllegalStateException("the wait was interrupted");
      });
      return event;
    });
    try (WhatsApp whatsapp = builder().guards(failing).build()) {
      assertThat(deliver(whatsapp, HELLO)).isEqualTo(503);
    }
  }

  @Test
  void anEventDeliveredAgainIsHandledOnceAndHasTheSameIdForEachFilter() {
    List<UUID> filtered = new ArrayList<>();
    Guard counting = WhatsAppInboundHost.beforeAnswer((event, tx) -> {
      filtered.add(event.id());
      return event;
    });
    try (WhatsApp whatsapp = builder().guards(counting).build()) {
      assertThat(deliver(whatsapp, HELLO)).isEqualTo(200);
      assertThat(deliver(whatsapp, HELLO)).isEqualTo(200);
      whatsapp.work();
      assertThat(deliver(whatsapp, HELLO.replace("hello there", "hello again"))).isEqualTo(200);
      whatsapp.work();
      assertThat(handled).containsExactly("hello there");
      assertThat(filtered).hasSize(3).containsOnly(filtered.get(0));
    }
  }

  @Test
  void anEventTwiceInOneDeliveryIsHandledOnce() {
    String message = text(ANA, "wamid.1", "hello there");
    try (WhatsApp whatsapp = builder().build()) {
      assertThat(deliver(whatsapp, messages(message, message))).isEqualTo(200);
      whatsapp.work();
      assertThat(handled).containsExactly("hello there");
    }
  }

  @Test
  void anEventOfANumberThatIsNotOursIsDroppedAndAudited() {
    try (WhatsApp whatsapp = builder().build()) {
      String foreign = change("999", "\"messages\":[" + text(ANA, "wamid.1", "for others") + "]");
      assertThat(deliver(whatsapp, foreign)).isEqualTo(200);
      assertThat(whatsapp.work()).isZero();
      assertThat(host.count("wx_inbox")).isZero();
      assertThat(host.count("wx_person")).isZero();
      assertThat(host.audited("webhook.dropped")).isEqualTo(1);
    }
  }

  @Test
  void aForeignEventCostsItsSiblingsNothing() {
    String mixed = messages(text(ANA, "wamid.1", "for us"))
        .replace(
            "\"changes\":[",
            "\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"999\"},\"messages\":["
                + text(BEN, "wamid.2", "for others") + "]}},");
    try (WhatsApp whatsapp = builder().build()) {
      assertThat(deliver(whatsapp, mixed)).isEqualTo(200);
      whatsapp.work();
      assertThat(handled).containsExactly("for us");
      assertThat(host.audited("webhook.dropped")).isEqualTo(1);
    }
  }

  @Test
  void anotherAccountsSecretDoesNotSignForThisOne() {
    Secret theirs = Secret.of("the app secret of 333");
    try (WhatsApp whatsapp = builder().account(account("333", theirs)).build()) {
      assertThat(deliver(whatsapp, HELLO, theirs)).isEqualTo(503);
      assertThat(whatsapp.work()).isZero();
      assertThat(host.audited("webhook.dropped")).isZero();
      assertThat(deliver(whatsapp, HELLO)).isEqualTo(200);
      whatsapp.work();
      assertThat(handled).containsExactly("hello there");
    }
  }

  @Test
  void accountsOfTwoTenantsShareNobody() {
    Secret theirs = Secret.of("the app secret of 333");
    Tenant other = new Tenant("other");
    try (WhatsApp whatsapp = builder()
        .account(Account.of("333", "444").appSecrets(Secrets.fixed(theirs)).tenant(other))
        .build()) {
      deliver(whatsapp, HELLO);
      deliver(
          whatsapp,
          change("333", "\"messages\":[" + text(ANA, "wamid.1", "the same person") + "]"),
          theirs);
      assertThat(whatsapp.work()).isEqualTo(2);
      Set<ContactPoint> ana = Set.of(ContactPoint.phone(ANA));
      assertThat(whatsapp.people().find(Tenant.DEFAULT, ana).orElseThrow().id())
          .isNotEqualTo(whatsapp.people().find(other, ana).orElseThrow().id());
    }
  }

  @Test
  void anEventOfTheAccountItselfFindsItByItsBusinessAccount() {
    String update =
        "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"222\",\"time\":1789000001,\"changes\":["
            + "{\"field\":\"account_update\",\"value\":{\"event\":\"DISABLED_UPDATE\"}}]}]}";
    try (WhatsApp whatsapp = builder().build()) {
      assertThat(deliver(whatsapp, update)).isEqualTo(200);
      assertThat(deliver(whatsapp, update.replace("222", "0"))).isEqualTo(200);
      assertThat(whatsapp.work()).isEqualTo(1);
      assertThat(host.audited("webhook.dropped")).isEqualTo(1);
    }
  }

  @Test
  void acceptUnsignedTakesAllAndSaysSoInTheTrail() {
    try (WhatsApp whatsapp = host.bare()
        .account(Account.of("111", "222"))
        .acceptUnsigned("a trial")
        .on(TextReceived.class, text -> handled.add(text.text()))
        .build()) {
      assertThat(whatsapp.receive(HELLO.getBytes(UTF_8), name -> null).status()).isEqualTo(200);
      whatsapp.work();
      assertThat(handled).containsExactly("hello there");
      assertThat(host.audited("start.weakened")).isEqualTo(2);
    }
  }

  @Test
  void nothingReadableLiesInTheFile() throws IOException {
    try (WhatsApp whatsapp = builder().build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.HBgNNDkxNTU1MDEwMDAwMQ", "hello there")));
      String before = readFiles();
      whatsapp.work();
      String after = readFiles();
      assertThat(before + after)
          .contains("wx_inbox")
          .doesNotContain("hello there")
          .doesNotContain(ANA)
          .doesNotContain("HBgNNDkx");
    }
  }

  private String readFiles() throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.append(
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void deliveriesAtOnceFromManyThreadsAreEachHandledOnce() throws Exception {
    try (WhatsApp whatsapp = builder().build()) {
      List<Thread> threads = new ArrayList<>();
      List<Integer> replies = java.util.Collections.synchronizedList(new ArrayList<>());
      for (int i = 0; i < 16; i++) {
        String body = messages(text(i % 2 == 0 ? ANA : BEN, "wamid." + i % 4, "words " + i % 4));
        Thread thread = new Thread(() -> replies.add(deliver(whatsapp, body)));
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(replies).hasSize(16).containsOnly(200);
      whatsapp.work();
      assertThat(handled).containsExactlyInAnyOrder("words 0", "words 1", "words 2", "words 3");
      long people =
          host.database.inTransaction(tx -> Sql.count(tx, "SELECT COUNT(*) FROM wx_person"));
      assertThat(people).isEqualTo(2);
    }
  }
}
