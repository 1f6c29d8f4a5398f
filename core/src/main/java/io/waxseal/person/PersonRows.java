package io.waxseal.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.internal.sql.Sql;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of persons and of their points: who was made, who became whom, and each point sealed under its person. */
final class PersonRows {
  private static final String PERSON = " WHERE tenant = ? AND person = ?";

  private final Vault vault;
  private final PointIndex index;

  PersonRows(Vault vault, PointIndex index) {
    this.vault = vault;
    this.index = index;
  }

  /**
   * A point as it is kept.
   *
   * @param point its hash
   * @param person under whom it is sealed
   */
  record Row(IndexedPoint point, Person person) {}

  Person create(Transaction transaction, Tenant tenant) throws SQLException {
    Person person = new Person(tenant, UUID.randomUUID());
    Sql.update(
        transaction,
        "INSERT INTO wx_person (tenant, person, born) VALUES (?, ?, (SELECT COALESCE(MAX(born), 0) + 1 FROM wx_person))",
        tenant.id(),
        person.id());
    return person;
  }

  /** Who the person has become; the person itself, unless it was joined to an older one. */
  Person current(Transaction transaction, Person person) throws SQLException {
    return Sql.first(
            transaction,
            row -> new Person(person.tenant(), Sql.uuid(row, "became")),
            "SELECT became FROM wx_person" + PERSON + " AND became IS NOT NULL",
            person.tenant().id(),
            person.id())
        .orElse(person);
  }

  /** Whoever has become the person. */
  List<Person> earlier(Transaction transaction, Person current) throws SQLException {
    return Sql.list(
        transaction,
        row -> new Person(current.tenant(), Sql.uuid(row, "person")),
        "SELECT person FROM wx_person WHERE tenant = ? AND became = ?",
        current.tenant().id(),
        current.id());
  }

  /** The person of a row, eldest first if there are several; not who that person has become. */
  Optional<Person> of(Transaction transaction, Tenant tenant, IndexedPoint point)
      throws SQLException {
    List<Person> found = Sql.list(
        transaction,
        row -> new Person(tenant, Sql.uuid(row, "person")),
        "SELECT person FROM wx_person_point WHERE tenant = ? AND point = ? AND kind = ?",
        tenant.id(),
        point.index(),
        point.kind().code());
    return found.size() < 2
        ? found.stream().findFirst()
        : eldest(transaction, new LinkedHashSet<>(found));
  }

  Optional<Person> eldest(Transaction transaction, Set<Person> persons) throws SQLException {
    if (persons.size() < 2) {
      return persons.stream().findFirst();
    }
    List<Object> bound = new ArrayList<>();
    Tenant tenant = persons.iterator().next().tenant();
    bound.add(tenant.id());
    persons.forEach(person -> bound.add(person.id()));
    return Sql.first(
        transaction,
        row -> new Person(tenant, Sql.uuid(row, "person")),
        "SELECT person FROM wx_person WHERE tenant = ? AND person IN (" + Sql.marks(persons.size())
            + ") ORDER BY born, person",
        bound.toArray());
  }

  /** The points kept under a person, those seen last at the end. */
  List<IndexedPoint> points(Transaction transaction, Collection<Person> persons)
      throws SQLException {
    List<IndexedPoint> all = new ArrayList<>();
    for (Person person : persons) {
      all.addAll(Sql.list(
          transaction,
          PersonRows::point,
          "SELECT point, kind FROM wx_person_point" + PERSON + " ORDER BY seen_at, rowid",
          person.tenant().id(),
          person.id()));
    }
    return all;
  }

  private static IndexedPoint point(ResultSet row) throws SQLException {
    return IndexedPoint.of(IndexedPoint.Kind.of(row.getString("kind")), row.getBytes("point"));
  }

