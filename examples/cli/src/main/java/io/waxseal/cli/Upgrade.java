package io.waxseal.cli;

import io.waxseal.Upkeep;
import io.waxseal.account.WaxsealException;
import io.waxseal.consent.Consent;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.guard.Guard;
import io.waxseal.person.PersonDirectory;
import io.waxseal.store.Database;
import java.io.PrintWriter;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a host's database to the version of this program, as the start of a host does. */
@Command(
    name = "upgrade",
    description = {
      "Upgrades a host's database to the version of this program, as the first start of the new"
          + " host does: tables first, then what needs the host's keys, such as who is who.",
      "Before it, stop all processes of the old version and take a backup, with its key: there is"
          + " no way back but the backup. On a PostgreSQL run it as the user who owns the tables;"
          + " user and password come from PGUSER, PGPASSWORD, PGPASSFILE or ~/.pgpass.",
      "It may be broken off anywhere, and run again: each step happens whole or not at all, and"
          + " what was done stays done. A database that is up to date is not changed. Prints what"
          + " was done, a line each.",
      "The host's key is a sealed key file. A host whose key is in a KMS, whose person keys are"
          + " kept elsewhere, or which has guards of its own upgrades by its start,"
          + " WhatsApp.builder()...build(), with Database.migrating on a PostgreSQL."
    },
    exitCodeList = {
      "0:the database is up to date, whether or not something was to be done",
      "2:wrong usage, a database or key that cannot be opened (then nothing was written), or the"
          + " upgrade broke off: run it again"
    },
    footer = {
      "Examples:",
      "  waxseal upgrade waxseal.db --kek-file kek --passphrase-file passphrase",
      "  PGUSER=shop waxseal upgrade 'jdbc:postgresql://db.example:5432/shop' \\",
      "      --kek-file kek --passphrase-file passphrase"
    })
final class Upgrade implements Callable<Integer> {
  @Parameters(
      paramLabel = "DATABASE",
      description = "The SQLite file of the host, or jdbc:postgresql://HOST:PORT/DATABASE.")
  @SuppressWarnings("NullAway.Init")
  private String database;

  @Mixin
  private final KeyOptions keys = new KeyOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Progress progress;
  private final UnaryOperator<@Nullable String> environment;

  Upgrade(Progress progress, UnaryOperator<@Nullable String> environment) {
    this.progress = progress;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    DatabaseState before;
    Kek kek;
    try (TrailSource source = TrailSource.open(database, environment, TrailSource.Needed.UPKEEP)) {
      before = DatabaseState.read(source.connection());
      kek = keys.kekOf(source.connection());
    }
    List<String> done = upgraded(before, kek);
    PrintWriter out = spec.commandLine().getOut();
    done.forEach(line -> out.println(Printable.of(line)));
    out.println(done.isEmpty() ? "up to date; nothing was to be done" : "up to date");
    return 0;
  }

  private List<String> upgraded(DatabaseState before, Kek kek) {
    try (OneConnection connection = OneConnection.open(database, environment, this::show)) {
      open(Database.migrating(connection), kek, before);
      return before.until(DatabaseState.read(connection.getConnection()));
    } catch (WaxsealException e) {
      throw new CliException("the upgrade broke off: " + e.getMessage()
          + "; what was done before stays done, run the command again to go on");
    } finally {
      progress.done();
    }
  }

  private static void open(Database store, Kek kek, DatabaseState before) {
    SealedVault vault = SealedVault.on(store, kek);
    Guard[] guards = before.keepsConsent() ? new Guard[] {Consent.on(store, vault)} : new Guard[0];
    Upkeep.open(store, vault, PersonDirectory.STANDARD_TRUST, guards);
  }

  private void show(Connection connection) {
    progress.show(() -> "upgrading, " + progress.seconds() + " s, left: "
        + DatabaseState.read(connection).left());
  }
}
