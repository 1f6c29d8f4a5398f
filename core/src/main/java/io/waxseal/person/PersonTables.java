package io.waxseal.person;

import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Sql;
import io.waxseal.store.Transaction;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes sightings, links and graves. Each is one statement that a repetition does not change. */
final class PersonTables {
  private final Transaction transaction;
  private final Tenant tenant;

  PersonTables(Transaction transaction, Tenant tenant) {
    this.transaction = transaction;
    this.tenant = tenant;
  }

  /** Widens the sighting of an account at a phone; true if it was never seen there. */
  boolean see(IndexedPoint phone, IndexedPoint account, long at) throws SQLException {
    int known = Sql.update(
        transaction,
        "UPDATE wx_person_sighting SET first_at = CASE WHEN first_at < ? THEN first_at ELSE ? END,"
            + " last_at = CASE WHEN last_at > ? THEN last_at ELSE ? END"
            + " WHERE tenant = ? AND phone = ? AND account = ?",
        at,
        at,
        at,
        at,
        tenant.id(),
        phone.index(),
        account.index());
    return known == 0
        && Sql.update(
                transaction,
                "INSERT INTO wx_person_sighting (tenant, phone, account, account_kind, first_at, last_at) VALUES (?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (tenant, phone, account) DO NOTHING",
                tenant.id(),
                phone.index(),
                account.index(),
                account.kind().code(),
                at,
                at)
            == 1;
  }

  /** Adds a link; false if it was there, or was taken back after what it says had happened. */
  boolean tie(Tie tie, @Nullable UUID event) throws SQLException {
    boolean retracted = Sql.count(
            transaction,
            "SELECT COUNT(*) FROM wx_person_link WHERE tenant = ? AND kind = ? AND retracted_at >= ?"
                + " AND ((from_point = ? AND to_point = ?) OR (from_point = ? AND to_point = ?))",
            tenant.id(),
            tie.kind().name(),
            tie.at(),
            tie.from().index(),
            tie.to().index(),
            tie.to().index(),
            tie.from().index())
        > 0;
    return !retracted
        && Sql.update(
                transaction,
                "INSERT INTO wx_person_link (id, tenant, kind, from_point, from_kind, to_point, to_kind, at, event)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, from_point, to_point, kind, at) DO NOTHING",
                UUID.randomUUID(),
                tenant.id(),
                tie.kind().name(),
                tie.from().index(),
                tie.from().kind().code(),
                tie.to().index(),
                tie.to().kind().code(),
                tie.at(),
                event)
            == 1;
  }

  /** Whether two points are tied so already, whenever that was said. */
  boolean tied(Tie tie) throws SQLException {
    return Sql.count(
            transaction,
            "SELECT COUNT(*) FROM wx_person_link WHERE tenant = ? AND kind = ? AND from_point = ? AND to_point = ?"
                + " AND retracted_at IS NULL",
            tenant.id(),
            tie.kind().name(),
            tie.from().index(),
            tie.to().index())
        > 0;
  }

  /** The phones from or to which somebody moved without a user id, of those named and those where named accounts were seen. */
  Set<IndexedPoint> moved(Set<IndexedPoint> named) throws SQLException {
    if (named.isEmpty()) {
      return Set.of();
    }
    List<Object> bound = new ArrayList<>(List.of(tenant.id(), IndexedPoint.Kind.MOVED.code()));
    named.forEach(point -> bound.add(point.index()));
    bound.add(tenant.id());
    named.forEach(point -> bound.add(point.index()));
    String marks = Sql.marks(named.size());
    return new LinkedHashSet<>(Sql.list(
        transaction,
        row -> IndexedPoint.of(IndexedPoint.Kind.PHONE, row.getBytes("phone")),
        "SELECT phone FROM wx_person_sighting WHERE tenant = ? AND account_kind = ? AND (phone IN ("
            + marks
            + ") OR phone IN (SELECT phone FROM wx_person_sighting WHERE tenant = ? AND account IN ("
            + marks + ")))",
        bound.toArray()));
  }

