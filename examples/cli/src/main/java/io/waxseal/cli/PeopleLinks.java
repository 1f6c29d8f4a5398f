package io.waxseal.cli;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the links between people that are in force, by pseudonyms alone, so it needs no key. */
@Command(
    name = "links",
    description = {
      "Lists the links between people that are in force, the oldest first.",
      "One line a link, its fields separated by tabs: time, id of the link, kind, grade, the persons"
          + " at both ends and the tenant. Persons are pseudonyms, as in the audit trail; - is an end"
          + " at which no person stands, such as a number that was left. No key is needed, and nothing"
          + " is written.",
      "A PostgreSQL is read as by 'audit verify'.",
      "A link that is wrong is taken back by 'people unlink', which needs the host's key."
    },
    exitCodeList = {
      "0:the links were listed, or there is none",
      "2:wrong usage, or a database that cannot be read or holds no people"
    },
    footer = {
      "Examples:",
      "  waxseal people links waxseal.db",
      "  PGUSER=auditor waxseal people links 'jdbc:postgresql://db.example:5432/shop'"
    })
final class PeopleLinks implements Callable<Integer> {
  private static final String PERSON_AT =
      "(SELECT COALESCE(w.became, p.person) FROM wx_person_point p"
          + " JOIN wx_person w ON w.tenant = p.tenant AND w.person = p.person"
          + " WHERE p.tenant = l.tenant AND p.point = l.%1$s_point AND p.kind = l.%1$s_kind"
          + " ORDER BY w.born LIMIT 1)";
  private static final String LINKS = "SELECT l.id, l.kind, l.at, l.tenant, "
      + PERSON_AT.formatted("from") + " AS one, " + PERSON_AT.formatted("to") + " AS other"
      + " FROM wx_person_link l WHERE l.retracted_at IS NULL AND (? = '' OR l.tenant = ?)"
      + " ORDER BY l.at, l.id";
  private static final int ROWS_AT_ONCE = 1_000;

  @Parameters(
      paramLabel = "DATABASE",
      description = "The SQLite file of the host, or jdbc:postgresql://HOST:PORT/DATABASE.")
  @SuppressWarnings("NullAway.Init")
  private String database;

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      defaultValue = "",
      description = "Only the links of this tenant; all if it is not given.")
  @SuppressWarnings("NullAway.Init")
  private String tenant;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final UnaryOperator<@Nullable String> environment;

  PeopleLinks(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (TrailSource source = TrailSource.open(database, environment, TrailSource.Needed.LINKS)) {
      print(source.connection());
      source.requireUnchanged();
      return 0;
    }
  }

  private void print(Connection connection) {
    try (PreparedStatement statement = connection.prepareStatement(LINKS)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      statement.setString(1, tenant);
      statement.setString(2, tenant);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          spec.commandLine().getOut().println(line(row));
        }
      }
    } catch (SQLException e) {
      throw new CliException(
          "the database holds no people, or those of an older version; run 'waxseal upgrade', or start the host once");
    }
  }

  private static String line(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return String.join(
        "\t",
        Instant.ofEpochMilli(row.getLong("at")).toString(),
        id(row.getBytes("id")),
        Printable.of(kind),
        kind.equals("WEAK") ? "WEAK" : "STRONG",
        id(row.getBytes("one")),
        id(row.getBytes("other")),
        Printable.of(row.getString("tenant")));
  }

  private static String id(byte @Nullable [] bytes) {
    if (bytes == null || bytes.length != 2 * Long.BYTES) {
      return "-";
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong()).toString();
  }
}
