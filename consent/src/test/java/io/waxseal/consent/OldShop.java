package io.waxseal.consent;

import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.crypto.SealedVault;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.internal.sql.Sql;
import io.waxseal.message.Message;
import io.waxseal.message.Purposes;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.Templates;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.person.Vault;
import io.waxseal.simulator.Simulator;
import io.waxseal.store.Database;
import io.waxseal.testkit.TestClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The business whose database 10079ff has made: two numbers of one tenant and one of another. */
final class OldShop implements AutoCloseable {
  private static final String TOKEN = "a-token-made-up-for-tests";
  private static final String SECRET = "an-app-secret-made-up-for-tests";
  private static final String SOUTH = "700100200300401";
  private static final String EAST = "700100200300403";
  private static final String NORTH = "700100200300402";

  final TestClock clock = new TestClock();
  final Simulator simulator;
  final Database database;
  final Vault vault;
  final Consent consent;
  final WhatsApp whatsapp;
  private final OldDatabase old;

  private OldShop(OldDatabase old, DataSource source) {
    this.old = old;
    database = Database.migrating(source);
    vault = SealedVault.on(database, OldDatabase.kek());
    consent = Consent.on(database, vault);
    simulator = Simulator.builder()
        .accessToken(TOKEN)
        .appSecret(SECRET)
        .phoneNumberId(SOUTH)
        .wabaId("700100200300500")
        .addNumber(EAST, "15555550103")
        .addNumber(NORTH, "15555550102")
        .clock(clock)
        .start();
    whatsapp = opened();
  }

  /** Nothing stays open if it cannot be built. */
  private WhatsApp opened() {
    try {
      return build();
    } catch (RuntimeException e) {
      simulator.close();
      throw e;
    }
  }

  private WhatsApp build() {
    return WhatsApp.builder()
        .account(account(SOUTH, "700100200300500"))
        .account(account(EAST, "700100200300500"))
        .account(account(NORTH, "700100200300600").tenant(new Tenant("north")))
        .database(database)
        .vault(vault)
        .purposes(Purposes.standard())
        .templates(Templates.of().utility("order_update"))
        .guards(consent)
        .graph(GraphEndpoint.simulator(simulator.endpoint()))
        .clock(clock)
        .build();
  }

  static OldShop open(OldDatabase old) {
    return new OldShop(old, old.source());
  }

  /** Over connections of its own, as another process has them. */
  static OldShop open(OldDatabase old, DataSource source) {
    return new OldShop(old, source);
  }

  private static Account account(String number, String waba) {
    return Account.of(number, waba)
        .accessToken(Secrets.fixed(Secret.of(TOKEN)))
        .appSecrets(Secrets.fixed(Secret.of(SECRET)));
  }

  /** Whether this code keeps people otherwise than 10079ff did. */
  boolean upgraded() throws SQLException {
    return old.rows().containsKey("wx_person_sighting");
  }

  ContactPoint point(String text) {
    int colon = text.indexOf(':');
    return ContactPoint.restore(text.substring(0, colon), text.substring(colon + 1));
  }

  List<ContactPoint> points(String text) {
    return Stream.of(text.split(" ", -1)).map(this::point).toList();
  }

  Optional<Person> find(String tenant, ContactPoint point) {
    return whatsapp.people().find(new Tenant(tenant), Set.of(point));
  }

  /** What is kept of the person of a fact, under every identity. */
  <T> List<T> each(OldDatabase.Fact fact, Function<Person, List<T>> read) {
    Person person = find(fact.part(1), point(fact.part(2))).orElseThrow();
    return whatsapp.people().identities(person).stream()
        .flatMap(identity -> read.apply(identity).stream())
        .toList();
  }

  /** A second later: a reason code, or the name of the result. */
  String send(String number, ContactPoint to, String purpose) {
    clock.advance(Duration.ofSeconds(10));
    PhoneNumberId from = new PhoneNumberId(number);
    Message message = purpose.equals("reply")
        ? TextMessage.to(to, "Your parcel is on its way.").from(from)
        : TemplateMessage.to(
                to, purpose.startsWith("utility") ? "order_update" : "spring_offer", "en")
            .purpose(purpose)
            .from(from);
    return Shop.word(whatsapp.send(message, Shop.ANA));
  }

  long journal(String state) {
    return database.inTransaction(
        tx -> Sql.count(tx, "SELECT COUNT(*) FROM wx_journal WHERE state = ?", state));
  }

  @Override
  public void close() {
    whatsapp.close();
    simulator.close();
  }
}