  /** The contact points kept under some persons, those seen last at the end. */
  Set<ContactPoint> contactPoints(Transaction transaction, Collection<Person> persons)
      throws SQLException {
    record Seen(ContactPoint point, long at) {}
    List<Seen> all = new ArrayList<>();
    for (Person person : persons) {
      all.addAll(Sql.list(
          transaction,
          row -> new Seen(open(person, row), row.getLong("seen_at")),
          "SELECT id, sealed, seen_at FROM wx_person_point" + PERSON
              + " AND sealed IS NOT NULL ORDER BY seen_at, rowid",
          person.tenant().id(),
          person.id()));
    }
    all.sort((one, other) -> Long.compare(one.at(), other.at()));
    Set<ContactPoint> points = new LinkedHashSet<>();
    for (Seen seen : all) {
      points.remove(seen.point());
      points.add(seen.point());
    }
    return points;
  }

  /** The value of a point, if one of the persons keeps it. */
  Optional<ContactPoint> value(
      Transaction transaction, Collection<Person> persons, IndexedPoint point) throws SQLException {
    for (Person person : persons) {
      Optional<ContactPoint> found = Sql.first(
          transaction,
          row -> open(person, row),
          "SELECT id, sealed FROM wx_person_point" + PERSON
              + " AND point = ? AND kind = ? AND sealed IS NOT NULL",
          person.tenant().id(),
          person.id(),
          point.index(),
          point.kind().code());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private ContactPoint open(Person person, ResultSet row) throws SQLException {
    return read(
        vault.open(person, context(Sql.uuid(row, "id")), row.getBytes("sealed")).orThrow());
  }

  static ContactPoint read(byte[] plain) {
    if (JsonValue.parse(plain) instanceof JsonObject point
        && point.get("field").orElseThrow() instanceof JsonString field
        && point.get("value").orElseThrow() instanceof JsonString value) {
      return ContactPoint.restore(field.value(), value.value());
    }
    throw new VaultException("a sealed contact point does not hold one");
  }

  /** Keeps a point under a person, or notes that it was seen again. */
  void keep(Transaction transaction, Person person, ContactPoint point, Instant seen)
      throws SQLException {
    IndexedPoint indexed = index.of(person.tenant(), point);
    record Known(UUID id, boolean sealed, long seenAt) {}
    Optional<Known> known = Sql.first(
        transaction,
        row ->
            new Known(Sql.uuid(row, "id"), row.getBytes("sealed") != null, row.getLong("seen_at")),
        "SELECT id, sealed, seen_at FROM wx_person_point" + PERSON + " AND point = ? AND kind = ?",
        person.tenant().id(),
        person.id(),
        indexed.index(),
        indexed.kind().code());
    if (known.isEmpty()) {
      UUID id = UUID.randomUUID();
      insert(transaction, id, person, indexed, vault.seal(person, context(id), write(point)), seen);
      return;
    }
    if (!known.get().sealed()) {
      UUID id = known.get().id();
      Sql.update(
          transaction,
          "UPDATE wx_person_point SET sealed = ? WHERE id = ?",
          vault.seal(person, context(id), write(point)),
          id);
    }
    if (known.get().seenAt() < seen.toEpochMilli()) {
      Sql.update(
          transaction,
          "UPDATE wx_person_point SET seen_at = ? WHERE id = ?",
          seen,
          known.get().id());
    }
  }

  /** Keeps a phone in another spelling, wherever it is kept. */
  void respell(Transaction transaction, Tenant tenant, ContactPoint accepted) throws SQLException {
    record Kept(UUID id, Person person) {}
    IndexedPoint phone = index.of(tenant, accepted);
    for (Kept kept : Sql.list(
        transaction,
        row -> new Kept(Sql.uuid(row, "id"), new Person(tenant, Sql.uuid(row, "person"))),
        "SELECT id, person FROM wx_person_point WHERE tenant = ? AND point = ? AND kind = ?",
        tenant.id(),
        phone.index(),
        phone.kind().code())) {
      Sql.update(
          transaction,
          "UPDATE wx_person_point SET sealed = ? WHERE id = ?",
          vault.seal(kept.person(), context(kept.id()), write(accepted)),
          kept.id());
    }
  }

  /** Keeps a point of which only the hash is known. */
  void keep(Transaction transaction, Person person, IndexedPoint point, Instant seen)
      throws SQLException {
    insert(transaction, UUID.randomUUID(), person, point, null, seen);
  }

  private static void insert(
      Transaction transaction,
      UUID id,
      Person person,
      IndexedPoint point,
      byte @Nullable [] sealed,
      Instant seen)
      throws SQLException {
    Sql.update(
        transaction,
        "INSERT INTO wx_person_point (id, tenant, point, kind, person, sealed, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (tenant, point, person) DO NOTHING",
        id,
        person.tenant().id(),
        point.index(),
        point.kind().code(),
        person.id(),
        sealed,
        seen);
  }

  /** Makes one of two persons the other, with all points, resealed under the elder's key. */
  Person merge(Transaction transaction, Person one, Person other) throws SQLException {
    if (one.equals(other)) {
      return one;
    }
    Person into = eldest(transaction, new LinkedHashSet<>(List.of(one, other))).orElseThrow();
    Person from = into.equals(one) ? other : one;
    record Moved(IndexedPoint point, Optional<ContactPoint> value, Instant seen) {}
    List<Moved> moved = Sql.list(
        transaction,
        row -> new Moved(
            point(row),
            row.getBytes("sealed") == null ? Optional.empty() : Optional.of(open(from, row)),
            Sql.time(row, "seen_at")),
        "SELECT id, point, kind, sealed, seen_at FROM wx_person_point" + PERSON
            + " ORDER BY seen_at, rowid",
        from.tenant().id(),
        from.id());
    deletePoints(transaction, from);
    for (Moved point : moved) {
      if (point.value().isPresent()) {
        keep(transaction, into, point.value().get(), point.seen());
      } else {
        keep(transaction, into, point.point(), point.seen());
      }
    }
    becomes(transaction, from, into);
    return into;
  }

  /** Notes that a person, and all who became that person, are another. */
  void becomes(Transaction transaction, Person from, Person into) throws SQLException {
    Sql.update(
        transaction,
        "UPDATE wx_person SET became = ? WHERE tenant = ? AND (person = ? OR became = ?)",
        into.id(),
        from.tenant().id(),
        from.id(),
        from.id());
    itself(transaction, into);
  }

  /** Notes that a person is nobody else. */
  void itself(Transaction transaction, Person person) throws SQLException {
    Sql.update(
        transaction,
        "UPDATE wx_person SET became = NULL" + PERSON + " AND became IS NOT NULL",
        person.tenant().id(),
        person.id());
  }

  /**
   * Sees to it that the persons of one human's accounts are one: all have become the eldest, and the eldest nobody. Whoever
   * had become one of them goes along.
   */
  void regroup(Transaction transaction, Tenant tenant, Set<IndexedPoint> accounts)
      throws SQLException {
    Set<Person> persons = new LinkedHashSet<>();
    for (IndexedPoint account : accounts) {
      of(transaction, tenant, account).ifPresent(persons::add);
    }
    Optional<Person> eldest = eldest(transaction, persons);
    if (eldest.isEmpty()) {
      return;
    }
    for (Person person : persons) {
      if (!person.equals(eldest.get())) {
        becomes(transaction, person, eldest.get());
      }
    }
    itself(transaction, eldest.get());
  }

  int deletePoints(Transaction transaction, Person person) throws SQLException {
    return Sql.update(
        transaction, "DELETE FROM wx_person_point" + PERSON, person.tenant().id(), person.id());
  }

  void delete(Transaction transaction, Person person) throws SQLException {
    deletePoints(transaction, person);
    Sql.update(transaction, "DELETE FROM wx_person" + PERSON, person.tenant().id(), person.id());
  }

  long count(Transaction transaction, Person person) throws SQLException {
    return Sql.count(
        transaction,
        "SELECT COUNT(*) FROM wx_person_point" + PERSON,
        person.tenant().id(),
        person.id());
  }

  static Context context(UUID id) {
    return Context.of(RecordKind.PROFILE, "wx_person_point", id, "sealed");
  }

  private static byte[] write(ContactPoint point) {
    return JsonObject.builder()
        .put("field", point.field())
        .put("value", point.value())
        .build()
        .toText()
        .getBytes(UTF_8);
  }
}
