package com.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.Erasure;
import io.waxseal.Reply;
import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.consent.Consent;
import io.waxseal.contract.SqliteMemory;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.person.Vault;
import io.waxseal.redaction.Redactor;
import io.waxseal.send.Accepted;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.Simulator;
import io.waxseal.store.Database;
import io.waxseal.webhook.TextReceived;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This host and the four libraries as named modules, against a simulator of the Cloud API. */
class HostTest {
  private static final String NUMBER = "447700900123";
  private static final ContactPoint CUSTOMER = ContactPoint.phone("+" + NUMBER);
  private static final By ANA = By.agent("ana");

  private final List<String> desk = new CopyOnWriteArrayList<>();
  private final DataSource orders = OrderTables.in(SqliteMemory.dataSource());
  private Simulator meta;
  private WhatsApp whatsapp;

  @TempDir
  Path folder;

  @BeforeEach
  void compose() {
    meta = Simulator.builder().accessToken("token").appSecret("app secret").start();
    Database database = Database.on(SqliteMemory.dataSource());
    Kek kek = new KeyStoreKek(folder.resolve("kek.p12"), Secrets.fixed(Secret.of("hush, hush")));
    Vault vault = SealedVault.on(database, kek);
    whatsapp = WhatsApp.builder()
        .account(Account.of("106540352242922", "102290129340398")
            .accessToken(Secrets.fixed(Secret.of("token")))
            .appSecrets(Secrets.fixed(Secret.of("app secret"))))
        .database(database)
        .vault(vault)
        .guards(Consent.on(database, vault), Redactor.standard())
        .addPersonalData(new OrderData(orders))
        .on(TextReceived.class, message -> desk.add(message.text()))
        .graph(GraphEndpoint.simulator(meta.endpoint()))
        .build();
  }

  @AfterEach
  void close() {
    whatsapp.close();
    meta.close();
  }

  @Test
  void thisHostAndAllFourLibrariesAreNamedModules() {
    assertThat(Stream.of(
            OrderData.class, WhatsApp.class, SealedVault.class, Consent.class, Redactor.class))
        .extracting(type -> type.getModule().getName())
        .containsExactly(
            "com.example.adapter",
            "io.waxseal.core",
            "io.waxseal.crypto",
            "io.waxseal.consent",
            "io.waxseal.redaction");
  }

  @Test
  void aCustomerIsReceivedAnsweredAndForgottenInTheHostsOwnTablesToo() {
    assertThat(receive("Is the corner table free on Saturday?").status()).isEqualTo(200);
    assertThat(desk).containsExactly("Is the corner table free on Saturday?");
    assertThat(send("It is.")).isInstanceOf(Accepted.class);
    Person person = whatsapp.people().find(Tenant.DEFAULT, Set.of(CUSTOMER)).orElseThrow();
    OrderTables.order(orders, person, "12 Quay Street");
    Erasure erased = whatsapp.erase(person, Because.request("DSR-17"));
    assertThat(erased.incomplete()).isEmpty();
    assertThat(erased.outcomes()).extracting(Erasure.Outcome::source).contains("orders");
    assertThat(new OrderData(orders).verifyGone(person)).isZero();
  }

  @Test
  void aCustomerWhoWroteStopGetsNothingMore() {
    receive("Hello");
    receive("STOP");
    long requests = meta.requestsReceived();
    assertThat(send("Are you sure?")).isInstanceOf(Refused.class);
    assertThat(meta.requestsReceived()).isEqualTo(requests);
  }

  private Reply receive(String text) {
    SignedWebhook webhook = meta.customerWrites(NUMBER, "Marigold Fenwick", text);
    Reply reply = whatsapp.receive(
        webhook.body(),
        header -> header.equalsIgnoreCase("X-Hub-Signature-256") ? webhook.signature() : null);
    whatsapp.work();
    return reply;
  }

  private SendResult send(String text) {
    return whatsapp.send(TextMessage.to(CUSTOMER, text), ANA);
  }
}
