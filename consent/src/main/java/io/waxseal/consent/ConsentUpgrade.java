package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.guard.Wiring;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes over grants and windows of the first version, which named a person only: they name the person's points now. Row by
 * row, each in its own transaction, so that it can be broken off and goes on at the next start.
 */
final class ConsentUpgrade {
  private final Wiring wiring;

  ConsentUpgrade(Wiring wiring) {
    this.wiring = wiring;
  }

  void run() {
    boolean more = true;
    while (more) {
      more = wiring.database().inTransaction(tx -> grant(tx) || window(tx));
    }
  }

  private record Grant(UUID id, Person person, String scope, Instant at) {}

  private boolean grant(Transaction transaction) throws SQLException {
    List<Grant> first = Sql.list(
        transaction,
        row -> new Grant(
            Sql.uuid(row, "id"),
            new Person(new Tenant(row.getString("tenant")), Sql.uuid(row, "person")),
            row.getString("scope"),
            Sql.time(row, "occurred_at")),
        "SELECT id, tenant, person, scope, occurred_at FROM wx_consent_grant_v1 LIMIT 1");
    if (first.isEmpty()) {
      return false;
    }
    Grant grant = first.get(0);
    if (Sql.update(transaction, "DELETE FROM wx_consent_grant_v1 WHERE id = ?", grant.id()) == 0) {
      // another process has taken it over since
      return true;
    }
    Set<IndexedPoint> named = points(transaction, grant.person());
    UUID id = grant.id();
    for (IndexedPoint point : named) {
      // one wish a phone: each tells by itself whose grant it is
      Wish wish = new Wish(
          id, ConsentEntry.Kind.GRANTED, Set.of(point), grant.scope(), Cause.HOST, grant.at());
      JdbcConsentLedger.insert(
          transaction,
          grant.person().tenant(),
          wish,
          point,
          point.isPhone() ? null : point.index());
      id = UUID.randomUUID();
    }
    return true;
  }

  private record Window(Person person, String account, Instant at) {}

  private boolean window(Transaction transaction) throws SQLException {
    List<Window> first = Sql.list(
        transaction,
        row -> new Window(
            new Person(new Tenant(row.getString("tenant")), Sql.uuid(row, "person")),
            row.getString("account"),
            Sql.time(row, "inbound_at")),
        "SELECT tenant, person, account, inbound_at FROM wx_consent_window LIMIT 1");
    if (first.isEmpty()) {
      return false;
    }
    Window window = first.get(0);
    for (IndexedPoint point : points(transaction, window.person())) {
      Sql.update(
          transaction,
          "INSERT INTO wx_consent_inbound (tenant, point, account, at, person) VALUES (?, ?, ?, ?, ?)"
              + " ON CONFLICT (tenant, point, account, at) DO NOTHING",
          window.person().tenant().id(),
          point.index(),
          window.account(),
          window.at(),
          window.person().id());
    }
    Sql.update(
        transaction,
        "DELETE FROM wx_consent_window WHERE tenant = ? AND person = ? AND account = ?",
        window.person().tenant().id(),
        window.person().id(),
        window.account());
    return true;
  }

  /** An account of the person, else its phones: what names an account needs no proof of a phone. */
  private Set<IndexedPoint> points(Transaction transaction, Person person) {
    List<IndexedPoint> all = wiring.people().indexes(transaction, person);
    return all.stream()
        .filter(point -> !point.isPhone())
        .findFirst()
        .<Set<IndexedPoint>>map(Set::of)
        .orElseGet(() -> new LinkedHashSet<>(all));
  }
}
