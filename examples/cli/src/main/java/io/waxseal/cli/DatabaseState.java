package io.waxseal.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a host's database has been upgraded.
 *
 * @param versions the version of each store's tables, by the store's name
 * @param left what is still to be taken over from the first version
 */
record DatabaseState(SortedMap<String, Integer> versions, Left left) {
  private static final String CONSENT = "consent";

  /**
   * What is still to be taken over.
   *
   * @param points contact points of people
   * @param grants what people agreed to
   * @param windows customer service windows
   */
  record Left(long points, long grants, long windows) {
    boolean nothing() {
      return points == 0 && grants == 0 && windows == 0;
    }

    Left minus(Left after) {
      return new Left(points - after.points, grants - after.grants, windows - after.windows);
    }

    @Override
    public String toString() {
      return points + " contact points, " + grants + " grants, " + windows + " windows";
    }
  }

  static DatabaseState read(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      SortedMap<String, Integer> versions = new TreeMap<>();
      try (ResultSet row = statement.executeQuery("SELECT module, version FROM wx_schema")) {
        while (row.next()) {
          versions.put(row.getString("module"), row.getInt("version"));
        }
      }
      return new DatabaseState(versions, left(statement, versions));
    } catch (SQLException e) {
      throw new CliException(
          "the database holds no tables of Waxseal, or this user may not read them; check that it is the host's");
    }
  }

  private static Left left(Statement statement, SortedMap<String, Integer> versions)
      throws SQLException {
    int people = versions.getOrDefault("directory", 0);
    int consent = versions.getOrDefault(CONSENT, 0);
    return new Left(
        people == 0 ? 0 : count(statement, people == 1 ? "wx_person_point" : "wx_person_point_v1"),
        consent == 0
            ? 0
            : count(
                statement,
                consent == 1 ? "wx_consent_entry WHERE kind = 'GRANTED'" : "wx_consent_grant_v1"),
        consent == 0 ? 0 : count(statement, "wx_consent_window"));
  }

  private static long count(Statement statement, String from) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** Whether the host keeps consent here, so that its guard has to take part. */
  boolean keepsConsent() {
    return versions.containsKey(CONSENT);
  }

  /** What another state has that this one has not, a line each. */
  List<String> until(DatabaseState later) {
    List<String> lines = new ArrayList<>();
    later.versions.forEach((store, version) -> {
      int before = versions.getOrDefault(store, 0);
      if (before == 0) {
        lines.add("tables of " + store + ": made, version " + version);
      } else if (before < version) {
        lines.add("tables of " + store + ": version " + before + " to " + version);
      }
    });
    Left taken = left.minus(later.left);
    if (!taken.nothing()) {
      lines.add("taken over: " + taken);
    }
    return lines;
  }
}
