package io.waxseal.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Points in one table, found by index; who became whom in another. */
final class JdbcPersonDirectory implements PersonDirectory {
  private static final String STORE = "directory";

  private final Database database;
  private final Vault vault;

  JdbcPersonDirectory(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    database.require(STORE, Ddl.of(database, JdbcPersonDirectory.class, STORE));
  }

  @Override
  public Optional<Person> find(Tenant tenant, Set<ContactPoint> points) {
    return database.inTransaction(
        transaction -> persons(transaction, tenant, points).stream().findFirst());
  }

  @Override
  public Person findOrCreate(
      Transaction transaction,
      Tenant tenant,
      Set<ContactPoint> seenTogether,
      LinkEvidence evidence) {
    if (seenTogether.isEmpty()) {
      throw new IllegalArgumentException(
          "a person is found or created by at least one contact point");
    }
    boolean mayLink = evidence != LinkEvidence.ASSERTED_BY_HOST;
    return database.inTransaction(transaction, tx -> {
      Set<Person> known = lock(tx, tenant, seenTogether);
      if (known.isEmpty() && !mayLink && seenTogether.size() > 1) {
        throw new IllegalArgumentException(
            "the host's word does not link contact points; pass one at a time");
      }
      Person person = known.isEmpty() ? create(tx, tenant) : known.iterator().next();
      if (known.isEmpty() || mayLink) {
        for (Person other : known) {
          merge(tx, other, person, evidence);
        }
        for (ContactPoint point : seenTogether) {
          link(tx, person, point, evidence);
        }
      }
      if (!known.isEmpty() && mayLink) {
        moveBehind(tx, person, seenTogether, evidence);
      }
      return person;
    });
  }

  /** Makes the points the person's last, unless they are: a merge has put older points behind them, or the person went back. */
  private void moveBehind(
      Transaction transaction, Person person, Set<ContactPoint> seen, LinkEvidence evidence)
      throws SQLException {
    Set<ByteBuffer> indexes = new HashSet<>();
    seen.forEach(point -> indexes.add(ByteBuffer.wrap(index(person.tenant(), point))));
    List<ByteBuffer> last = Sql.list(
        transaction,
        row -> ByteBuffer.wrap(row.getBytes("idx")),
        "SELECT idx FROM wx_person_point WHERE tenant = ? AND person = ? ORDER BY rowid DESC LIMIT ?",
        person.tenant().id(),
        person.id(),
        indexes.size());
    if (indexes.containsAll(last)) {
      return;
    }
    for (ContactPoint point : seen) {
      Sql.update(
          transaction,
          "DELETE FROM wx_person_point WHERE tenant = ? AND person = ? AND idx = ?",
          person.tenant().id(),
          person.id(),
          index(person.tenant(), point));
      link(transaction, person, point, evidence);
    }
  }

  @Override
  public void reserve(Transaction transaction, Tenant tenant, Set<ContactPoint> points) {
    database.inTransaction(transaction, tx -> lock(tx, tenant, points));
  }

  @Override
  public Set<Person> reserve(Transaction transaction, Person person) {
    return database.inTransaction(transaction, tx -> {
      Set<Person> known = identities(person);
      Set<Person> before = Set.of();
      while (!before.containsAll(known)) {
        lock(tx, known);
        before = known;
        known = identities(person);
      }
      return known;
    });
  }

  private static void lock(Transaction transaction, Set<Person> persons) throws SQLException {
    transaction.lock(persons.stream().map(person -> Sql.bytes(person.id())).toArray(byte[][]::new));
  }

  /**
   * The persons of the points, which nobody else can change until the transaction ends: the points are locked, so that
   * nobody else creates a person for them, and the persons, so that nobody merges or forgets them. A person that was
   * merged while this waited is another one afterwards, hence the second look.
   */
  private Set<Person> lock(Transaction transaction, Tenant tenant, Set<ContactPoint> points)
      throws SQLException {
    transaction.lock(points.stream().map(point -> index(tenant, point)).toArray(byte[][]::new));
    Set<Person> known = persons(transaction, tenant, points);
    Set<Person> before = Set.of();
    while (!before.containsAll(known)) {
      lock(transaction, known);
      before = known;
      known = persons(transaction, tenant, points);
    }
    return known;
  }

  /** The persons of the points, eldest first. */
  private Set<Person> persons(Transaction transaction, Tenant tenant, Set<ContactPoint> points)
      throws SQLException {
    Set<Person> persons = new LinkedHashSet<>();
    if (points.isEmpty()) {
      return persons;
    }
    Object[] values = new Object[points.size() + 1];
    values[0] = tenant.id();
    int next = 1;
    for (ContactPoint point : points) {
      values[next++] = index(tenant, point);
    }
    persons.addAll(Sql.list(
        transaction,
        row -> new Person(tenant, Sql.uuid(row, "person")),
        "SELECT DISTINCT p.person, h.born FROM wx_person_point p JOIN wx_person h ON h.tenant = p.tenant AND h.person = p.person"
            + " WHERE p.tenant = ? AND p.idx IN (" + Sql.marks(points.size())
            + ") ORDER BY h.born, p.person",
        values));
    return persons;
  }

