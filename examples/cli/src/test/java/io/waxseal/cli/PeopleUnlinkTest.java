package io.waxseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.consent.Consent;
import io.waxseal.consent.Evidence;
import io.waxseal.crypto.SealedVault;
import io.waxseal.message.TemplateMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.PersonLink;
import io.waxseal.person.Vault;
import io.waxseal.send.Refused;
import io.waxseal.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A link that the host made by mistake, taken back by the command line while the host runs. */
@Tag("data")
class PeopleUnlinkTest {
  private static final ContactPoint ADA = ContactPoint.bsuid("US.1001");
  private static final ContactPoint OFFICE = ContactPoint.phone("16505559999");
  private static final By ANA = By.agent("ana");
  private static final Evidence FORM = Evidence.statement("form 7");

  @TempDir
  private Path folder;

  private final KeyFiles keys = KeyFiles.shared();

  /** A business whose customer Ada has stopped everything, and which takes the office for hers. */
  private final class Host implements AutoCloseable {
    final HostDatabase stored;
    final Database database;
    final Consent consent;
    final WhatsApp whatsapp;
    final PersonLink link;

    Host(HostDatabase stored) {
      this.stored = stored;
      database = Database.migrating(stored.source());
      Vault vault = SealedVault.on(database, KeyFiles.held());
      consent = Consent.on(database, vault);
      whatsapp = WhatsApp.builder()
          .account(Account.of("700100200300401", "700100200300500")
              .appSecrets(Secrets.fixed(Secret.of("an-app-secret-made-up-for-tests"))))
          .database(database)
          .vault(vault)
          .guards(consent)
          .build();
      for (ContactPoint point : List.of(ADA, OFFICE)) {
        database.useTransaction(tx -> whatsapp
            .people()
            .findOrCreate(tx, Tenant.DEFAULT, Set.of(point), LinkEvidence.ASSERTED_BY_HOST));
      }
      consent.grant(OFFICE, "marketing", FORM, ANA);
      consent.stop(ADA, FORM, ANA);
      link = database.inTransaction(tx -> whatsapp.people().link(tx, Tenant.DEFAULT, ADA, OFFICE));
    }

    String answer() {
      Object result = whatsapp.send(
          TemplateMessage.to(OFFICE, "spring_offer", "en").purpose("marketing.offers"), ANA);
      return result instanceof Refused refused ? refused.reason().code() : "sent";
    }

    boolean inForce() {
      return whatsapp.people().link(Tenant.DEFAULT, link.id()).isPresent();
    }

    Run unlink(UUID id, KeyFiles with, Object... more) {
      List<Object> command = new ArrayList<>(List.of("people", "unlink", stored.argument(), id));
      command.addAll(List.of("--by", "bo", "--ground", "correction", "--reference", "case-17"));
      command.addAll(List.of(more));
      return Run.in(stored.environment(), Progress.none(), with.behind(command.toArray()));
    }

    Run unlink(Object... more) {
      return unlink(link.id(), keys, more);
    }

    long audited(String type) throws SQLException {
      return stored.audited(type);
    }

    @Override
    public void close() {
      whatsapp.close();
    }
  }

  private Host host(HostDatabase.On engine) throws Exception {
    return new Host(engine.empty(folder));
  }

