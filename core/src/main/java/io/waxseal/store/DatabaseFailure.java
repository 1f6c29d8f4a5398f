package io.waxseal.store;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a database or a pool failed, in names alone: classes, and codes with what they mean. Messages of drivers and pools
 * quote values, so none is repeated. Source: PostgreSQL, Appendix A; SQLite, Result and Error Codes.
 */
final class DatabaseFailure {
  private static final int MOST_CAUSES = 8;
  private static final int SQLITE_PRIMARY = 0xff;

  private static final Map<String, String> STATES = Map.ofEntries(
      Map.entry("08001", "the server cannot be reached"),
      Map.entry("08003", "the connection is closed"),
      Map.entry("08004", "the server refused the connection"),
      Map.entry("08006", "the connection was lost"),
      Map.entry("22003", "a number is out of range"),
      Map.entry("23502", "a value is missing"),
      Map.entry("23505", "a row exists already"),
      Map.entry("25006", "the database can only be read"),
      Map.entry("28000", "the user is refused"),
      Map.entry("28P01", "the password is refused"),
      Map.entry("3D000", "there is no such database"),
      Map.entry("40001", "transactions met, this one gave way"),
      Map.entry("40P01", "a deadlock was broken"),
      Map.entry("42501", "the user lacks a right"),
      Map.entry("42703", "a column is missing"),
      Map.entry("42P01", "a table is missing"),
      Map.entry("53100", "the server's disk is full"),
      Map.entry("53200", "the server is out of memory or of room for locks"),
      Map.entry("53300", "the server has too many connections"),
      Map.entry("55P03", "others held a lock too long"),
      Map.entry("57014", "the statement was cancelled or took too long"),
      Map.entry("57P01", "the server is stopped"),
      Map.entry("57P02", "the server crashed"),
      Map.entry("57P03", "the server is starting"));

  private static final Map<Integer, String> SQLITE = Map.ofEntries(
      Map.entry(5, "the file is locked by somebody else"),
      Map.entry(6, "a table is locked"),
      Map.entry(8, "the file can only be read"),
      Map.entry(10, "the disk failed"),
      Map.entry(11, "the file is damaged"),
      Map.entry(13, "the disk is full"),
      Map.entry(14, "the file cannot be opened"),
      Map.entry(19, "a rule of the table is broken"),
      Map.entry(26, "the file is no SQLite database"));

  private DatabaseFailure() {}

  /**
   * Names a failure and what caused it.
   *
   * @param thrown what was thrown
   * @return names without values, the outermost first
   */
  static String of(Throwable thrown) {
    Set<String> names = new LinkedHashSet<>();
    @Nullable Throwable cause = thrown;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      names.add(name(cause));
      cause = cause.getCause();
    }
    return String.join(", by ", names);
  }

  private static String name(Throwable thrown) {
    String type = thrown.getClass().getName();
    if (!(thrown instanceof SQLException failure)) {
      return type;
    }
    String state = failure.getSQLState();
    if (state != null) {
      String meaning = STATES.get(state);
      return type + " SQLState " + state + (meaning == null ? "" : " (" + meaning + ")");
    }
    int code = failure.getErrorCode();
    String meaning = SQLITE.get(code & SQLITE_PRIMARY);
    return type + " code " + code + (meaning == null ? "" : " (" + meaning + ")");
  }
}
