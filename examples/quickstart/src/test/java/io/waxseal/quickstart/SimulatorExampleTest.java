package io.waxseal.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.send.Failed;
import io.waxseal.send.SendResult;
import io.waxseal.simulator.Failure;
import io.waxseal.simulator.NumberChange;
import io.waxseal.simulator.SimulatedPerson;
import io.waxseal.simulator.Simulator;
import io.waxseal.simulator.Turbulence;
import io.waxseal.store.Database;
import io.waxseal.webhook.StatusReceived;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The example of docs/simulator.md; a test compares the two. */
class SimulatorExampleTest {
  private final WebServer server = new WebServer();
  private final Simulator meta = Simulator.builder()
      .accessToken("a-made-up-token")
      .appSecret("a-made-up-secret")
      .callback(server.callback())
      .start();
  private final Database database = Database.inMemory();
  private final List<String> statuses = new CopyOnWriteArrayList<>();
  private final WhatsApp whatsapp = WhatsApp.builder()
      .account(Account.of("106540352242922", "102290129340398")
          .accessToken(Secrets.fixed(Secret.of("a-made-up-token")))
          .appSecrets(Secrets.fixed(Secret.of("a-made-up-secret"))))
      .database(database)
      .vault(SealedVault.on(database, Kek.inMemoryForTests()))
      .ungated("a test of the wire only")
      .on(StatusReceived.class, status -> statuses.add(status.status().value()))
      .graph(GraphEndpoint.simulator(meta.endpoint()))
      .clock(meta.clock())
      .build();

  SimulatorExampleTest() throws IOException {
    server.serve(whatsapp);
  }

  @Test
  void aClosedWindowIsSaidOnceAndNotTriedAgain() {
    meta.customer("16505551234").failNext(Failure.reEngagement());

    SendResult result = send();
    assertThat(result).isInstanceOfSatisfying(Failed.class, failed -> {
      assertThat(failed.code()).isEqualTo(131047);
      assertThat(failed.retryable()).isFalse();
    });
    assertThat(meta.requests().to("16505551234").size()).isEqualTo(1);
  }

  @Test
  void statusesAreHandledOnceInWhateverOrderTheyCome() {
    send();
    String id = meta.accepted().get(0).id();
    Turbulence turbulence = Turbulence.seeded(7).duplicating(0.5).reordering().batchingUpTo(2);
    meta.deliver(turbulence, meta.statuses(id));
    whatsapp.work();

    assertThat(statuses).containsExactlyInAnyOrder("sent", "delivered", "read");
  }

  @Test
  void aPersonMovesToAnotherNumberAndAStrangerGetsTheOldOne() {
    SimulatedPerson ada = meta.person("16505551234").named("Ada");
    meta.deliver(ada.writes("STOP"));

    NumberChange change = ada.changesNumber("12195555358");
    meta.deliver(change.webhook());
    meta.deliver(change.webhook(NumberChange.Form.WA_ID));
    meta.deliver(ada.writes("It is me, Ada."));

    SimulatedPerson stranger = meta.person("16505551234");
    meta.deliver(stranger.writes("START"));
    assertThat(stranger.userId()).isNotEqualTo(ada.userId());
  }

  private SendResult send() {
    ContactPoint customer = ContactPoint.phone("16505551234");
    return whatsapp.send(TextMessage.to(customer, "Your table is ready."), By.agent("ana"));
  }

  @AfterEach
  void close() {
    whatsapp.close();
    meta.close();
    server.close();
  }
}
