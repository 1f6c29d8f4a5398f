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

/** Lists events that are not handled yet, by ids and times alone, so it needs no key. */
@Command(
    name = "list",
    description = {
      "Lists the events that are not handled yet, the oldest first.",
      "One line an event, its fields separated by tabs: time of arrival, id, state, attempts, when it is"
          + " due, the tenant, and why it was set aside, or -. PARKED is set aside after more than a day of"
          + " failing, WAITING is waiting or being handled. No key is needed, and nothing is written.",
      "A PostgreSQL is read as by 'audit verify'."
    },
    exitCodeList = {
      "0:the events were listed, or there is none",
      "2:wrong usage, or a database that cannot be read or holds no inbox"
    },
    footer = {
      "Examples:",
      "  waxseal inbox list waxseal.db",
      "  waxseal inbox list --state parked --tenant shop waxseal.db"
    })
final class InboxList implements Callable<Integer> {
  private static final String EVENTS =
      "SELECT id, tenant, state, attempts, received_at, due_at, why FROM wx_inbox"
          + " WHERE state <> 'DONE' AND (? = '' OR state = ?) AND (? = '' OR tenant = ?)"
          + " ORDER BY received_at, id";
  private static final int ROWS_AT_ONCE = 1_000;

  /** Which events. */
  enum State {
    WAITING,
    PARKED,
    ALL
  }

  @Parameters(
      paramLabel = "DATABASE",
      description = "The SQLite file of the host, or jdbc:postgresql://HOST:PORT/DATABASE.")
  @SuppressWarnings("NullAway.Init")
  private String database;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      defaultValue = "ALL",
      description = "Only those that are: waiting or parked; all if it is not given.")
  @SuppressWarnings("NullAway.Init")
  private State state;

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      defaultValue = "",
      description = "Only the events of this tenant; all if it is not given.")
  @SuppressWarnings("NullAway.Init")
  private String tenant;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final UnaryOperator<@Nullable String> environment;

  InboxList(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (TrailSource source = TrailSource.open(database, environment, TrailSource.Needed.INBOX)) {
      print(source.connection());
      source.requireUnchanged();
      return 0;
    }
  }

  private void print(Connection connection) {
    String wanted = state == State.ALL ? "" : state.name();
    try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      statement.setString(1, wanted);
      statement.setString(2, wanted);
      statement.setString(3, tenant);
      statement.setString(4, tenant);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          spec.commandLine().getOut().println(line(row));
        }
      }
    } catch (SQLException e) {
      throw new CliException("the database holds no inbox of Waxseal; check that it is the host's");
    }
  }

  private static String line(ResultSet row) throws SQLException {
    String why = row.getString("why");
    return String.join(
        "\t",
        time(row, "received_at"),
        id(row.getBytes("id")),
        Printable.of(row.getString("state")),
        Integer.toString(row.getInt("attempts")),
        time(row, "due_at"),
        Printable.of(row.getString("tenant")),
        why == null ? "-" : Printable.of(why));
  }

  private static String time(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column)).toString();
  }

  private static String id(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong()).toString();
  }
}