  private Person create(Transaction transaction, Tenant tenant) throws SQLException {
    Person person = new Person(tenant, UUID.randomUUID());
    Sql.update(
        transaction,
        "INSERT INTO wx_person (tenant, person, born) VALUES (?, ?, (SELECT COALESCE(MAX(born), 0) + 1 FROM wx_person))",
        tenant.id(),
        person.id());
    return person;
  }

  /** Moves the points of one person to another, resealed under the other's key, and remembers that both are one. */
  private void merge(Transaction transaction, Person from, Person into, LinkEvidence evidence)
      throws SQLException {
    if (from.equals(into)) {
      return;
    }
    Set<ContactPoint> moved = points(transaction, from);
    deletePoints(transaction, from);
    for (ContactPoint point : moved) {
      link(transaction, into, point, evidence);
    }
    Sql.update(
        transaction,
        "UPDATE wx_person SET became = ? WHERE tenant = ? AND (person = ? OR became = ?)",
        into.id(),
        from.tenant().id(),
        from.id(),
        from.id());
  }

  private void link(
      Transaction transaction, Person person, ContactPoint point, LinkEvidence evidence)
      throws SQLException {
    UUID id = UUID.randomUUID();
    byte[] sealed = vault.seal(person, context(id), write(point));
    Sql.update(
        transaction,
        "INSERT INTO wx_person_point (id, tenant, idx, person, evidence, sealed) VALUES (?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (tenant, idx) DO NOTHING",
        id,
        person.tenant().id(),
        index(person.tenant(), point),
        person.id(),
        evidence.name(),
        sealed);
  }

  @Override
  public Set<ContactPoint> points(Person person) {
    return database.inTransaction(transaction -> points(transaction, current(transaction, person)));
  }

  /** Who the person has become; the person itself, unless it was merged into another. */
  private static Person current(Transaction transaction, Person person) throws SQLException {
    return Sql.first(
            transaction,
            row -> new Person(person.tenant(), Sql.uuid(row, "became")),
            "SELECT became FROM wx_person WHERE tenant = ? AND person = ? AND became IS NOT NULL",
            person.tenant().id(),
            person.id())
        .orElse(person);
  }

  private Set<ContactPoint> points(Transaction transaction, Person person) throws SQLException {
    return new LinkedHashSet<>(Sql.list(
        transaction,
        row -> open(person, row),
        "SELECT id, sealed FROM wx_person_point WHERE tenant = ? AND person = ? ORDER BY rowid",
        person.tenant().id(),
        person.id()));
  }

  private ContactPoint open(Person person, ResultSet row) throws SQLException {
    byte[] plain =
        vault.open(person, context(Sql.uuid(row, "id")), row.getBytes("sealed")).orThrow();
    if (JsonValue.parse(plain) instanceof JsonObject point
        && point.get("field").orElseThrow() instanceof JsonString field
        && point.get("value").orElseThrow() instanceof JsonString value) {
      return ContactPoint.restore(field.value(), value.value());
    }
    throw new VaultException("a sealed contact point does not hold one");
  }

  @Override
  public Set<Person> identities(Person person) {
    return database.inTransaction(transaction -> {
      Person current = current(transaction, person);
      Set<Person> identities = new LinkedHashSet<>();
      identities.add(current);
      identities.add(person);
      identities.addAll(Sql.list(
          transaction,
          row -> new Person(person.tenant(), Sql.uuid(row, "person")),
          "SELECT person FROM wx_person WHERE tenant = ? AND became = ?",
          person.tenant().id(),
          current.id()));
      return identities;
    });
  }

  @Override
  public void forget(Transaction transaction, Person person) {
    database.inTransaction(transaction, tx -> {
      tx.lock(Sql.bytes(person.id()));
      deletePoints(tx, person);
      return Sql.update(
          tx,
          "DELETE FROM wx_person WHERE tenant = ? AND person = ?",
          person.tenant().id(),
          person.id());
    });
  }

  @Override
  public PersonalDataSource personalData() {
    return new PersonalDataSource() {
      @Override
      public String name() {
        return STORE;
      }

      @Override
      public Removed erase(Person person) {
        return database.inTransaction(transaction -> {
          long before = verifyGone(person);
          forget(transaction, person);
          return new Removed(before);
        });
      }

      @Override
      public long verifyGone(Person person) {
        return database.inTransaction(transaction -> Sql.count(
            transaction,
            "SELECT COUNT(*) FROM wx_person_point WHERE tenant = ? AND person = ?",
            person.tenant().id(),
            person.id()));
      }
    };
  }

  private static void deletePoints(Transaction transaction, Person person) throws SQLException {
    Sql.update(
        transaction,
        "DELETE FROM wx_person_point WHERE tenant = ? AND person = ?",
        person.tenant().id(),
        person.id());
  }

  private byte[] index(Tenant tenant, ContactPoint point) {
    return vault.index(tenant, point.field(), point.canonical());
  }

  private static Context context(UUID id) {
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
