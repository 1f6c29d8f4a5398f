package io.waxseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.consent.Consent;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases that the code of commit 10079ff has written, upgraded without a host. */
@Tag("data")
class UpgradeCommandTest {
  /** Of the tables that an upgrade does not fill, a start of the host writes these. */
  private static final Set<String> BY_THE_HOST = Set.of("wx_purpose");

  @TempDir
  private Path folder;

  private KeyFiles keys;

  @BeforeEach
  void copyKeys() throws Exception {
    keys = HostDatabase.oldKeys(folder);
  }

  private Run upgrade(HostDatabase old) {
    return upgrade(old, keys, Progress.none());
  }

  private static Run upgrade(HostDatabase old, KeyFiles keys, Progress progress) {
    return Run.in(old.environment(), progress, keys.behind("upgrade", old.argument()));
  }

  private WhatsApp start(HostDatabase old) {
    Database database = Database.migrating(old.source());
    Vault vault = SealedVault.on(database, keys.open());
    return WhatsApp.builder()
        .account(Account.of("700100200300401", "700100200300500")
            .appSecrets(Secrets.fixed(Secret.of("an-app-secret-made-up-for-tests"))))
        .database(database)
        .vault(vault)
        .guards(Consent.on(database, vault))
        .build();
  }

  private static Map<String, Integer> withoutTheHosts(Map<String, Integer> counts) {
    counts.keySet().removeAll(BY_THE_HOST);
    return counts;
  }

  @ParameterizedTest
  @EnumSource
  void theRowsAreThoseThatAStartOfTheHostMakes(HostDatabase.On engine) throws Exception {
    HostDatabase byHost = engine.of10079ff(folder);
    start(byHost).close();
    HostDatabase byTool = engine.of10079ff(folder);
    Run run = upgrade(byTool);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(withoutTheHosts(byTool.counts())).isEqualTo(withoutTheHosts(byHost.counts()));
  }

