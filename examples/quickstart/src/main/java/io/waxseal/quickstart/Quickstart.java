package io.waxseal.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.Erasure;
import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.audit.AuditReport;
import io.waxseal.consent.Consent;
import io.waxseal.consent.Evidence;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.message.Purposes;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.Templates;
import io.waxseal.message.TextMessage;
import io.waxseal.person.Archive;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.Vault;
import io.waxseal.redaction.Redactor;
import io.waxseal.send.Accepted;
import io.waxseal.send.Journal;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.simulator.AcceptedMessage;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.SimulatedPerson;
import io.waxseal.simulator.Simulator;
import io.waxseal.store.Database;
import io.waxseal.webhook.TextReceived;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.sqlite.SQLiteDataSource;

/**
 * Tells Waxseal's story in ten steps, each line true because it was just done. Needs no account and no server: a
 * simulator stands in for Meta. The exit code is 0 only if every step held.
 */
public final class Quickstart implements AutoCloseable {
  static final String NUMBER = "447700900123";
  static final String NEW_NUMBER = "447700900456";
  static final String NAME = "Marigold Fenwick";
  static final String WORDS = "Is the corner table free on Saturday?";
  static final String CARD = "4111 1111 1111 1111";
  static final String TOKEN =
      "EAAGquickstartTokenQ7w8E9r0T1y2U3i4O5p6A7s8D9f0G1h2J3k4L5z6X7c8V9b0N1m2";
  static final String APP_SECRET = "5e884898da28047151d0e56f8dc62927";

  private static final ContactPoint CUSTOMER = ContactPoint.phone("+" + NUMBER);
  private static final ContactPoint MOVED = ContactPoint.phone("+" + NEW_NUMBER);
  private static final By CAMPAIGN = By.system("campaign");
  private static final By ANA = By.agent("ana");
  private static final TemplateMessage OFFER =
      TemplateMessage.to(CUSTOMER, "spring_offer", "en").purpose("marketing.offers");

  private static final TemplateMessage OFFER_TO_MOVED =
      TemplateMessage.to(MOVED, "spring_offer", "en").purpose("marketing.offers");

  private final Story story;
  private final Path data;
  private final Path secrets;
  private final WebServer server;
  private final Simulator meta;
  private final Consent consent;
  private final Vault vault;
  private final WhatsApp whatsapp;
  private final OkHttpClient http;
  private final List<TextReceived> desk = new CopyOnWriteArrayList<>();
  private final List<String> raw = new CopyOnWriteArrayList<>();
  private final AtomicReference<Runnable> whileConnecting = new AtomicReference<>(() -> {});

  Quickstart(Path folder, Story story, Variation variation) throws IOException {
    this.story = story;
    data = Files.createDirectories(folder.resolve("data"));
    secrets = Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("token"), TOKEN);
    Files.writeString(secrets.resolve("app-secret"), APP_SECRET);

