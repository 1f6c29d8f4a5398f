package io.waxseal.cli;

import io.waxseal.audit.AuditReport;
import io.waxseal.audit.AuditVerifier;
import io.waxseal.audit.VerifierKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies the audit trail in a SQLite file or on a PostgreSQL from its first to its last entry. */
@Command(
    name = "verify",
    description = {
      "Verifies an audit trail from its first to its last entry.",
      "Finds each entry that was changed, removed, added or moved below a signed checkpoint. A"
          + " file is opened read-only; nothing is made or changed beside it either. A PostgreSQL is"
          + " read in one read-only transaction; user and password come from PGUSER, PGPASSWORD,"
          + " PGPASSFILE or ~/.pgpass, never from the command line.",
      "Without --key the key is taken from the database, and whoever could write there could have"
          + " replaced the key too. The key is printed: keep it elsewhere, and give it the next"
          + " time."
    },
    exitCodeList = {
      "0:the trail is intact",
      "1:something does not hold, or no signed checkpoint vouches for the entries",
      "2:wrong usage, or a database that cannot be read or holds no trail"
    },
    footer = {
      "Examples:",
      "  waxseal audit verify waxseal.db",
      "  waxseal audit verify waxseal.db --key log-2026+4f1d2c3b+AUx...",
      "  PGUSER=auditor waxseal audit verify 'jdbc:postgresql://db.example:5432/shop?currentSchema=waxseal'"
    })
final class AuditVerify implements Callable<Integer> {
  private static final int STEPS_BETWEEN_REPORTS = 10_000;

  @Parameters(
      paramLabel = "DATABASE",
      description = "The SQLite file with the trail, or jdbc:postgresql://HOST:PORT/DATABASE.")
  @SuppressWarnings("NullAway.Init")
  private String database;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      converter = KeyConverter.class,
      description = "The verifier key to trust: name+hash+key.")
  private @Nullable VerifierKey key;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Progress progress;
  private final UnaryOperator<@Nullable String> environment;
  private long entries;

  AuditVerify(Progress progress, UnaryOperator<@Nullable String> environment) {
    this.progress = progress;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    TrailReport report = new TrailReport(verify());
    report.lines().forEach(line -> spec.commandLine().getOut().println(Printable.of(line)));
    return report.proven() ? 0 : 1;
  }

  private AuditReport verify() {
    try (TrailSource source = TrailSource.open(database, environment, TrailSource.Needed.TRAIL)) {
      Connection connection = watched(source);
      AuditReport report =
          key == null ? AuditVerifier.verify(connection) : AuditVerifier.verify(connection, key);
      source.requireUnchanged();
      return report;
    } finally {
      progress.done();
    }
  }

  /** SQLite tells how a single statement gets on; on a server the statements are short and many. */
  private Connection watched(TrailSource source) {
    if (source instanceof ReadOnlyDatabase) {
      showProgress(source.connection());
      return source.connection();
    }
    return WatchedConnection.of(source.connection(), () -> {
      entries++;
      progress.show(
          () -> "verifying, " + progress.seconds() + " s, " + TrailReport.entries(entries));
    });
  }

  private void showProgress(Connection connection) {
    try {
      ProgressHandler.setHandler(connection, STEPS_BETWEEN_REPORTS, new ProgressHandler() {
        @Override
        protected int progress() {
          progress.show(() -> "verifying, " + progress.seconds() + " s");
          return 0;
        }
      });
    } catch (SQLException e) {
      throw new CliException("the file cannot be read");
    }
  }
}
