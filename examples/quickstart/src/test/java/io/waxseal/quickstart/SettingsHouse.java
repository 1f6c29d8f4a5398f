package io.waxseal.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.WhatsApp;
import io.waxseal.account.By;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.Tenant;
import io.waxseal.consent.Consent;
import io.waxseal.consent.Evidence;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.message.Message;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.person.Vault;
import io.waxseal.send.Accepted;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.SimulatedPerson;
import io.waxseal.simulator.Simulator;
import io.waxseal.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteDataSource;

/** A business under some settings, and three customers: one writes STOP, one tells it an agent, one stops in WhatsApp. */
final class SettingsHouse implements AutoCloseable {
  static final String TOKEN = "a-token-made-up-for-tests";
  static final String SECRET = "an-app-secret-made-up-for-tests";

  /** What must not be readable: numbers, names, words of both sides and of the evidence. */
  static final List<String> PLANTED = List.of(
      "16505551234",
      "16505555678",
      "16505559012",
      "violet envelopes on tuesdays",
      "twelve silver thimbles",
      "said so beside the fountain",
      "Zebulon Quill");

  private static final By ANA = By.agent("ana");
  private static final Evidence SAID = Evidence.statement(PLANTED.get(5));

  final WhatsApp.Builder builder = WhatsApp.builder();
  final Database database;
  final Vault vault;
  Consent consent;

  private final SetClock clock = new SetClock();
  private final Simulator simulator;
  private final WhatsApp whatsapp;
  private final List<SimulatedPerson> customers;

  /** With consent, under some settings. */
  SettingsHouse(Path file, Set<Setting> settings) {
    this(file, settings, true);
  }

  /** Without consent among the guards it needs {@code ungated}, and says so. */
  SettingsHouse(Path file, Set<Setting> settings, boolean withConsent) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    database = Database.on(source);
    vault = SealedVault.on(database, Kek.inMemoryForTests());
    consent = Consent.on(database, vault);
    simulator =
        Simulator.builder().accessToken(TOKEN).appSecret(SECRET).clock(clock).start();
    customers = PLANTED.subList(0, 3).stream()
        .map(number -> simulator.person(number).named(PLANTED.get(6)))
        .toList();
    settings.forEach(setting -> setting.setIn(this));
    if (withConsent) {
      builder.guards(consent);
    }
    whatsapp = builder
        .account(Setting.account("106540352242922", "102290129340398"))
        .database(database)
        .vault(vault)
        .graph(GraphEndpoint.simulator(simulator.endpoint()))
        .clock(clock)
        .build();
  }

  private void deliver(SignedWebhook webhook) {
    clock.advance(Duration.ofSeconds(1));
    if (whatsapp.receive(webhook.body(), header -> webhook.signature()).status() != 200) {
      throw new IllegalStateException("the webhook was not taken in");
    }
    whatsapp.work();
  }

  private Person person(SimulatedPerson customer) {
    ContactPoint account = ContactPoint.bsuid(customer.userId());
    return whatsapp.people().find(Tenant.DEFAULT, Set.of(account)).orElseThrow();
  }

  /** Everybody writes, agrees and gets an offer; returns how many offers went out. */
  int begins(boolean withConsent) {
    int accepted = 0;
    for (SimulatedPerson customer : customers) {
      deliver(customer.writes(PLANTED.get(3)));
      if (withConsent) {
        consent.grant(person(customer), "marketing", SAID, ANA);
        consent.grant(person(customer), "utility", SAID, ANA);
      }
      accepted += sends(offer(person(customer))) ? 1 : 0;
    }
    return accepted;
  }

  /** Everybody stops, each in another way. */
  void stops() {
    deliver(customers.get(0).writes("STOP"));
    clock.advance(Duration.ofSeconds(1));
    consent.stop(person(customers.get(1)), SAID, ANA);
    deliver(customers.get(2).stopsMarketing());
  }

  /** Stops that come by webhook, where no consent is there to be told. */
  void writesStop() {
    deliver(customers.get(0).writes("STOP"));
  }

  /** What the business starts in spite of the stops; returns what went out. */
  List<String> insists() {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < customers.size(); i++) {
      Person to = person(customers.get(i));
      List<Message> messages = new ArrayList<>();
      messages.add(offer(to));
      messages.add(TextMessage.to(to, PLANTED.get(4)).purpose("marketing.news"));
      if (i < 2) {
        messages.add(TemplateMessage.to(to, "order_update", "en").purpose("utility.order"));
      }
      for (Message message : messages) {
        clock.advance(Duration.ofSeconds(1));
        if (sends(message)) {
          out.add(message.type() + " " + message.purpose().orElse("") + " to customer " + i);
        }
      }
    }
    return out;
  }

  private static Message offer(Person to) {
    return TemplateMessage.to(to, "spring_offer", "en")
        .body(PLANTED.get(4))
        .purpose("marketing.offers");
  }

  private boolean sends(Message message) {
    PhoneNumberId from = new PhoneNumberId("106540352242922");
    Message complete = message instanceof TemplateMessage template
        ? template.from(from)
        : ((TextMessage) message).from(from);
    return whatsapp.send(complete, ANA) instanceof Accepted;
  }

  /** What must not be readable in a file. */
  List<String> planted() {
    List<String> all = new ArrayList<>(PLANTED);
    customers.forEach(customer -> all.add(customer.userId()));
    return all;
  }

  /** How many messages of the business Meta has accepted that are no confirmations. */
  long arrived() {
    return simulator.accepted().stream()
        .filter(message -> message.type().equals("template")
            || new String(message.body(), UTF_8).contains(PLANTED.get(4)))
        .count();
  }

  @Override
  public void close() {
    whatsapp.close();
    simulator.close();
  }
}
