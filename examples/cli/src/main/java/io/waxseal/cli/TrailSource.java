package io.waxseal.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A database opened to be read alone: through its connection nothing can be written, and one state is seen. */
sealed interface TrailSource extends AutoCloseable permits ReadOnlyDatabase, ReadOnlyServer {
  /** The tables that a command reads, and what to do where a server keeps the user from them. */
  record Needed(List<String> tables, String grant) {
    static final Needed TRAIL = new Needed(
        List.of(
            "wx_audit_stage",
            "wx_audit_entry",
            "wx_audit_tree",
            "wx_audit_checkpoint",
            "wx_audit_detail",
            "wx_audit_key"),
        "the user may not read the trail; GRANT SELECT on the six tables wx_audit_… and USAGE on their schema");

    static final Needed UPKEEP = new Needed(
        List.of("wx_schema", "wx_branch_key", "wx_person", "wx_person_point", "wx_consent_window"),
        "the user may not read the tables; run this as the user of the host, who owns them");

    static final Needed INBOX = new Needed(
        List.of("wx_inbox"),
        "the user may not read the inbox; GRANT SELECT on wx_inbox and USAGE on its schema");

    static final Needed LINKS = new Needed(
        List.of("wx_person", "wx_person_point", "wx_person_link"),
        "the user may not read the links; GRANT SELECT on wx_person, wx_person_point and wx_person_link and USAGE on"
            + " their schema");
  }

  /** The database that a command line names. */
  static TrailSource open(
      String database, UnaryOperator<@Nullable String> environment, Needed needed) {
    if (database.startsWith(ServerConnections.SCHEME)) {
      return ReadOnlyServer.open(database, environment, needed);
    }
    if (database.startsWith("jdbc:")) {
      throw new CliException(
          "the database is a SQLite file, given by its path, or behind jdbc:postgresql:");
    }
    try {
      return ReadOnlyDatabase.open(Path.of(database));
    } catch (InvalidPathException e) {
      throw new CliException("this is the path of no file");
    }
  }

  Connection connection();

  /** To be called after the last read: says so if what was read is not one state after all. */
  void requireUnchanged();

  @Override
  void close();
}
