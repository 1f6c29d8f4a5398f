package io.waxseal.person;

import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Sql;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes over the points of the first version, in which points of one person were merged for good. A phone and an account of
 * one person become a sighting from the first to the last event that was received from the person; several accounts become
 * a link that can be taken back, strong only if Meta or a returned code had said so. Person by person, each in a transaction
 * of its own, so that it can be broken off and goes on at the next start.
 */
final class PersonUpgrade {
  private static final byte[] LOCK = {'w', 'x', '-', 'p', 'e', 'r', 's', 'o', 'n'};
  private static final Set<String> PROOF =
      Set.of(LinkEvidence.PLATFORM_CHANGE_EVENT.name(), LinkEvidence.VERIFIED_BY_CODE.name());

  private final Database database;
  private final Vault vault;
  private final PointIndex index;
  private final PersonRows rows;
  private final Clock clock;

  PersonUpgrade(Database database, Vault vault, PointIndex index, PersonRows rows, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.index = index;
    this.rows = rows;
    this.clock = clock;
  }

  void run() {
    boolean more = true;
    while (more) {
      more = database.inTransaction(this::next);
    }
  }

  /** One point of the first version. */
  private record Old(UUID id, ContactPoint point, boolean proven) {}

  private boolean next(Transaction transaction) throws SQLException {
    if (empty(transaction)) {
      return false;
    }
    transaction.lock(LOCK);
    Optional<Person> first = Sql.first(
        transaction,
        row -> new Person(new Tenant(row.getString("tenant")), Sql.uuid(row, "person")),
        "SELECT tenant, person FROM wx_person_point_v1 ORDER BY tenant, person LIMIT 1");
    if (first.isEmpty()) {
      return false;
    }
    take(transaction, first.get());
    return true;
  }

  private static boolean empty(Transaction transaction) throws SQLException {
    return Sql.count(
            transaction, "SELECT COUNT(*) FROM (SELECT 1 FROM wx_person_point_v1 LIMIT 1) AS one")
        == 0;
  }

  private void take(Transaction transaction, Person person) throws SQLException {
    List<Old> phones = new ArrayList<>();
    List<Old> accounts = new ArrayList<>();
    for (Old old : points(transaction, person)) {
      (old.point() instanceof ContactPoint.Phone ? phones : accounts).add(old);
    }
    Seen seen = seen(transaction, person);
    PersonTables tables = new PersonTables(transaction, person.tenant());
    for (Old phone : phones) {
      rows.keep(transaction, person, phone.point(), seen.last());
    }
    accounts(transaction, person, accounts, tables, seen);
    for (int i = 0; i < phones.size(); i++) {
      IndexedPoint phone = index.of(person.tenant(), phones.get(i).point());
      boolean last = i == phones.size() - 1;
      for (Old account : accounts) {
        IndexedPoint indexed = index.of(person.tenant(), account.point());
        tables.see(phone, indexed, seen.first().toEpochMilli());
        tables.see(phone, indexed, (last ? seen.last() : seen.first()).toEpochMilli());
      }
      if (i > 0 && accounts.isEmpty()) {
        IndexedPoint before = index.of(person.tenant(), phones.get(i - 1).point());
        tables.tie(weak(before, phone, seen), null);
      }
    }
    Sql.update(
        transaction,
        "DELETE FROM wx_person_point_v1 WHERE tenant = ? AND person = ?",
        person.tenant().id(),
        person.id());
  }

  /** The first account keeps the person; another is the same person by proof, or a person of its own beside a weak link. */
  private void accounts(
      Transaction transaction, Person person, List<Old> accounts, PersonTables tables, Seen seen)
      throws SQLException {
    for (int i = 0; i < accounts.size(); i++) {
      Old account = accounts.get(i);
      if (i == 0) {
        rows.keep(transaction, person, account.point(), seen.last());
        continue;
      }
      IndexedPoint first = index.of(person.tenant(), accounts.get(0).point());
      IndexedPoint other = index.of(person.tenant(), account.point());
      boolean parent = account.point().field().equals(accounts.get(0).point().field());
      if (account.proven() || accounts.get(0).proven() || !parent) {
        rows.keep(transaction, person, account.point(), seen.last());
        tables.tie(new Tie(Tie.Kind.SAME, first, other, seen.first().toEpochMilli()), null);
      } else {
        Person own = rows.create(transaction, person.tenant());
        rows.keep(transaction, own, account.point(), seen.last());
        tables.tie(weak(first, other, seen), null);
      }
    }
  }

  private static Tie weak(IndexedPoint one, IndexedPoint other, Seen seen) {
    return new Tie(Tie.Kind.WEAK, one, other, seen.first().toEpochMilli());
  }

  private List<Old> points(Transaction transaction, Person person) throws SQLException {
    return Sql.list(
        transaction,
        row -> {
          UUID id = Sql.uuid(row, "id");
          byte[] plain =
              vault.open(person, PersonRows.context(id), row.getBytes("sealed")).orThrow();
          return new Old(id, PersonRows.read(plain), PROOF.contains(row.getString("evidence")));
        },
        "SELECT id, sealed, evidence FROM wx_person_point_v1 WHERE tenant = ? AND person = ? ORDER BY rowid",
        person.tenant().id(),
        person.id());
  }

  /** When the person was first and last heard of. */
  private record Seen(Instant first, Instant last) {}

  private Seen seen(Transaction transaction, Person person) throws SQLException {
    List<Person> all = new ArrayList<>(rows.earlier(transaction, person));
    all.add(person);
    Instant now = clock.instant();
    Instant first = now;
    Instant last = Instant.EPOCH;
    for (Person one : all) {
      Optional<Seen> events = Sql.first(
          transaction,
          row -> new Seen(Sql.time(row, "earliest"), Sql.time(row, "latest")),
          "SELECT MIN(received_at) AS earliest, MAX(received_at) AS latest FROM wx_inbox WHERE tenant = ? AND person = ?"
              + " HAVING COUNT(*) > 0",
          one.tenant().id(),
          one.id());
      if (events.isPresent()) {
        first = events.get().first().isBefore(first) ? events.get().first() : first;
        last = events.get().last().isAfter(last) ? events.get().last() : last;
      }
    }
    return last.equals(Instant.EPOCH) ? new Seen(now, now) : new Seen(first, last);
  }
}
