package io.waxseal.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.waxseal.audit.AuditReport;
import io.waxseal.audit.AuditVerifier;
import io.waxseal.simulator.AcceptedMessage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether the audit trail verifies, and holds an entry for all that was acknowledged over one store. */
final class Trail {
  private final List<String> leaves = new ArrayList<>();
  private final Findings findings;
  private final String store;

  private Trail(Findings findings, String store) {
    this.findings = findings;
    this.store = store;
  }

  static void check(
      Stores stores,
      String url,
      Collection<Testimony> all,
      List<AcceptedMessage> arrived,
      Findings findings)
      throws SQLException {
    Trail trail = new Trail(findings, stores.name());
    try (Connection connection = DriverManager.getConnection(url)) {
      trail.verify(connection);
      trail.read(connection);
      findings.kept(stores.damage(connection).isEmpty(), "the store: " + stores.damage(connection));
      trail.onceEach(connection, all);
    }
    trail.compare(all, arrived);
  }

  private void verify(Connection connection) {
    AuditReport report = AuditVerifier.verify(connection);
    report.problems().forEach(problem -> findings.kept(false, store + " trail: " + problem));
    findings.kept(report.waiting() == 0, store + " trail: entries have no place");
  }

  private void read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT leaf FROM wx_audit_entry")) {
      while (row.next()) {
        leaves.add(new String(row.getBytes(1), ISO_8859_1));
      }
    }
  }

  /** Each event that was ever delivered has one row at most, however often it was. */
  private void onceEach(Connection connection, Collection<Testimony> all) throws SQLException {
    long delivered = all.stream().mapToLong(said -> said.tried("in").size()).sum();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM wx_inbox")) {
      findings.atMost(delivered, row.next() ? row.getLong(1) : 0, store + " inbox rows");
    }
  }

  private void compare(Collection<Testimony> all, List<AcceptedMessage> arrived) {
    long stopsAcknowledged = 0;
    long stopsTried = 0;
    long grantsAcknowledged = 0;
    long grantsTried = 0;
    long sends = 0;
    long erasures = 0;
    for (Testimony said : all) {
      stopsAcknowledged += said.acknowledged("stop").size() + keywords(said.acknowledged("in"));
      stopsTried += said.tried("stop").size() + keywords(said.tried("in"));
      grantsAcknowledged += said.acknowledged("grant").size();
      grantsTried += said.tried("grant").size();
      sends += said.acknowledged("send").size();
      erasures += said.acknowledged("erase").size();
    }
    atLeast(stopsAcknowledged, "consent.stopped");
    findings.atMost(stopsTried, count("consent.stopped"), store + " trail: consent.stopped");
    atLeast(grantsAcknowledged, "consent.granted");
    findings.atMost(grantsTried, count("consent.granted"), store + " trail: consent.granted");
    atLeast(sends, "send.accepted");
    atLeast(arrived.size(), "send.started");
    atLeast(erasures, "erasure.completed");
  }

  private static long keywords(Collection<String> events) {
    return events.stream().filter(key -> key.endsWith(":" + Script.STOP)).count();
  }

  private void atLeast(long acknowledged, String type) {
    long missing = acknowledged - count(type);
    for (long i = 0; i < missing; i++) {
      findings.kept(
          false, store + " trail: " + type + " is missing (" + acknowledged + "." + i + ")");
    }
  }

  private long count(String type) {
    return leaves.stream().filter(leaf -> leaf.contains(type)).count();
  }
}
