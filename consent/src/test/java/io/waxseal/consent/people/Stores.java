package io.waxseal.consent.people;

import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.consent.Consent;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.Vault;
import io.waxseal.send.SendRule;
import io.waxseal.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** A whole WhatsApp with consent over a real database, in which histories happen one after another. */
final class Stores implements AutoCloseable {
  static final By HOST = By.agent("host");

  /** No history lasts longer than this: 22 steps of 70 days at most, and a week late. */
  private static final Duration LIFE = Duration.ofDays(2_000);

  final Account account = Account.of(WireWords.NUMBER, WireWords.WABA)
      .accessToken(Secrets.fixed(Secret.of("a-token-made-up-for-tests")));
  final Time time = new Time();
  final Database database;
  final Consent consent;
  final WhatsApp whatsapp;
  final List<SendRule> rules;

  private int histories;

  Stores(Database database, boolean strict) {
    this.database = database;
    Vault vault = SealedVault.on(database, Kek.inMemoryForTests());
    consent = Consent.on(database, vault);
    whatsapp = WhatsApp.builder()
        .account(account)
        .database(database)
        .vault(vault)
        .guards(consent)
        .acceptUnsigned("histories are made here")
        .identityTrust(strict ? PersonDirectory.QUARANTINE : PersonDirectory.STANDARD_TRUST)
        .clock(time)
        .build();
    rules = consent.sendRules();
  }

  static final class Time extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void set(Instant instant) {
      now = instant;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  Tenant tenant() {
    return account.tenant();
  }

  /** Rules that know nobody of the histories before. */
  Rules fresh() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z").plus(LIFE.multipliedBy(histories));
    time.set(start);
    return new StoreRules(this, new WireWords(++histories, start));
  }

  int histories() {
    return histories;
  }

  @Override
  public void close() {
    whatsapp.close();
  }
}
