package io.waxseal.proof;

import io.waxseal.simulator.AcceptedMessage;
import io.waxseal.simulator.Failure;
import io.waxseal.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;

/** Kills one victim after another over stores of one kind, lets an heir go on, and counts what is lost or doubled. */
final class KillHarness implements AutoCloseable {
  /** Longer than a lease, a mark or an unsettled intent may live. */
  private static final Duration LATER = Duration.ofMinutes(11);

  private static final int PATIENT_ROUNDS = 12;
  private static final int KILLS_A_STORE = 25;

  private final Stores stores;
  private final Variant variant;
  private final Jvm jvm;
  private final Path folder;
  private final Findings findings = new Findings();
  private final OkHttpClient http = new OkHttpClient();
  private final Tally tally = new Tally();
  private int runs;
  private int index;
  private MovableClock clock = new MovableClock();
  private Simulator meta;
  private String url;
  private List<Testimony> testimonies = new ArrayList<>();
  private int statusesAsked;

  KillHarness(Stores stores, Variant variant, Jvm jvm, Path folder) throws SQLException {
    this.stores = stores;
    this.variant = variant;
    this.jvm = jvm;
    this.folder = folder;
    meta = Shop.meta(clock);
    url = stores.fresh();
  }

  Findings findings() {
    return findings;
  }

  Tally tally() {
    return tally;
  }

  /** {@return whether the next victim is the first of its store} */
  boolean startsStore() {
    return index == 0 || index == KILLS_A_STORE;
  }

  /** Lets one victim run to its end, for the classes it loads; its store is not judged. */
  void learn() throws IOException, InterruptedException, SQLException {
    String scratch = stores.fresh();
    try (Simulator other = Shop.meta(clock)) {
      jvm.learn(Victim.class, arguments(scratch, other, Point.END, List.of(), true));
    }
  }

  private List<String> arguments(
      String store, Simulator simulator, Point point, List<AcceptedMessage> before, boolean end)
      throws IOException {
    Path script = folder.resolve("script-" + stores.name() + "-" + variant + ".txt");
    Files.write(script, Town.script(simulator, runs, before).text());
    List<String> arguments = new ArrayList<>(List.of(
        stores.named(store, process()),
        simulator.endpoint().toString(),
        Long.toString(clock.aheadMillis()),
        variant.name(),
        point.toString(),
        script.toString()));
    if (end) {
      arguments.add("end");
    }
    return arguments;
  }

  private String process() {
    return "victim-" + variant + "-" + runs;
  }

  /**
   * Kills once and judges.
   *
   * @param point where
   * @param afterNanos when, if the point is an instant
   * @return what became of the victim
   */
  Hunt kill(Point point, long afterNanos) throws IOException, InterruptedException, SQLException {
    if (index == KILLS_A_STORE) {
      nextStore();
    }
    index++;
    runs++;
    List<AcceptedMessage> accepted = meta.accepted();
    List<AcceptedMessage> news = accepted.subList(statusesAsked, accepted.size()).stream()
        .filter(message -> !erased(message))
        .toList();
    statusesAsked = accepted.size();
    if (point.kind() == Point.Kind.IN_REQUEST) {
      meta.failNext(Failure.noAnswerButAccepted());
    }
    Hunt hunt = new Hunt(
        jvm.start(Victim.class, arguments(url, meta, point, news, false)),
        point,
        () -> meta.accepted().size() > accepted.size());
    Testimony said = hunt.run(afterNanos);
    testimonies.add(said);
    tally.add(point, hunt, said);
    hunt.failure().ifPresent(what -> findings.broken(stores.name() + " " + point + ": " + what));
    stores.awaitGone(process());
    inherit(said);
    return hunt;
  }

  private boolean erased(AcceptedMessage message) {
    return testimonies.stream()
        .anyMatch(said -> said.tried("erase", message.to().orElse("")));
  }

  /** A fresh process in all but name: nothing in memory, later on the clock, over the same store. */
  private void inherit(Testimony said) throws SQLException {
    clock.advance(LATER);
    Shop.Outside outside = Shop.Outside.of(meta.endpoint(), clock, http);
    Heir heir = new Heir(variant, said);
    try (Shop shop = new Shop(new Pool(url, Pool.Watcher.NONE), outside.handler(heir::handle))) {
      heir.inherit(shop);
      for (int i = 0; i < PATIENT_ROUNDS && work(shop) > 0; i++) {
        clock.advance(LATER);
      }
      findings.kept(waiting() == 0, stores.name() + ": events wait for ever");
      new Inspection(shop, meta, findings).of(said);
      shop.whatsapp().work();
    }
    Trail.check(stores, url, testimonies, meta.accepted(), findings);
  }

  private long work(Shop shop) throws SQLException {
    shop.whatsapp().work();
    return waiting();
  }

  private long waiting() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT COUNT(*) FROM wx_inbox WHERE state = 'WAITING'")) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** What a later kill over the same store did to an earlier victim's word is judged here. */
  private void nextStore() throws SQLException {
    try (Shop shop =
        new Shop(new Pool(url, Pool.Watcher.NONE), Shop.Outside.of(meta.endpoint(), clock, http))) {
      Inspection inspection = new Inspection(shop, meta, findings);
      testimonies.forEach(inspection::of);
      shop.whatsapp().work();
    }
    Trail.check(stores, url, testimonies, meta.accepted(), findings);
    meta.close();
    clock = new MovableClock();
    meta = Shop.meta(clock);
    url = stores.fresh();
    testimonies = new ArrayList<>();
    statusesAsked = 0;
    index = 0;
  }

  /** Judges the last store as a whole. */
  void finish() throws SQLException {
    nextStore();
  }

  @Override
  public void close() {
    meta.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