  @ParameterizedTest
  @EnumSource
  void theStopThatRanOverTheLinkStaysAndTheTrailSaysWhoAndWhy(HostDatabase.On engine)
      throws Exception {
    try (Host host = host(engine)) {
      Run run = host.unlink();
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.lines()).hasSize(2);
      assertThat(run.lines().get(0)).matches("[^\t]+Z\t\\*\tHOST\t1");
      assertThat(run.lines().get(1)).isEqualTo("taken back; 1 stop written out first");
      assertThat(host.inForce()).isFalse();
      assertThat(host.answer()).isEqualTo("STOPPED_ALL");
      List<String> types = List.of("identity.unlinked", "identity.retracted", "consent.carried");
      for (String type : types) {
        assertThat(host.audited(type)).as(type).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void itWritesWhatTheHostWouldAndOneEntryMore(HostDatabase.On engine) throws Exception {
    Map<String, Integer> byHost;
    try (Host host = host(engine)) {
      host.database.useTransaction(tx -> host.whatsapp.people().unlink(tx, host.link));
      byHost = host.stored.counts();
    }
    try (Host host = host(engine)) {
      host.unlink();
      Map<String, Integer> byTool = host.stored.counts();
      for (String audit : List.of("wx_audit_stage", "wx_audit_detail")) {
        byTool.merge(audit, -1, Integer::sum);
      }
      assertThat(byTool).isEqualTo(byHost);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDryRunSaysTheSameAndWritesNothing(HostDatabase.On engine) throws Exception {
    try (Host host = host(engine)) {
      Map<String, List<String>> before = host.stored.rows();
      Run rehearsed = host.unlink("--dry-run");
      assertThat(rehearsed.code()).as(rehearsed.err()).isZero();
      assertThat(rehearsed.lines().get(1))
          .isEqualTo("would be taken back; 1 stop would be written out first; nothing was written");
      assertThat(host.stored.rows()).isEqualTo(before);
      assertThat(host.inForce()).isTrue();
      assertThat(host.unlink().lines().get(0)).isEqualTo(rehearsed.lines().get(0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void withAWrongKeyNothingIsWritten(HostDatabase.On engine) throws Exception {
    try (Host host = host(engine)) {
      Map<String, List<String>> before = host.stored.rows();
      KeyFiles passphrase =
          new KeyFiles(keys.kek(), Files.writeString(folder.resolve("wrong"), "another\n"));
      KeyFiles other = KeyFiles.of(folder.resolve("other"), "the passphrase of another key");
      SealedVault.on(Database.inMemory(), other.open());
      for (KeyFiles wrong : List.of(passphrase, other)) {
        Run run = host.unlink(host.link.id(), wrong);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
            .containsAnyOf("passphrase is wrong", "another KEK")
            .hasLineCount(1);
      }
      assertThat(host.stored.rows()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLinkThatIsNotInForceIsExitCodeOne(HostDatabase.On engine) throws Exception {
    try (Host host = host(engine)) {
      host.unlink();
      Map<String, List<String>> before = host.stored.rows();
      assertThat(host.unlink().code()).isEqualTo(1);
      Run unknown = host.unlink(UUID.randomUUID(), keys);
      assertThat(unknown.code()).isEqualTo(1);
      assertThat(unknown.out()).contains("no link of this id is in force");
      assertThat(host.stored.rows()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofAnOldDatabaseItSaysToUpgradeAndUpgradesNothing(HostDatabase.On engine) throws Exception {
    HostDatabase old = engine.of10079ff(folder);
    Map<String, List<String>> before = old.rows();
    Run run = Run.in(
        old.environment(),
        Progress.none(),
        HostDatabase.oldKeys(folder)
            .behind(
                "people",
                "unlink",
                old.argument(),
                UUID.randomUUID(),
                "--by",
                "bo",
                "--ground",
                "order",
                "--reference",
                "1"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("waxseal upgrade").hasLineCount(1);
    assertThat(old.rows()).isEqualTo(before);
  }

  @Test
  void aDatabaseOfAnotherVersionIsLeftAlone() throws Exception {
    try (Host host = host(HostDatabase.On.SQLITE)) {
      host.stored.execute("UPDATE wx_schema SET version = 0 WHERE module = 'template'");
      Map<String, List<String>> before = host.stored.rows();
      Run run = host.unlink();
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("run waxseal upgrade");
      assertThat(host.stored.rows()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--identity-trust, P3D, at least 45 days",
    "--identity-trust, soon, --help",
    "--ground, whim, --help",
    "--by, ' ', a name",
    "--reference, ' ', reference"
  })
  void whatIsNotSaidProperlyIsRefused(String option, String value, String why) throws Exception {
    List<Object> command = new ArrayList<>(List.of("people", "unlink", "x.db", UUID.randomUUID()));
    Map<String, String> given =
        new TreeMap<>(Map.of("--by", "bo", "--ground", "order", "--reference", "1"));
    given.put(option, value);
    given.forEach((name, is) -> command.addAll(List.of(name, is)));
    Run run = Run.of(keys.behind(command.toArray()));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(why).hasLineCount(1);
  }

  @Test
  void nothingPersonalIsPrinted() throws Exception {
    try (Host host = host(HostDatabase.On.SQLITE)) {
      Run run = host.unlink();
      assertThat(run.out() + run.err()).doesNotContain("1001", "5559999", "bo", "case-17");
    }
  }
}