  /** Takes back all links of somebody's word between two points. */
  int retract(IndexedPoint one, IndexedPoint other, String kind, long at) throws SQLException {
    return Sql.update(
        transaction,
        "UPDATE wx_person_link SET retracted_at = ? WHERE tenant = ? AND kind = ? AND retracted_at IS NULL"
            + " AND ((from_point = ? AND to_point = ?) OR (from_point = ? AND to_point = ?))",
        at,
        tenant.id(),
        kind,
        one.index(),
        other.index(),
        other.index(),
        one.index());
  }

  void bury(UUID grave, IndexedPoint point, boolean core, long erasedAt) throws SQLException {
    Sql.update(
        transaction,
        "INSERT INTO wx_person_grave (tenant, grave, point, kind, core, erased_at) VALUES (?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (tenant, point, grave) DO NOTHING",
        tenant.id(),
        grave,
        point.index(),
        point.kind().code(),
        core ? 1 : 0,
        erasedAt);
  }

  /** The latest grave that a point was erased into, if that was no earlier than a time. */
  Optional<UUID> grave(IndexedPoint point, long notBefore) throws SQLException {
    return Sql.first(
        transaction,
        row -> Sql.uuid(row, "grave"),
        "SELECT grave FROM wx_person_grave WHERE tenant = ? AND point = ? AND core = 1 AND erased_at >= ?"
            + " ORDER BY erased_at DESC LIMIT 1",
        tenant.id(),
        point.index(),
        notBefore);
  }

  long erasedAt(UUID grave) throws SQLException {
    return Sql.count(
        transaction,
        "SELECT MAX(erased_at) FROM wx_person_grave WHERE tenant = ? AND grave = ?",
        tenant.id(),
        grave);
  }

  List<IndexedPoint> inGrave(UUID grave) throws SQLException {
    return Sql.list(
        transaction,
        row -> IndexedPoint.of(IndexedPoint.Kind.of(row.getString("kind")), row.getBytes("point")),
        "SELECT point, kind FROM wx_person_grave WHERE tenant = ? AND grave = ?",
        tenant.id(),
        grave);
  }

  /** The interval of a sighting stays, since it tells that somebody else was there; who it was goes. */
  void blank(IndexedPoint account) throws SQLException {
    List<IndexedPoint> phones = Sql.list(
        transaction,
        row -> IndexedPoint.of(IndexedPoint.Kind.PHONE, row.getBytes("phone")),
        "SELECT phone FROM wx_person_sighting WHERE tenant = ? AND account = ?",
        tenant.id(),
        account.index());
    for (IndexedPoint phone : phones) {
      Sql.update(
          transaction,
          "UPDATE wx_person_sighting SET account = ? WHERE tenant = ? AND phone = ? AND account = ?",
          Blank.account().index(),
          tenant.id(),
          phone.index(),
          account.index());
    }
  }

  void forgetPhones(Collection<IndexedPoint> phones) throws SQLException {
    for (IndexedPoint phone : phones) {
      Sql.update(
          transaction,
          "DELETE FROM wx_person_sighting WHERE tenant = ? AND phone = ?",
          tenant.id(),
          phone.index());
    }
  }

  void forgetTies(Set<IndexedPoint> points) throws SQLException {
    for (IndexedPoint point : points) {
      Sql.update(
          transaction,
          "DELETE FROM wx_person_link WHERE tenant = ? AND (from_point = ? OR to_point = ?)",
          tenant.id(),
          point.index(),
          point.index());
    }
  }

  /** An account that nobody has, for a sighting whose human was erased. */
  static final class Blank {
    private Blank() {}

    static IndexedPoint account() {
      ByteBuffer random = ByteBuffer.allocate(17);
      UUID id = UUID.randomUUID();
      random
          .put((byte) 0)
          .putLong(id.getMostSignificantBits())
          .putLong(id.getLeastSignificantBits());
      return IndexedPoint.of(IndexedPoint.Kind.ACCOUNT, random.array());
    }
  }
}
