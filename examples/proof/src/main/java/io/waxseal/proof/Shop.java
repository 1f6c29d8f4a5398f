package io.waxseal.proof;

import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.consent.Consent;
import io.waxseal.consent.Evidence;
import io.waxseal.crypto.SealedVault;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.guard.Guard;
import io.waxseal.message.TemplateMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Vault;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.simulator.Simulator;
import io.waxseal.store.Database;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.TextReceived;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** A business with one number: a whole WhatsApp with consent, vault and trail over one store, as a host composes it. */
final class Shop implements AutoCloseable {
  static final String OFFERS = "marketing.offers";

  private static final By ANA = By.agent("ana");
  private static final Evidence FORM = Evidence.statement("form 7");
  private static final String NUMBER = "106540352242922";
  private static final String TOKEN = "a-token-made-up-for-the-proof";
  private static final String SECRET = "an-app-secret-made-up-for-the-proof";

  private final Pool pool;
  private final Database database;
  private final Vault vault;
  private final Consent consent;
  private final WhatsApp whatsapp;

  Shop(Pool pool, Outside outside) {
    this.pool = pool;
    database = Database.migrating(pool.dataSource());
    vault = SealedVault.builder()
        .database(database)
        .kek(new FixedKek())
        .clock(outside.clock())
        .build();
    consent = Consent.on(database, vault);
    whatsapp = WhatsApp.builder()
        .account(Account.of(NUMBER, "102290129340398")
            .accessToken(Secrets.fixed(Secret.of(TOKEN)))
            .appSecrets(Secrets.fixed(Secret.of(SECRET))))
        .database(database)
        .vault(vault)
        .guards(outside.guard().apply(consent))
        .onReceived(TextReceived.class, outside.handler())
        .graph(GraphEndpoint.simulator(outside.meta()))
        .http(outside.http())
        .clock(outside.clock())
        .build();
  }

  /** What a shop stands in: Meta, time, its own handler, and what is wrapped around consent. */
  record Outside(
      URI meta,
      Clock clock,
      OkHttpClient http,
      UnaryOperator<Guard> guard,
      BiConsumer<TextReceived, Received> handler) {
    static Outside of(URI meta, Clock clock, OkHttpClient http) {
      return new Outside(meta, clock, http, guard -> guard, (message, received) -> {});
    }

    Outside guard(UnaryOperator<Guard> wrapper) {
      return new Outside(meta, clock, http, wrapper, handler);
    }

    Outside handler(BiConsumer<TextReceived, Received> other) {
      return new Outside(meta, clock, http, guard, other);
    }
  }

  /** Meta's side of the same business. */
  static Simulator meta(Clock clock) {
    return Simulator.builder()
        .phoneNumberId(NUMBER)
        .accessToken(TOKEN)
        .appSecret(SECRET)
        .clock(clock)
        .start();
  }

  WhatsApp whatsapp() {
    return whatsapp;
  }

  Consent consent() {
    return consent;
  }

  Vault vault() {
    return vault;
  }

  Database database() {
    return database;
  }

  static ContactPoint phone(String number) {
    return ContactPoint.phone(number);
  }

  void grant(String number) {
    consent.grant(phone(number), OFFERS, FORM, ANA);
  }

  void stop(String number) {
    consent.stop(phone(number), FORM, ANA);
  }

  void resume(String number) {
    consent.resume(phone(number), FORM, ANA);
  }

  SendResult offer(String number) {
    return whatsapp.send(
        TemplateMessage.to(phone(number), "spring_offer", "en").purpose(OFFERS), ANA);
  }

  /** A reason code, or the name of the result. */
  static String word(SendResult result) {
    return result instanceof Refused refused
        ? refused.reason().code()
        : result.getClass().getSimpleName();
  }

  @Override
  public void close() throws SQLException {
    whatsapp.close();
    pool.close();
  }
}
