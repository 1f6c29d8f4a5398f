package io.waxseal.cli;

import io.waxseal.audit.AuditReport;
import io.waxseal.audit.AuditVerifier;
import io.waxseal.audit.VerifierKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies the audit trail in a SQLite file from its first to its last entry. */
@Command(
    name = "verify",
    description = {
      "Verifies an audit trail from its first to its last entry.",
      "Finds each entry that was changed, removed, added or moved below a signed checkpoint. The"
          + " file is opened read-only; nothing is made or changed beside it either.",
      "Without --key the key is taken from the file, and whoever could write the file could have"
          + " replaced the key too. The key is printed: keep it elsewhere, and give it the next"
          + " time."
    },
    exitCodeList = {
      "0:the trail is intact",
      "1:something does not hold, or no signed checkpoint vouches for the entries",
      "2:wrong usage, or a file that cannot be read or holds no trail"
    },
    footer = {
      "Examples:",
      "  waxseal audit verify waxseal.db",
      "  waxseal audit verify waxseal.db --key log-2026+4f1d2c3b+AUx..."
    })
final class AuditVerify implements Callable<Integer> {
  private static final int STEPS_BETWEEN_REPORTS = 10_000;

  @Parameters(paramLabel = "PATH", description = "The SQLite file with the trail.")
  @SuppressWarnings("NullAway.Init")
  private Path path;

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

  AuditVerify(Progress progress) {
    this.progress = progress;
  }

  @Override
  public Integer call() {
    TrailReport report = new TrailReport(verify());
    report.lines().forEach(line -> spec.commandLine().getOut().println(Printable.of(line)));
    return report.proven() ? 0 : 1;
  }

  private AuditReport verify() {
    try (ReadOnlyDatabase database = ReadOnlyDatabase.open(path)) {
      showProgress(database.connection());
      AuditReport report = key == null
          ? AuditVerifier.verify(database.connection())
          : AuditVerifier.verify(database.connection(), key);
      database.requireUnchanged();
      return report;
    } finally {
      progress.done();
    }
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
      throw new CliException(path + " cannot be read");
    }
  }
}
