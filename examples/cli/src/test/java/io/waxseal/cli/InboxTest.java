package io.waxseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.crypto.SealedVault;
import io.waxseal.simulator.Simulator;
import io.waxseal.store.Database;
import io.waxseal.webhook.TextReceived;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events that a host has received and not handled, in the hands of an operator. */
@Tag("data")
class InboxTest {
  private static final String SECRET = "an-app-secret-made-up-for-tests";
  private static final String CARD = "4111 1111 1111 1111";

  @TempDir
  private Path folder;

  private final KeyFiles keys = KeyFiles.shared();

  /** A host that received two messages and has set the first aside. */
  private final class Host implements AutoCloseable {
    final HostDatabase stored;
    final List<String> handled = new ArrayList<>();
    final WhatsApp whatsapp;
    private final Simulator meta =
        Simulator.builder().appSecret(SECRET).accessToken("t0ken-made-up").start();

    Host(HostDatabase stored) throws SQLException {
      this.stored = stored;
      Database database = Database.migrating(stored.source());
      whatsapp = WhatsApp.builder()
          .account(Account.of("106540352242922", "102290129340398")
              .appSecrets(Secrets.fixed(Secret.of(SECRET))))
          .database(database)
          .vault(SealedVault.on(database, KeyFiles.held()))
          .ungated("it only receives")
          .on(TextReceived.class, text -> handled.add(text.text()))
          .build();
      receives("my card is " + CARD);
      stored.execute(
          "UPDATE wx_inbox SET state = 'PARKED', attempts = 40, why = 'a.host.Exception'");
      receives("hello");
    }

    private void receives(String text) {
      var webhook = meta.person("16505551234").writes(text);
      assertThat(whatsapp
              .receive(
                  webhook.body(),
                  name -> name.equalsIgnoreCase("X-Hub-Signature-256") ? webhook.signature() : null)
              .status())
          .isEqualTo(200);
    }

    Run inbox(Object... command) {
      List<Object> all = new ArrayList<>(List.of("inbox"));
      all.addAll(List.of(command));
      return Run.in(stored.environment(), Progress.none(), all.toArray());
    }

    Run does(String what, String event) {
      return inbox(keys.behind(
          what,
          stored.argument(),
          event,
          "--by",
          "ana",
          "--ground",
          "correction",
          "--reference",
          "case-17"));
    }

    String listed(String state) {
      return inbox("list", "--state", state, stored.argument()).out();
    }

    String parked() {
      return listed("parked").split("\t")[1];
    }

    @Override
    public void close() {
      whatsapp.close();
      meta.close();
    }
  }

  private Host host(HostDatabase.On engine) throws Exception {
    return new Host(engine.empty(folder));
  }

  @ParameterizedTest
  @EnumSource
  void theyAreListedWithoutAKey(HostDatabase.On engine) throws Exception {
    try (Host host = host(engine)) {
      assertThat(host.listed("all").lines()).hasSize(2);
      assertThat(host.listed("parked"))
          .matches("\\S+Z\t[0-9a-f-]{36}\tPARKED\t40\t\\S+Z\tdefault\ta.host.Exception\n");
      assertThat(host.listed("waiting")).contains("\tWAITING\t0\t").endsWith("\t-\n");
      assertThat(host.inbox("list", "--tenant", "other", host.stored.argument()).out())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneIsShownWithWhatIsPersonalTakenOut(HostDatabase.On engine) throws Exception {
    try (Host host = host(engine)) {
      Run run = host.does("show", host.parked());
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.lines()).hasSize(1);
      assertThat(run.out())
          .contains("my card is [CREDIT_CARD]")
          .doesNotContain(CARD, "16505551234");
      assertThat(host.stored.audited("inbox.shown")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsReplayedIsHandled(HostDatabase.On engine) throws Exception {
    try (Host host = host(engine)) {
      String event = host.parked();
      host.whatsapp.work();
      assertThat(host.handled).containsExactly("hello");
      Run run = host.does("replay", event);
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.lines()).containsExactly(event + " is handled again");
      assertThat(host.stored.audited("inbox.replayed")).isEqualTo(1);
      host.whatsapp.work();
      assertThat(host.handled).hasSize(2);
      assertThat(host.does("replay", event).code()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDiscardedIsNeverHandled(HostDatabase.On engine) throws Exception {
    try (Host host = host(engine)) {
      String event = host.parked();
      assertThat(host.does("discard", event).lines()).containsExactly(event + " was given up");
      assertThat(host.stored.audited("inbox.discarded")).isEqualTo(1);
      assertThat(host.does("show", event).code()).isEqualTo(1);
      host.whatsapp.inbox().retryParked(Tenant.DEFAULT);
      host.whatsapp.work();
      assertThat(host.handled).containsExactly("hello");
    }
  }

  @Test
  void anEventThatIsNotSetAsideIsLeftAlone() throws Exception {
    try (Host host = host(HostDatabase.On.SQLITE)) {
      String waiting = host.listed("waiting").split("\t")[1];
      Map<String, List<String>> before = host.stored.rows();
      for (String what : List.of("replay", "discard")) {
        Run run = host.does(what, waiting);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("nothing was written");
      }
      assertThat(host.stored.rows()).isEqualTo(before);
    }
  }

  @Test
  void aDatabaseWithoutAnInboxIsRefused() throws Exception {
    HostDatabase empty = HostDatabase.On.SQLITE.empty(folder);
    empty.execute("CREATE TABLE other (n INTEGER)");
    Run run = Run.of("inbox", "list", empty.argument());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no inbox");
  }
}
