package io.waxseal.person;

import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.PersonWatcher.What;
import io.waxseal.person.Testimony.Grade;
import io.waxseal.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Shows the rows that tie points together, and takes them back. */
final class Links {
  private static final String COLUMNS =
      "SELECT id, kind, from_point, from_kind, to_point, to_kind, at, event FROM wx_person_link WHERE tenant = ? AND retracted_at IS NULL AND ";

  private final Transaction transaction;
  private final Tenant tenant;
  private final PersonRows rows;
  private final List<PersonWatcher> watchers;

  Links(Transaction transaction, Tenant tenant, PersonRows rows, List<PersonWatcher> watchers) {
    this.transaction = transaction;
    this.tenant = tenant;
    this.rows = rows;
    this.watchers = watchers;
  }

  private record Row(UUID id, Tie tie) {}

  List<PersonLink> of(Collection<IndexedPoint> points) throws SQLException {
    Map<UUID, PersonLink> all = new LinkedHashMap<>();
    for (IndexedPoint point : points) {
      for (Row row : Sql.list(
          transaction,
          Links::read,
          COLUMNS + "(from_point = ? OR to_point = ?)",
          tenant.id(),
          point.index(),
          point.index())) {
        all.put(row.id(), link(row));
      }
    }
    List<PersonLink> sorted = new ArrayList<>(all.values());
    sorted.sort((one, other) -> one.at().compareTo(other.at()));
    return sorted;
  }

  /** The link by somebody's word between two points. */
  Optional<PersonLink> weak(IndexedPoint one, IndexedPoint other) throws SQLException {
    Optional<Row> row = Sql.first(
        transaction,
        Links::read,
        COLUMNS
            + "kind = 'WEAK' AND (from_point = ? AND to_point = ? OR from_point = ? AND to_point = ?)",
        tenant.id(),
        one.index(),
        other.index(),
        other.index(),
        one.index());
    return row.isPresent() ? Optional.of(link(row.get())) : Optional.empty();
  }

  Optional<PersonLink> find(UUID id) throws SQLException {
    Optional<Row> row = row(id);
    return row.isPresent() ? Optional.of(link(row.get())) : Optional.empty();
  }

  private Optional<Row> row(UUID id) throws SQLException {
    return Sql.first(transaction, Links::read, COLUMNS + "id = ?", tenant.id(), id);
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        Sql.uuid(row, "id"),
        new Tie(
            Tie.Kind.valueOf(row.getString("kind")),
            IndexedPoint.of(
                IndexedPoint.Kind.of(row.getString("from_kind")), row.getBytes("from_point")),
            IndexedPoint.of(
                IndexedPoint.Kind.of(row.getString("to_kind")), row.getBytes("to_point")),
            row.getLong("at")));
  }

  private PersonLink link(Row row) throws SQLException {
    Optional<Person> one = rows.of(transaction, tenant, row.tie().from());
    Optional<Person> other = rows.of(transaction, tenant, row.tie().to());
    Grade grade = row.tie().kind() == Tie.Kind.WEAK ? Grade.WEAK : Grade.STRONG;
    return new PersonLink(
        row.id(),
        one.or(() -> other).orElseGet(() -> Person.unnamed(tenant)),
        other.or(() -> one).orElseGet(() -> Person.unnamed(tenant)),
        row.tie().kind().name(),
        grade,
        Instant.ofEpochMilli(row.tie().at()));
  }

  /** Stops that run over the link are written out before it goes; the persons at its ends are told apart again. */
  boolean retract(UUID id, Instant now, PersonDirectory people) throws SQLException {
    Optional<Row> found = row(id);
    if (found.isEmpty()) {
      return false;
    }
    Tie tie = found.get().tie();
    transaction.lock(tie.from().index(), tie.to().index());
    Set<IndexedPoint> ends = Set.of(tie.from(), tie.to());
    Whereabouts before = people.whereabouts(transaction, tenant, ends);
    for (PersonWatcher watcher : watchers) {
      watcher.retracting(transaction, tenant, before, tie.from(), tie.to());
    }
    new PersonTables(transaction, tenant)
        .retract(tie.from(), tie.to(), tie.kind().name(), now.toEpochMilli());
    Whereabouts after = people.whereabouts(transaction, tenant, ends);
    for (IndexedPoint end : ends) {
      if (!end.isPhone()) {
        rows.regroup(transaction, tenant, after.accounts(after.ties().root(end)));
      }
    }
    PersonLink link = link(found.get());
    for (PersonWatcher watcher : watchers) {
      watcher.happened(
          transaction,
          What.RETRACTED,
          link.grade(),
          Optional.empty(),
          link.one(),
          Optional.of(link.other()));
    }
    return true;
  }
}
