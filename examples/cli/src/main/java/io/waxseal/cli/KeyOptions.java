package io.waxseal.cli;

import io.waxseal.account.Secrets;
import io.waxseal.crypto.Kek;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The host's key, as a file of its own: what a command needs that opens what the host has sealed. */
final class KeyOptions {
  /** What {@code Kek.sealedFile} begins its names with, which stand beside what it wrapped. */
  private static final String SEALED_FILE = "sealed-file:";

  @Option(
      names = "--kek-file",
      required = true,
      paramLabel = "FILE",
      description = "The host's sealed key file, which Kek.sealedFile made.")
  @SuppressWarnings("NullAway.Init")
  private Path kekFile;

  @Option(
      names = "--passphrase-file",
      required = true,
      paramLabel = "FILE",
      description =
          "A file or pipe with the passphrase of the key file; one line break at its end is ignored.")
  @SuppressWarnings("NullAway.Init")
  private Path passphraseFile;

  /**
   * The key, opened and known to be that of the database. Nothing has been written, nor will be before this has returned.
   */
  Kek kekOf(Connection connection) {
    List<String> names = names(connection);
    if (names.isEmpty()) {
      throw new CliException("the database holds no keys of Waxseal; check that it is the host's");
    }
    if (names.stream().noneMatch(name -> name.startsWith(SEALED_FILE))) {
      throw new CliException(
          "the keys in this database are wrapped by a KEK that is no sealed file, such as one in a"
              + " KMS, which this program cannot reach; the host can do this itself, see --help");
    }
    Kek kek = Kek.sealedFile(kekFile, Secrets.file(passphraseFile));
    kek.prepare(false);
    if (!names.equals(List.of(kek.uri()))) {
      throw new CliException("the keys in this database were wrapped by another KEK than that in "
          + kekFile + "; give the key file of this database");
    }
    return kek;
  }

  private static List<String> names(Connection connection) {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT DISTINCT kek_uri FROM wx_branch_key")) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    } catch (SQLException e) {
      throw new CliException("the database holds no keys of Waxseal; check that it is the host's");
    }
    return names;
  }
}
