package io.waxseal.quickstart;

import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.consent.Consent;
import io.waxseal.consent.Evidence;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.guard.Guard;
import io.waxseal.message.Basis;
import io.waxseal.message.Category;
import io.waxseal.message.Message;
import io.waxseal.message.Purpose;
import io.waxseal.message.Purposes;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.Templates;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Vault;
import io.waxseal.redaction.Redactor;
import io.waxseal.send.Allowed;
import io.waxseal.send.Guidance;
import io.waxseal.send.Reason;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendResult;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.SimulatedPerson;
import io.waxseal.simulator.Simulator;
import io.waxseal.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/** A business with every guard, a customer, and one message that would go out; its fields and methods break what they name. */
final class BrokenGate implements AutoCloseable {
  static final String CUSTOMER = "16505551234";

  private static final By ANA = By.agent("ana");
  private static final Evidence FORM = Evidence.statement("form 7");
  private static final String CLUB = "club.party";

  boolean template;
  boolean writes = true;
  boolean closedToday;
  String words = "There is a party tonight.";
  String name = "party";

  @Nullable
  String purpose = CLUB;

  @Nullable
  String granted = CLUB;

  private final SetClock clock = new SetClock();
  private final Disk disk;
  private final Simulator simulator;
  private final SimulatedPerson bo;
  private final Consent consent;
  private final WhatsApp whatsapp;
  private ContactPoint to;
  private boolean prepared;
  private Runnable whileConnecting = () -> {};

  /** In memory, with no database to lose. */
  static BrokenGate inMemory() {
    return new BrokenGate(Database.inMemory(), new Disk());
  }

  static BrokenGate on(Path folder) throws IOException {
    Disk disk = new Disk();
    disk.setUrl("jdbc:sqlite:" + Files.createTempFile(folder, "gate", ".db"));
    return new BrokenGate(Database.on(disk), disk);
  }

  private BrokenGate(Database database, Disk disk) {
    this.disk = disk;
    simulator = Simulator.builder()
        .accessToken("a-token-made-up-for-tests")
        .appSecret("an-app-secret-made-up-for-tests")
        .clock(clock)
        .start();
    bo = simulator.person(CUSTOMER);
    to = ContactPoint.bsuid(bo.userId());
    Vault vault = SealedVault.on(database, Kek.inMemoryForTests());
    consent = Consent.on(database, vault);
    whatsapp = WhatsApp.builder()
        .account(Account.of("106540352242922", "102290129340398")
            .accessToken(Secrets.fixed(Secret.of("a-token-made-up-for-tests")))
            .appSecrets(Secrets.fixed(Secret.of("an-app-secret-made-up-for-tests"))))
        .database(database)
        .vault(vault)
        .purposes(Purposes.standard()
            .declare(Purpose.of(CLUB, Category.MARKETING, Basis.CONSENT).materialSince(1)))
        .templates(Templates.of().utility("order_update"))
        .guards(new ClosedToday(), Redactor.standard(), consent)
        .http(new OkHttpClient.Builder()
            .dns(host -> {
              whileConnecting.run();
              return Dns.SYSTEM.lookup(host);
            })
            .build())
        .graph(GraphEndpoint.simulator(simulator.endpoint()))
        .clock(clock)
        .build();
  }

  /** The host's own rule. */
  private final class ClosedToday implements Guard, SendRule {
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
      return closedToday
          ? Refused.because(
              new Reason("X_CLOSED_TODAY"),
              Guidance.of(
                  "We are closed today. Write tomorrow.", "The host's rule on opening hours."))
          : Allowed.because(Reason.NO_OBJECTION);
    }
  }

  /** What the customer did before, unless it is broken. */
  void prepare() {
    prepared = true;
    if (granted != null) {
      consent.grant(to, granted, FORM, ANA);
    }
    if (writes) {
      deliver(bo.writes("hello"));
    }
    clock.advance(Duration.ofSeconds(1));
  }

  SendResult send() {
    if (!prepared) {
      prepare();
    }
    return whatsapp.send(message(), ANA);
  }

  private Message message() {
    if (template) {
      TemplateMessage message = TemplateMessage.to(to, name, "en").body(words);
      return purpose == null ? message : message.purpose(purpose);
    }
    return TextMessage.to(to, words).purpose(String.valueOf(purpose));
  }

  private void deliver(SignedWebhook webhook) {
    if (whatsapp.receive(webhook.body(), header -> webhook.signature()).status() != 200) {
      throw new IllegalStateException("the webhook was not taken in");
    }
  }

  void loseTheDatabase() {
    disk.gone = true;
  }

  /** Long after it is seen with somebody else, nobody knows who has the number. */
  void handTheNumberOn() {
    deliver(simulator.preference(CUSTOMER, "resume"));
    clock.advance(Duration.ofSeconds(1));
    deliver(simulator.stranger(CUSTOMER).writes("hello"));
    clock.advance(Duration.ofDays(60));
    to = ContactPoint.phone(CUSTOMER);
  }

  void stopAll() {
    consent.stop(to, FORM, ANA);
  }

  void stopPurpose() {
    consent.stop(to, "club", FORM, ANA);
  }

  void stopInWhatsApp() {
    deliver(simulator.preference(CUSTOMER, "stop"));
  }

  void changeWhileConnecting() {
    whileConnecting = () -> consent.grant(to, "utility.order", FORM, ANA);
  }

  /** How many messages arrived at Meta. */
  long arrived() {
    return simulator.requestsReceived();
  }

  @Override
  public void close() {
    disk.gone = false;
    whatsapp.close();
    simulator.close();
  }

  /** A file that can be taken away. */
  private static final class Disk extends SQLiteDataSource {
    private boolean gone;

    @Override
    public Connection getConnection() throws SQLException {
      if (gone) {
        throw new SQLException("the disk is gone");
      }
      return super.getConnection();
    }
  }
}