  @ParameterizedTest
  @EnumSource
  void itSaysWhatItDidAndTheSecondTimeThatNothingWasToBeDone(HostDatabase.On engine)
      throws Exception {
    HostDatabase old = engine.of10079ff(folder);
    Run first = upgrade(old);
    assertThat(first.lines())
        .contains("tables of directory: version 1 to 2", "up to date")
        .anyMatch(line -> line.matches(
            "taken over: [1-9]\\d* contact points, [1-9]\\d* grants, [1-9]\\d* windows"));
    Map<String, List<String>> once = old.rows();
    Run second = upgrade(old);
    assertThat(second.code()).isZero();
    assertThat(second.lines()).containsExactly("up to date; nothing was to be done");
    assertThat(old.rows()).isEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource
  void theHostFindsEverybodyAfterIt(HostDatabase.On engine) throws Exception {
    HostDatabase old = engine.of10079ff(folder);
    upgrade(old);
    try (WhatsApp whatsapp = start(old)) {
      assertThat(whatsapp
              .people()
              .find(Tenant.DEFAULT, Set.of(ContactPoint.bsuid("US.770010020031002"))))
          .isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatBrokeOffGoesOn(HostDatabase.On engine) throws Exception {
    HostDatabase whole = engine.of10079ff(folder);
    upgrade(whole);
    HostDatabase old = engine.of10079ff(folder);
    breakHalfWay(engine, old);
    Run broken = upgrade(old);
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).contains("broke off", "run the command again").hasLineCount(1);
    assertThat(old.counts().get("wx_person_point")).isPositive();
    mend(engine, old);
    assertThat(upgrade(old).lines())
        .contains("up to date")
        .anyMatch(line -> line.contains("taken"));
    assertThat(old.counts()).isEqualTo(whole.counts());
  }

  /** As a disk that is full would, when half of the people have been taken over. */
  private static void breakHalfWay(HostDatabase.On engine, HostDatabase old) throws SQLException {
    int half = old.rows().get("wx_person_point").size() / 2;
    if (engine == HostDatabase.On.SQLITE) {
      old.execute("CREATE TRIGGER broken BEFORE DELETE ON wx_person_point"
          + " WHEN (SELECT COUNT(*) FROM wx_person_point) < " + half
          + " BEGIN SELECT RAISE(ABORT, 'full'); END");
    } else {
      old.execute(
          "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE n bigint; BEGIN"
              + " EXECUTE 'SELECT COUNT(*) FROM ' || TG_RELID::regclass INTO n;"
              + " IF n < " + half + " THEN RAISE 'full'; END IF; RETURN OLD; END $$",
          "CREATE TRIGGER broken BEFORE DELETE ON wx_person_point FOR EACH ROW EXECUTE FUNCTION broken()");
    }
  }

  private static void mend(HostDatabase.On engine, HostDatabase old) throws SQLException {
    old.execute(
        engine == HostDatabase.On.SQLITE
            ? "DROP TRIGGER broken"
            : "DROP FUNCTION broken() CASCADE");
  }

  @ParameterizedTest
  @EnumSource
  void withAWrongKeyNothingIsWritten(HostDatabase.On engine) throws Exception {
    HostDatabase old = engine.of10079ff(folder);
    Map<String, List<String>> before = old.rows();
    refused(old, KeyFiles.of(keys.kek(), "another passphrase"), "the passphrase is wrong");
    refused(old, KeyFiles.of(folder.resolve("none"), "x"), "is missing");
    KeyFiles other = KeyFiles.of(folder.resolve("other.kek"), "the passphrase of another key");
    SealedVault.on(Database.inMemory(), other.open());
    refused(old, other, "wrapped by another KEK");
    assertThat(old.rows()).isEqualTo(before);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  private static void refused(HostDatabase old, KeyFiles keys, String why) {
    Run run = upgrade(old, keys, Progress.none());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(why).hasLineCount(1);
  }

  @Test
  void aWrongKeyLeavesNoTraceBesideTheFile() throws Exception {
    HostDatabase old =
        HostDatabase.On.SQLITE.of10079ff(Files.createDirectories(folder.resolve("host")));
    Map<String, List<Object>> before = Trail.state(folder.resolve("host"));
    refused(old, KeyFiles.of(folder.resolve("none"), "x"), "is missing");
    assertThat(Trail.state(folder.resolve("host"))).isEqualTo(before);
  }

  @Test
  void aKeyThatIsNoFileIsLeftToTheHost() throws Exception {
    HostDatabase host = HostDatabase.On.SQLITE.empty(folder);
    Database database = Database.on(host.source());
    SealedVault.on(database, Kek.inMemoryForTests())
        .index(Tenant.DEFAULT, "field", "makes a branch key");
    refused(host, keys, "KMS");
  }

  @Test
  void whatIsNoDatabaseOfAHostIsRefusedAndStaysAsItIs() throws Exception {
    HostDatabase other = HostDatabase.On.SQLITE.empty(folder);
    other.execute("CREATE TABLE shop (id INTEGER)");
    refused(other, keys, "holds no tables of Waxseal");
    assertThat(other.counts()).isEmpty();
    Path none = folder.resolve("nothing.db");
    assertThat(Run.of(keys.behind("upgrade", none)).err()).contains("does not exist");
    assertThat(none).doesNotExist();
  }

  @Test
  void aLongUpgradeShowsWhatIsLeft() throws Exception {
    StringWriter terminal = new StringWriter();
    AtomicLong clock = new AtomicLong();
    Progress progress =
        new Progress(Optional.of(new PrintWriter(terminal)), () -> clock.getAndAdd(4_000_000_000L));
    upgrade(HostDatabase.On.SQLITE.of10079ff(folder), keys, progress);
    assertThat(terminal.toString())
        .contains("upgrading, ", " contact points, ", "left: 0 contact points, ")
        .endsWith("\r\u001b[K");
  }
}
