package io.waxseal.benchmarks;

import io.waxseal.WhatsApp;
import io.waxseal.account.By;
import io.waxseal.consent.Consent;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.guard.Guard;
import io.waxseal.message.TextMessage;
import io.waxseal.person.Vault;
import io.waxseal.redaction.Redactor;
import io.waxseal.send.Accepted;
import io.waxseal.send.Allowed;
import io.waxseal.send.Guidance;
import io.waxseal.send.Reason;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendResult;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okhttp3.OkHttpClient;

/**
 * README's composition: sealed vault, audit trail, consent, redactor. One customer has just written, so that a text may
 * answer; a rule of the host's own, the last of all, refuses what names the word "closed".
 */
final class Host implements AutoCloseable {
  static final URI PIPE = URI.create("http://127.0.0.1:9");

  private static final String WORDS =
      "Your table is booked for 8 pm on Saturday. Reply here if you need to change it.";
  private static final TextMessage ALLOWED = TextMessage.to(Fixture.CUSTOMER, WORDS);
  private static final TextMessage UNWANTED =
      TextMessage.to(Fixture.CUSTOMER, WORDS + " We are closed on Sunday.");
  private static final By ANA = By.agent("ana");

  private final WhatsApp whatsapp;

  Host(OpenStore store, OkHttpClient http, URI graph) {
    Vault vault = SealedVault.on(store.database(), Kek.inMemoryForTests());
    whatsapp = WhatsApp.builder()
        .account(Fixture.ACCOUNT)
        .database(store.database())
        .vault(vault)
        .guards(Consent.on(store.database(), vault), Redactor.standard(), new LastRule())
        .graph(GraphEndpoint.simulator(graph))
        .http(http)
        .build();
    byte[] webhook = Fixture.webhook(UUID.randomUUID(), Instant.now());
    Fixture.require(receive(webhook, Fixture.signature(webhook)) == 200, "the customer's message");
    whatsapp.work();
  }

  static OkHttpClient pipeClient() {
    return new OkHttpClient.Builder().socketFactory(new PipeSocket.Factory()).build();
  }

  int receive(byte[] body, String signature) {
    return whatsapp.receive(body, header -> signature).status();
  }

  SendResult send() {
    return whatsapp.send(ALLOWED, ANA);
  }

  SendResult sendUnwanted() {
    return whatsapp.send(UNWANTED, ANA);
  }

  /** Sends one message and keeps its request for a peer to repeat. */
  void sendOneToRepeat() {
    CannedGraph.LastRequest.forget();
    SendResult result = send();
    Fixture.require(result instanceof Accepted, "a text to a customer who just wrote: " + result);
  }

  @Override
  public void close() {
    whatsapp.close();
  }

  private static final class LastRule implements Guard, SendRule {
    @Override
    public List<SendRule> sendRules() {
      return List.of(this);
    }

    @Override
    public Stage stage() {
      return Stage.HOST;
    }

    @Override
    public Verdict check(SendRequest request) {
      return request.message() instanceof TextMessage text && text.body().contains("closed")
          ? Refused.because(new Reason("HOST_SAYS_NO"), Guidance.of("Not this.", "Not this."))
          : Allowed.because(Reason.NO_OBJECTION);
    }
  }
}