    server = new WebServer();
    meta = Simulator.builder()
        .accessToken(TOKEN)
        .appSecret(APP_SECRET)
        .callback(variation.callback(server.callback()))
        .start();
    http = new OkHttpClient.Builder().dns(this::resolve).build();

    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl("jdbc:sqlite:" + data.resolve("waxseal.db"));
    Database database = Database.on(dataSource);
    vault = variation.vault(SealedVault.on(
        database,
        Kek.sealedFile(data.resolve("kek"), Secrets.fixed(Secret.of("only for this quickstart")))));
    consent = Consent.on(database, vault);
    whatsapp = variation
        .builder(WhatsApp.builder()
            .account(Account.of("106540352242922", "102290129340398")
                .accessToken(Secrets.file(secrets.resolve("token")))
                .appSecrets(Secrets.file(secrets.resolve("app-secret"))))
            .purposes(Purposes.standard().marketing("offers").utility("order"))
            .templates(Templates.of().marketing("spring_offer"))
            .database(database)
            .vault(vault)
            .guards(variation.consent(consent), variation.redactor(Redactor.standard()))
            .onReceived(TextReceived.class, (message, received) -> {
              desk.add(message);
              raw.add(received.raw().toText());
            })
            .graph(GraphEndpoint.simulator(variation.graph(meta.endpoint())))
            .clock(meta.clock())
            .http(http))
        .build();
    server.serve(whatsapp);
  }

  WhatsApp whatsapp() {
    return whatsapp;
  }

  /** The host's DNS: lets something happen between the rules and the connection. */
  private List<InetAddress> resolve(String host) {
    whileConnecting.getAndSet(() -> {}).run();
    return List.of(InetAddress.getLoopbackAddress());
  }

  /**
   * Tells the story.
   *
   * @param args the folder to work in; a temporary one if there is none
   * @throws IOException if the folder cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path folder =
        args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("waxseal-quickstart-");
    Story story = new Story(System.out);
    int code;
    try (Quickstart quickstart = new Quickstart(folder, story, Variation.NONE)) {
      code = quickstart.tell();
    }
    System.exit(code);
  }

  /** Tells all ten steps; 0 if every one held. */
  int tell() {
    try {
      story.says(
          "Waxseal quickstart. Data in " + data + ", Meta's place taken by " + meta.endpoint());
      run();
      return 0;
    } catch (Story.Broken e) {
      story.says("NOT TRUE: " + e.getMessage());
      return 10 + e.step();
    } catch (IOException | SQLException | RuntimeException e) {
      story.says(
          "BROKEN in step " + story.step() + ": " + e.getClass().getName() + ": " + e.getMessage());
      return 10 + story.step();
    }
  }

  private void run() throws IOException, SQLException {
    refusesWithoutConsent();
    takesInOnlyWhatIsSigned();
    sendsWithConsent();
    stopsCardNumbers();
    stopsWhenTheCustomerSaysStop();
    staysStoppedUnderAnotherNumber();
    isAStrangerUnderTheOldNumber();
    storesNothingInTheClear();
    provesWhatHappened();
    forgetsTheCustomer();
    story.says("");
    story.says(
        "Every step held. Read next: README.md (the composition in 15 lines), docs/security.md (each promise,");
    story.says(
        "its class and its test), and this story's code: examples/quickstart, Quickstart.java.");
  }

  private void refusesWithoutConsent() {
    story.step(1, "A campaign wants to send a marketing template");
    SendResult result = whatsapp.send(OFFER, CAMPAIGN);
    story.holds(
        isRefused(result, "NO_CONSENT") && meta.requestsReceived() == 0,
        "refused with NO_CONSENT before any connection: " + agentText(result));
  }

  private void takesInOnlyWhatIsSigned() throws IOException {
    story.step(2, "The customer writes in");
    SignedWebhook webhook = meta.customerWrites(NUMBER, NAME, WORDS);
    story.holds(
        server.deliver(withOneSpaceMore(webhook.body()), webhook) == 401,
        "the webhook with one space changed is answered with 401 and leaves nothing");
    story.holds(meta.deliver(webhook) == 200, "as Meta signed it, it is answered with 200");
    story.holds(meta.deliver(webhook) == 200, "delivered again, it is answered with 200");
    whatsapp.work();
    story.holds(
        desk.size() == 1 && desk.get(0).text().equals(WORDS),
        "the desk has got it once: \"" + WORDS + "\"");
  }

  private static byte[] withOneSpaceMore(byte[] body) {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    boolean done = false;
    for (byte b : body) {
      changed.write(b);
      if (b == ' ' && !done) {
        changed.write(' ');
        done = true;
      }
    }
    return changed.toByteArray();
  }

  private void sendsWithConsent() {
    story.step(3, "The customer agrees, and the campaign tries again");
    consent.grant(CUSTOMER, "marketing.offers", Evidence.message(desk.get(0)), ANA);
    story.says(
        "consent to marketing.offers recorded by an agent, that message sealed as its evidence");
    SendResult result = whatsapp.send(OFFER, CAMPAIGN);
    story.holds(
        result instanceof Accepted && meta.accepted().size() == 1,
        "the template goes out and Meta accepts it");
    Accepted accepted = (Accepted) result;
    meta.deliver(meta.status(accepted.receipt().messageId().value(), "delivered"));
    whatsapp.work();
    Journal.Entry entry =
        whatsapp.journal().find(accepted.receipt().transmission()).orElseThrow();
    story.holds(
        entry.deliveryStatus().orElse("").equals("delivered"),
        "its status webhook settles the journal: " + entry.state() + ", "
            + entry.deliveryStatus().orElse("no status"));
  }

  private void stopsCardNumbers() {
    story.step(4, "Card numbers stay out of the chat");
    SendResult result =
        whatsapp.send(TextMessage.to(CUSTOMER, "Your card on file is " + CARD + "."), ANA);
    story.holds(
        isRefused(result, "SENSITIVE_CONTENT") && meta.accepted().size() == 1,
        "an agent typed one, stopped: " + agentText(result));
    meta.deliver(meta.customerWrites(NUMBER, NAME, "Please use my card " + CARD));
    whatsapp.work();
    TextReceived seen = desk.get(desk.size() - 1);
    story.holds(
        desk.size() == 2 && !seen.text().contains(CARD),
        "the customer typed one, the desk sees: \"" + seen.text() + "\"");
    List<Archive.Archived> archived = vault.archive().read(person(), Instant.EPOCH, 100);
    String stored = new String(archived.get(archived.size() - 1).content().orThrow(), UTF_8);
    story.holds(
        stored.contains(seen.text())
            && !stored.contains(CARD)
            && raw.stream().noneMatch(json -> json.contains(CARD)),
        "archive and raw JSON hold the same redacted text");
  }

  private Person person() {
    return whatsapp.people().find(Tenant.DEFAULT, Set.of(CUSTOMER)).orElseThrow();
  }

  private void stopsWhenTheCustomerSaysStop() {
    story.step(5, "The customer writes STOP while a message is on its way out");
    long requests = meta.requestsReceived();
    http.connectionPool().evictAll();
    whileConnecting.set(() -> meta.deliver(meta.customerWrites(NUMBER, NAME, "STOP")));
    SendResult overtaken = whatsapp.send(OFFER, CAMPAIGN);
    story.holds(
        isRefused(overtaken, "STOPPED_ALL") && meta.requestsReceived() == requests,
        "it had passed every rule; the fence refused it with STOPPED_ALL, nothing was on the wire");
    int before = meta.accepted().size();
    whatsapp.work();
    whatsapp.work();
    story.holds(
        meta.accepted().size() == before + 1 && lastPurpose().equals("service.stop-confirmation"),
        "one confirmation goes out, for a purpose of its own: service.stop-confirmation");
    SendResult next = whatsapp.send(OFFER, CAMPAIGN);
    story.holds(
        isRefused(next, "STOPPED_ALL") && meta.accepted().size() == before + 1,
        "the next campaign send is refused: " + agentText(next));
  }

  private void staysStoppedUnderAnotherNumber() {
    story.step(6, "The customer changes her number");
    meta.advance(Duration.ofMinutes(1));
    meta.deliver(meta.person(NUMBER).changesNumber(NEW_NUMBER).webhook());
    consent.grant(MOVED, "marketing.offers", Evidence.statement("an old list"), ANA);
    int before = meta.accepted().size();
    SendResult result = whatsapp.send(OFFER_TO_MOVED, CAMPAIGN);
    story.holds(
        isRefused(result, "STOPPED_ALL") && meta.accepted().size() == before,
        "she stays stopped under the new one, whatever an old list says: " + agentText(result));
  }

  private void isAStrangerUnderTheOldNumber() {
    story.step(7, "A stranger gets the old number, and writes START");
    meta.advance(Duration.ofMinutes(1));
    SimulatedPerson stranger = meta.person(NUMBER);
    meta.deliver(stranger.writes("START"));
    whatsapp.work();
    int before = meta.accepted().size();
    SendResult his = whatsapp.send(OFFER, CAMPAIGN);
    story.holds(
        isRefused(his, "NO_CONSENT"),
        "he is a stranger: what she agreed to does not serve him: " + agentText(his));
    SendResult hers = whatsapp.send(OFFER_TO_MOVED, CAMPAIGN);
    story.holds(
        isRefused(hers, "STOPPED_ALL") && meta.accepted().size() == before,
        "and his START lifts nothing of hers: " + agentText(hers));
  }

  /** What the journal knows of the message that Meta accepted last. */
  private String lastPurpose() {
    AcceptedMessage last = meta.accepted().get(meta.accepted().size() - 1);
    String transmission = last.bizOpaqueCallbackData().orElseThrow().substring("wx1.".length());
    return whatsapp.journal().find(UUID.fromString(transmission)).orElseThrow().purpose();
  }

  private void storesNothingInTheClear() throws IOException {
    story.step(8, "The data folder is searched for the customer's number and words");
    List<String> texts = List.of(NUMBER, NEW_NUMBER, NAME, WORDS, "corner table", CARD);
    FolderSearch search = new FolderSearch(data);
    Path control = search.plant(texts);
    int spellings = texts.size() * FolderSearch.spellings(NUMBER).size();
    List<String> planted = search.find(texts).stream()
        .filter(place -> place.startsWith(control.getFileName().toString()))
        .toList();
    Files.delete(control);
    story.holds(
        planted.size() == spellings,
        "a planted control is found in UTF-8, UTF-16, hex and base64 at three alignments: "
            + planted.size() + " hits");
    List<String> found = search.find(texts);
    story.holds(found.isEmpty(), "without it there are " + found.size() + " hits");
  }

  private void provesWhatHappened() throws SQLException {
    story.step(9, "The audit trail is verified");
    whatsapp.work();
    TrailCopy trail = new TrailCopy(data.resolve("waxseal.db"));
    AuditReport report = trail.verify();
    story.holds(
        report.intact() && report.entries() > 0 && report.checkpoint().isPresent(),
        "verified " + report.entries() + " entries, root " + report.root().substring(0, 8)
            + "…, signed by "
            + report.checkpoint().map(signed -> signed.signer()).orElse("nobody"));
    TrailCopy copy = trail.copyTo(secrets.resolve("forged-copy.db"));
    long forged = copy.forge();
    List<AuditReport.Problem> problems = copy.verify().problems();
    story.holds(
        problems.stream()
            .anyMatch(problem -> problem.entry().isPresent() && problem.entry().get() == forged),
        "in a copy one byte of entry " + forged + " was changed, and found: " + problems.get(0));
  }

  private void forgetsTheCustomer() throws SQLException {
    story.step(10, "The customer asks to be forgotten");
    Person person = whatsapp.people().find(Tenant.DEFAULT, Set.of(MOVED)).orElseThrow();
    Erasure erased = whatsapp.erase(person, Because.request("DSR-17"));
    story.holds(
        erased.incomplete().isEmpty(),
        "erased in " + erased.outcomes().size() + " places, each proven empty: "
            + String.join(
                ", ", erased.outcomes().stream().map(Erasure.Outcome::source).toList()));
    List<Archive.Archived> archived = vault.archive().read(person, Instant.EPOCH, 100);
    story.holds(
        !archived.isEmpty()
            && archived.stream().allMatch(entry -> entry.content() instanceof Opened.Erased)
            && whatsapp.people().find(Tenant.DEFAULT, Set.of(MOVED)).isEmpty(),
        "the archive opens as Erased, and her number leads to nobody");
    whatsapp.work();
    story.holds(
        new TrailCopy(data.resolve("waxseal.db")).verify().intact(),
        "the audit trail still verifies");
    SendResult result = whatsapp.send(OFFER_TO_MOVED, CAMPAIGN);
    story.holds(
        isRefused(result, "STOPPED_ALL"),
        "the stop survives as a keyed hash: " + agentText(result));
  }

  private static boolean isRefused(SendResult result, String reason) {
    return result instanceof Refused refused && refused.reason().code().equals(reason);
  }

  private static String agentText(SendResult result) {
    return result instanceof Refused refused ? refused.guidance().forAgent() : "";
  }

  @Override
  public void close() {
    whatsapp.close();
    meta.close();
    server.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
