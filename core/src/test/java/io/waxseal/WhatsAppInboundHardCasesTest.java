package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.ANA;
import static io.waxseal.WhatsAppInboundHost.BEN;
import static io.waxseal.WhatsAppInboundHost.SECRET;
import static io.waxseal.WhatsAppInboundHost.account;
import static io.waxseal.WhatsAppInboundHost.change;
import static io.waxseal.WhatsAppInboundHost.deliver;
import static io.waxseal.WhatsAppInboundHost.messages;
import static io.waxseal.WhatsAppInboundHost.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.guard.Guard;
import io.waxseal.guard.Sender;
import io.waxseal.message.TextMessage;
import io.waxseal.person.Archive;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Context;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.Vault;
import io.waxseal.send.Journal;
import io.waxseal.send.SendReceipt;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.TextReceived;
import io.waxseal.webhook.WebhookEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WhatsAppInboundHardCasesTest {
  @TempDir
  Path folder;

  private final List<String> handled = new ArrayList<>();
  private WhatsAppInboundHost host;

  @BeforeEach
  void openHost() {
    host = new WhatsAppInboundHost(folder);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneaky(Throwable e) throws E {
    throw (E) e;
  }

  @Test
  void anErrorOfAHandlerCostsItsSiblingsNothing() {
    try (WhatsApp whatsapp = host.builder()
        .on(TextReceived.class, text -> {
          if (text.text().equals("poison")) {
            throw new StackOverflowError();
          }
          handled.add(text.text());
        })
        .build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "poison"), text(BEN, "wamid.2", "sound")));
      for (int i = 0; i < 50; i++) {
        whatsapp.work();
        host.clock.advance(Duration.ofHours(1));
      }
      assertThat(handled).containsExactly("sound");
      assertThat(host.waiting()).isZero();
    }
  }

  @Test
  void aCheckedExceptionThrownSneakilyCostsItsSiblingsNothing() {
    try (WhatsApp whatsapp = host.builder()
        .on(TextReceived.class, text -> {
          if (text.text().equals("poison")) {
            WhatsAppInboundHardCasesTest.<RuntimeException>sneaky(new IOException("crm"));
          }
          handled.add(text.text());
        })
        .build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "poison"), text(BEN, "wamid.2", "sound")));
      whatsapp.work();
      assertThat(handled).containsExactly("sound");
    }
  }

  @Test
  void keysThatAreAwayForADayCostNoEvent() {
    boolean[] away = {true};
    Vault vault = new Vault() {
      @Override
      public byte[] seal(Person owner, Context context, byte[] plain) {
        return host.vault.seal(owner, context, plain);
      }

      @Override
      public Opened open(Person owner, Context context, byte[] sealed) {
        return away[0] && context.collection().equals("wx_inbox")
            ? new Opened.Unavailable("the KMS is away")
            : host.vault.open(owner, context, sealed);
      }

      @Override
      public byte[] index(Tenant tenant, String field, String value) {
        return host.vault.index(tenant, field, value);
      }

      @Override
      public Archive archive() {
        return host.vault.archive();
      }

      @Override
      public PersonalDataSource personalData() {
        return host.vault.personalData();
      }
    };
    try (WhatsApp whatsapp = WhatsApp.builder()
        .database(host.database)
        .vault(vault)
        .clock(host.clock)
        .ungated("x")
        .account(WhatsAppInboundHost.account("111", SECRET))
        .on(TextReceived.class, text -> handled.add(text.text()))
        .build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      for (int i = 0; i < 24; i++) {
        whatsapp.work();
        host.clock.advance(Duration.ofHours(1));
      }
      away[0] = false;
      whatsapp.work();
      assertThat(handled).containsExactly("hello");
    }
  }

  @Test
  void aPaymentThatFailedIsNoMessageThatFailed() throws IOException {
    try (MockWebServer meta = new MockWebServer()) {
      meta.enqueue(new MockResponse.Builder()
          .code(200)
          .body("{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.sent\"}]}")
          .build());
      meta.start();
      try (WhatsApp whatsapp = host.bare()
          .account(WhatsAppInboundHost.account("111", SECRET)
              .accessToken(Secrets.fixed(Secret.of("token"))))
          .graph(GraphEndpoint.simulator(meta.url("/").uri()))
          .build()) {
        SendReceipt receipt = whatsapp
            .send(
                TextMessage.to(ContactPoint.phone(ANA), "pay here").purpose("service.reply"),
                By.agent("ana"))
            .orThrow();
        deliver(
            whatsapp,
            change(
                "111",
                "\"statuses\":[{\"id\":\"wamid.sent\",\"type\":\"payment\",\"status\":\"failed\",\"recipient_id\":\""
                    + ANA + "\",\"payment\":{\"reference_id\":\"r\"}}]"));
        whatsapp.work();
        assertThat(whatsapp.journal().find(receipt.transmission()).orElseThrow().state())
            .isEqualTo(Journal.State.ACCEPTED);
      }
    }
  }

  @Test
  void nothingIsAcknowledgedInsideATransactionOfTheHost() {
    try (WhatsApp whatsapp = host.builder().build()) {
      List<Integer> replies = new ArrayList<>();
      assertThatThrownBy(() -> host.database.inTransaction(tx -> {
            try {
              replies.add(deliver(whatsapp, messages(text(ANA, "wamid.1", "hello"))));
            } catch (IllegalStateException e) {
              replies.add(503);
            }
            throw new IllegalStateException("the host rolls back");
          }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(replies).doesNotContain(200);
    }
  }

  @Test
  void settersThatAreEasilyMissedRefuseASecondCallToo() {
    assertThatThrownBy(() -> WhatsApp.builder().bodyLimit(1).bodyLimit(2))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aReasonGivenTwiceIsRefused() {
    assertThatThrownBy(() -> WhatsApp.builder().ungated("a").ungated("b"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aNullHandlerIsRefusedAtOnce() {
    assertThatThrownBy(() -> WhatsApp.builder().on(TextReceived.class, null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> WhatsApp.builder().on(null, text -> {}))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void aTokenSourceThatFailsOddlyMeansLater() {
    try (WhatsApp whatsapp = host.builder()
        .verifyToken(
            WhatsAppInboundHost.onceThen(new IllegalStateException("bug in a secret manager")))
        .build()) {
      assertThat(whatsapp
              .handshake(name -> name.equals("hub.mode") ? "subscribe" : "x")
              .status())
          .isEqualTo(503);
    }
  }

  @Test
  void erasingAPseudonymThatBecameAnotherErasesTheWholePerson() {
    try (WhatsApp whatsapp = host.builder().build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "by number")));
      String byId =
          text("", "wamid.2", "by id").replace("\"from\":\"\"", "\"from_user_id\":\"DE.1\"");
      deliver(whatsapp, messages(byId));
      Person earlier = whatsapp
          .people()
          .find(Tenant.DEFAULT, java.util.Set.of(ContactPoint.bsuid("DE.1")))
          .orElseThrow();
      deliver(
          whatsapp,
          messages(text(ANA, "wamid.3", "both")
              .replace("{\"from\"", "{\"from_user_id\":\"DE.1\",\"from\"")));
      whatsapp.work();
      whatsapp.erase(earlier, Because.request("case 8"));
      assertThat(whatsapp.people().find(Tenant.DEFAULT, java.util.Set.of(ContactPoint.phone(ANA))))
          .isEmpty();
    }
  }

  @Test
  void anEventIsHandledUnderThePersonWhoGoesOn() {
    List<Person> persons = new ArrayList<>();
    Guard reaction = WhatsAppInboundHost.reaction(
        (Received event, Sender sender) -> persons.add(event.person().orElseThrow()));
    try (WhatsApp whatsapp = host.builder().guards(reaction).build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "by number")));
      String byId =
          text("", "wamid.2", "by id").replace("\"from\":\"\"", "\"from_user_id\":\"DE.1\"");
      deliver(whatsapp, messages(byId));
      deliver(
          whatsapp,
          messages(text(ANA, "wamid.3", "both")
              .replace("{\"from\"", "{\"from_user_id\":\"DE.1\",\"from\"")));
      whatsapp.work();
      assertThat(persons).hasSize(3).containsOnly(persons.get(0));
    }
  }

  @Test
  void aPlaceThatCannotEvenSayItsNameStopsNobody() {
    PersonalDataSource nameless = new PersonalDataSource() {
      @Override
      public String name() {
        throw new IllegalStateException("no name");
      }

      @Override
      public Found find(Person person) {
        throw new IllegalStateException("no");
      }

      @Override
      public Removed erase(Person person) {
        throw new IllegalStateException("no");
      }

      @Override
      public long verifyGone(Person person) {
        throw new IllegalStateException("no");
      }
    };
    try (WhatsApp whatsapp = host.builder().addPersonalData(nameless).build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      Person ana = host.person(whatsapp, ANA);
      try {
        whatsapp.erase(ana, Because.request("case 9"));
      } catch (IllegalStateException e) {
        handled.clear();
      }
      assertThat(whatsapp.people().points(ana)).isEmpty();
    }
  }

  @Test
  void anErrorOfAPlaceStopsNobody() {
    PersonalDataSource failing = new PersonalDataSource() {
      @Override
      public String name() {
        return "crm";
      }

      @Override
      public Found find(Person person) {
        throw new NoClassDefFoundError("crm client");
      }

      @Override
      public Removed erase(Person person) {
        return new Removed(0);
      }

      @Override
      public long verifyGone(Person person) {
        return 0;
      }
    };
    try (WhatsApp whatsapp = host.builder().addPersonalData(failing).build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      Person ana = host.person(whatsapp, ANA);
      try {
        whatsapp.erase(ana, Because.request("case 9"));
      } catch (NoClassDefFoundError e) {
        handled.clear();
      }
      assertThat(whatsapp.people().points(ana)).isEmpty();
    }
  }

  @Test
  void aPlaceThatCannotCountIsErasedAllTheSame() {
    PersonalDataSource blind = new PersonalDataSource() {
      @Override
      public String name() {
        return "crm";
      }

      @Override
      public Found find(Person person) {
        throw new IllegalStateException("cannot count");
      }

      @Override
      public Removed erase(Person person) {
        handled.add("erased");
        return new Removed(1);
      }

      @Override
      public long verifyGone(Person person) {
        return 0;
      }
    };
    try (WhatsApp whatsapp = host.builder().addPersonalData(blind).build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      whatsapp.erase(host.person(whatsapp, ANA), Because.request("case 9"));
      assertThat(handled).containsExactly("erased");
    }
  }

  @Test
  void aNumberOfOddShapeIsNotOurs() {
    try (WhatsApp whatsapp = host.builder().build()) {
      deliver(whatsapp, change("+999", "\"messages\":[" + text(ANA, "wamid.1", "x") + "]"));
      assertThat(whatsapp.work()).isZero();
    }
  }

  @Test
  void aLoneSurrogateInATextDoesNotChangeOnItsWay() {
    List<String> before = new ArrayList<>();
    Guard early = WhatsAppInboundHost.beforeAnswer((event, tx) -> {
      before.add(((TextReceived) event.event()).text());
      return event;
    });
    try (WhatsApp whatsapp = host.builder()
        .guards(early)
        .on(TextReceived.class, text -> handled.add(text.text()))
        .build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "xx")).replace("xx", "a\\ud83d b"));
      whatsapp.work();
      assertThat(handled).isEqualTo(before);
    }
  }

  @Test
  void membersSpeltLikeOneAfterWritingDoNotPoisonAnEvent() {
    try (WhatsApp whatsapp =
        host.builder().on(TextReceived.class, text -> handled.add(text.text())).build()) {
      int status = deliver(
          whatsapp,
          messages(text(ANA, "wamid.1", "STOP"))
              .replace("\"type\"", "\"\\ud800\":1,\"?\":2,\"type\""));
      whatsapp.work();
      assertThat(status == 400 || handled.contains("STOP")).isTrue();
    }
  }

  @Test
  void twoOddStatusesOfOneMessageAreTwoEvents() {
    assertThat(kindsOf(
            "statuses",
            "{\"id\":\"wamid.3\",\"status\":\"held back\"}",
            "{\"id\":\"wamid.3\",\"status\":\"let go\"}"))
        .hasSize(2);
    assertThat(
            kindsOf("statuses", "{\"id\":\"wamid.4\",\"new\":1}", "{\"id\":\"wamid.4\",\"new\":2}"))
        .hasSize(2);
  }

  private List<String> kindsOf(String list, String... elements) {
    List<String> kinds = new ArrayList<>();
    try (WhatsApp whatsapp =
        host.builder().on(WebhookEvent.class, event -> kinds.add(event.kind())).build()) {
      deliver(whatsapp, change("111", "\"" + list + "\":[" + String.join(",", elements) + "]"));
      whatsapp.work();
    }
    return kinds;
  }

  @Test
  void whatIsNestedAsDeepAsIsTakenInIsHandled() {
    for (int depth = 1; depth <= 64; depth++) {
      String deep = "[".repeat(depth) + "]".repeat(depth);
      String body = messages(text(ANA, "wamid." + depth, "hello " + depth));
      body = body.substring(0, body.length() - 1) + ",\"extra\":" + deep + "}";
      handled.clear();
      try (WhatsApp whatsapp = host.builder()
          .on(TextReceived.class, text -> handled.add(text.text()))
          .build()) {
        int status = deliver(whatsapp, body);
        whatsapp.work();
        assertThat(handled.isEmpty()).isEqualTo(status == 400);
        assertThat(status).isEqualTo(depth < 60 ? 200 : 400);
      }
    }
  }

  @Test
  void aNumberIsNoWordOfAKind() {
    assertThat(kindsOf(
            "messages",
            text(ANA, "wamid.1", "hi").replace("\"text\",", "\"" + ANA + "\","),
            text(ANA, "wamid.2", "hi").replace("\"text\",", "\"to" + ANA + "\",")))
        .containsExactly("message.unknown", "message.unknown");
  }

  @Test
  void reservingInATransactionThatHasEndedIsRefused() {
    try (WhatsApp whatsapp = host.builder().build()) {
      Transaction ended = host.database.inTransaction(tx -> tx);
      assertThatThrownBy(() ->
              whatsapp.people().reserve(ended, Tenant.DEFAULT, Set.of(ContactPoint.phone(ANA))))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void accountsOfOneBusinessAccountBelongToOneTenant() {
    assertThatThrownBy(() -> host.builder()
            .account(account("333", SECRET).tenant(new Tenant("other")))
            .build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one tenant");
  }
}
