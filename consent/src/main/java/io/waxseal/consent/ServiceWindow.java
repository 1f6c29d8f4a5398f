package io.waxseal.consent;

import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When somebody wrote to a number or called it, by the point that was named. The customer service window is open for 24
 * hours from then, less a minute for clocks that differ. Source: Meta, Cloud API, customer service windows.
 */
final class ServiceWindow {
  static final Duration OPEN = Duration.ofHours(24).minusSeconds(60);

  private final Database database;

  ServiceWindow(Database database) {
    this.database = database;
  }

  /**
   * Somebody wrote or called.
   *
   * @param point the account that was named, else the phone
   * @param at when
   */
  record Inbound(IndexedPoint point, Instant at) {}

  /** Notes it; what is older than a window before is not needed any more. */
  void inbound(PhoneNumberId account, Person person, IndexedPoint point, Instant at) {
    database.useTransaction(tx -> {
      Sql.update(
          tx,
          "INSERT INTO wx_consent_inbound (tenant, point, account, at, person) VALUES (?, ?, ?, ?, ?)"
              + " ON CONFLICT (tenant, point, account, at) DO NOTHING",
          person.tenant().id(),
          point.index(),
          account.value(),
          at,
          person.id());
      Sql.update(
          tx,
          "DELETE FROM wx_consent_inbound WHERE tenant = ? AND point = ? AND account = ? AND at < ?",
          person.tenant().id(),
          point.index(),
          account.value(),
          at.minus(OPEN));
    });
  }

  /** What is noted of some points at one number. */
  List<Inbound> at(
      Transaction transaction,
      Tenant tenant,
      PhoneNumberId account,
      Collection<IndexedPoint> points) {
    return read(
        transaction, "account = ? AND ", StopIndex.rows(tenant, points), points, account.value());
  }

  /** What is noted of some points at all numbers. */
  List<Inbound> all(Transaction transaction, Tenant tenant, Collection<IndexedPoint> points) {
    return read(transaction, "", StopIndex.rows(tenant, points), points);
  }

  private List<Inbound> read(
      Transaction transaction,
      String condition,
      StopIndex.Rows rows,
      Collection<IndexedPoint> points,
      Object... values) {
    Map<ByteBuffer, IndexedPoint> byIndex = new HashMap<>();
    points.forEach(point -> byIndex.put(ByteBuffer.wrap(point.index()), point));
    return database.inTransaction(
        transaction,
        tx -> Sql.list(
            tx,
            row -> new Inbound(
                byIndex.getOrDefault(
                    ByteBuffer.wrap(row.getBytes("point")),
                    IndexedPoint.phone(row.getBytes("point"))),
                Sql.time(row, "at")),
            "SELECT point, at FROM wx_consent_inbound WHERE " + condition + rows.sql(),
            rows.values(values)));
  }

  /** Removes what is noted of one moment at one point. */
  void forget(Transaction transaction, Tenant tenant, Inbound inbound) {
    database.useTransaction(
        transaction,
        tx -> Sql.update(
            tx,
            "DELETE FROM wx_consent_inbound WHERE tenant = ? AND point = ? AND at = ?",
            tenant.id(),
            inbound.point().index(),
            inbound.at()));
  }

  void forget(Person person) {
    database.inTransaction(tx -> Sql.update(
        tx,
        "DELETE FROM wx_consent_inbound WHERE tenant = ? AND person = ?",
        person.tenant().id(),
        person.id()));
  }
}
