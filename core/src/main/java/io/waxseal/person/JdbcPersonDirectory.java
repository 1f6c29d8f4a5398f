package io.waxseal.person;

import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.store.Database;
import io.waxseal.store.Dialect;
import io.waxseal.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Persons, their points, and the dated rows that tie points together, in the host's database. */
final class JdbcPersonDirectory implements PersonDirectory {
  private static final String STORE = "directory";
  private static final String NO_POINT =
      "a person is found or created by at least one contact point";
  private static final int PAGE = 500;
  /** Meta delivers again for seven days; what is older cannot resurrect anybody. */
  private static final Duration GRAVES = Duration.ofDays(30);

  private final Database database;
  private final Clock clock;
  private final Duration trust;
  private final PointIndex index;
  private final PersonRows rows;
  private final Addressing addressing;
  private final Undecided undecided = new Undecided();
  private final List<PersonWatcher> watchers = new CopyOnWriteArrayList<>();

  JdbcPersonDirectory(Database database, Vault vault, Clock clock, Duration trust) {
    if (trust.compareTo(QUARANTINE) < 0) {
      throw new IllegalArgumentException(
          "the trust in phones is at least the quarantine of " + QUARANTINE.toDays() + " days");
    }
    this.database = database;
    this.clock = clock;
    this.trust = trust;
    index = new PointIndex(vault);
    rows = new PersonRows(vault, index);
    addressing = new Addressing(this, rows);
    database.require(STORE, Ddl.of(database, JdbcPersonDirectory.class, STORE));
    new PersonUpgrade(database, vault, index, rows, clock).run();
  }

  private Register register(
      Transaction transaction, Tenant tenant, Instant at, @Nullable UUID event) {
    return new Register(transaction, tenant, rows, index, watchers, trust, at, event);
  }

  @Override
  public Optional<Person> find(Tenant tenant, Set<ContactPoint> points) {
    return find(tenant, points, clock.instant());
  }

  @Override
  public Optional<Person> find(Tenant tenant, ContactPoint point, Instant at) {
    return find(tenant, Set.of(point), at);
  }

  private Optional<Person> find(Tenant tenant, Set<ContactPoint> points, Instant at) {
    return database.inTransaction(tx -> {
      Set<IndexedPoint> indexed = index.of(tenant, points);
      Set<Person> accounts = new LinkedHashSet<>();
      for (IndexedPoint point : indexed) {
        if (!point.isPhone()) {
          ofAccount(tx, tenant, point).ifPresent(accounts::add);
        }
      }
      if (!accounts.isEmpty()) {
        return Optional.of(rows.current(tx, rows.eldest(tx, accounts).orElseThrow()));
      }
      for (IndexedPoint point : indexed) {
        Optional<Person> person =
            point.isPhone() ? holder(tx, tenant, point, at) : Optional.empty();
        if (person.isPresent()) {
          return person;
        }
      }
      return Optional.empty();
    });
  }

  /** The person kept under an account; of one that was only seen, the person of the same human's other accounts. */
  private Optional<Person> ofAccount(Transaction transaction, Tenant tenant, IndexedPoint account)
      throws SQLException {
    Optional<Person> kept = rows.of(transaction, tenant, account);
    return kept.isPresent()
        ? kept
        : personOf(transaction, tenant, whereabouts(transaction, tenant, Set.of(account)), account);
  }

  private Optional<Person> holder(
      Transaction transaction, Tenant tenant, IndexedPoint phone, Instant at) throws SQLException {
    Whereabouts known = whereabouts(transaction, tenant, Set.of(phone));
    Optional<IndexedPoint> owner = known.owner(phone, at);
    return owner.isPresent() ? personOf(transaction, tenant, known, owner.get()) : Optional.empty();
  }

  Optional<Person> personOf(
      Transaction transaction, Tenant tenant, Whereabouts known, IndexedPoint human)
      throws SQLException {
    return register(transaction, tenant, Instant.EPOCH, null).personOf(known, human);
  }

  @Override
  public Person findOrCreate(
      Transaction transaction,
      Tenant tenant,
      Set<ContactPoint> seenTogether,
      LinkEvidence evidence) {
    if (seenTogether.isEmpty()) {
      throw new IllegalArgumentException(NO_POINT);
    }
    return database.inTransaction(transaction, tx -> {
      lock(tx, tenant, seenTogether);
      if (evidence == LinkEvidence.ASSERTED_BY_HOST && seenTogether.size() > 1) {
        return find(tenant, seenTogether)
            .orElseThrow(() -> new IllegalArgumentException(
                "the host's word does not link contact points; pass one at a time"));
      }
      Testimony testimony = evidence == LinkEvidence.PLATFORM_CHANGE_EVENT
          ? change(seenTogether)
          : Testimony.of(seenTogether, Testimony.Grade.STRONG);
      // later than any erasure, since the host says it now
      return register(tx, tenant, clock.instant().plusMillis(1), null)
          .tell(testimony, true)
          .person()
          .orElseThrow(() -> new IllegalArgumentException(NO_POINT));
    });
  }

  /** The first of two points, or pairs of points, became the second. */
  private static Testimony change(Set<ContactPoint> oldFirst) {
    List<ContactPoint> all = List.copyOf(oldFirst);
    int half = all.size() == 1 ? 0 : (all.size() + 1) / 2;
    return new Testimony(
        Set.copyOf(all.subList(half, all.size())),
        Set.copyOf(all.subList(0, half)),
        Testimony.Grade.STRONG,
        false);
  }

  @Override
  public Told tell(
      Transaction transaction,
      Tenant tenant,
      Testimony testimony,
      Instant at,
      UUID event,
      boolean create) {
    return database.inTransaction(transaction, tx -> {
      Set<ContactPoint> all = new LinkedHashSet<>(testimony.points());
      all.addAll(testimony.previous());
      lock(tx, tenant, all);
      return register(tx, tenant, at, event).tell(testimony, create);
    });
  }

  @Override
  public boolean seen(
      Transaction transaction,
      Tenant tenant,
      IndexedPoint phone,
      ContactPoint account,
      Instant at) {
    return database.inTransaction(transaction, tx -> {
      IndexedPoint indexed = index.of(tenant, account);
      tx.lock(phone.index(), indexed.index());
      return register(tx, tenant, at, null).seenByStatus(phone, account);
    });
  }

  @Override
  public void spelled(
      Transaction transaction,
      Tenant tenant,
      ContactPoint sent,
      ContactPoint accepted,
      Instant at) {
    database.useTransaction(transaction, tx -> {
      lock(tx, tenant, Set.of(sent, accepted));
      register(tx, tenant, at, null).spelled(sent, accepted);
    });
  }

  @Override
  public void reserve(Transaction transaction, Tenant tenant, Set<ContactPoint> points) {
    database.useTransaction(transaction, tx -> {
      Set<IndexedPoint> all = new LinkedHashSet<>(index.of(tenant, points));
      if (database.dialect() != Dialect.SQLITE) {
        // with all points that a stop there reaches, at once: who locks in two steps can wait in a
        // circle
        all.addAll(whereabouts(tx, tenant, all).carriers(all, clock.instant()));
      }
      tx.lock(all.stream().map(IndexedPoint::index).toArray(byte[][]::new));
    });
  }

  private void lock(Transaction transaction, Tenant tenant, Set<ContactPoint> points)
      throws SQLException {
    transaction.lock(
        index.of(tenant, points).stream().map(IndexedPoint::index).toArray(byte[][]::new));
  }

  @Override
  public Set<Person> reserve(Transaction transaction, Person person) {
    return database.inTransaction(transaction, tx -> {
      Set<Person> known = identities(person);
      Set<Person> before = Set.of();
      while (!before.containsAll(known)) {
        // points first, as all who change who they belong to do
        tx.lock(rows.points(tx, known).stream().map(IndexedPoint::index).toArray(byte[][]::new));
        tx.lock(known.stream().map(one -> Sql.bytes(one.id())).toArray(byte[][]::new));
        before = known;
        known = identities(person);
      }
      return known;
    });
  }

  @Override
  public Set<ContactPoint> points(Person person) {
    return database.inTransaction(tx -> rows.contactPoints(tx, identities(person)));
  }

  @Override
  public Set<Person> identities(Person person) {
    return database.inTransaction(tx -> {
      Person current = rows.current(tx, person);
      Set<Person> identities = new LinkedHashSet<>();
      identities.add(current);
      identities.add(person);
      identities.addAll(rows.earlier(tx, current));
      return identities;
    });
  }

  @Override
  public Address address(Tenant tenant, Recipient recipient, boolean byPhone) {
    Instant now = clock.instant();
    Address address =
        database.inTransaction(tx -> addressing.of(tx, tenant, recipient, byPhone, now));
    if (address.certainty() == Address.Certainty.TOO_MANY) {
      undecided.add(
          address
              .person()
              .<Object>map(person -> person)
              .orElseGet(() -> index.of(tenant, address.points().get(0))),
          now);
    }
    return address;
  }

  @Override
  public long undecided(Instant since) {
    return undecided.since(since);
  }

  @Override
  public Whereabouts whereabouts(
      Transaction transaction, Tenant tenant, Collection<IndexedPoint> points) {
    return database.inTransaction(
        transaction,
        tx -> new Whereabouts(Gathering.around(tx, tenant, points), QUARANTINE, trust));
  }

  @Override
  public IndexedPoint index(Tenant tenant, ContactPoint point) {
    return index.of(tenant, point);
  }

  @Override
  public List<IndexedPoint> indexes(Transaction transaction, Person person) {
    return database.inTransaction(transaction, tx -> {
      List<IndexedPoint> all = rows.points(tx, identities(person));
      List<IndexedPoint> accounts = all.stream()
          .filter(point -> !point.isPhone() && point.kind() != IndexedPoint.Kind.NOBODY)
          .toList();
      return accounts.isEmpty() ? all : accounts;
    });
  }

  @Override
  public PersonLink link(
      Transaction transaction, Tenant tenant, ContactPoint one, ContactPoint other) {
    IndexedPoint from = index.of(tenant, one);
    IndexedPoint to = index.of(tenant, other);
    if (from.equals(to)) {
      throw new IllegalArgumentException("a link ties two points; both are one point");
    }
    return database.inTransaction(transaction, tx -> {
      lock(tx, tenant, Set.of(one, other));
      Instant now = clock.instant();
      Register register = register(tx, tenant, now, null);
      Person first = findOrCreate(tx, tenant, Set.of(one), LinkEvidence.ASSERTED_BY_HOST);
      Person second = findOrCreate(tx, tenant, Set.of(other), LinkEvidence.ASSERTED_BY_HOST);
      register.linked(from, to, first, second);
      return new Links(tx, tenant, rows, watchers)
          .weak(from, to)
          .orElseGet(() -> new PersonLink(
              UUID.randomUUID(), first, second, Tie.Kind.WEAK.name(), Testimony.Grade.WEAK, now));
    });
  }

  @Override
  public Optional<PersonLink> link(Tenant tenant, UUID id) {
    return database.inTransaction(tx -> new Links(tx, tenant, rows, watchers).find(id));
  }

  @Override
  public boolean unlink(Transaction transaction, PersonLink link) {
    return database.inTransaction(
        transaction,
        tx -> new Links(tx, link.one().tenant(), rows, watchers)
            .retract(link.id(), clock.instant(), this));
  }

  @Override
  public List<PersonLink> links(Person person) {
    return database.inTransaction(tx ->
        new Links(tx, person.tenant(), rows, watchers).of(rows.points(tx, identities(person))));
  }

  @Override
  public void forEach(Tenant tenant, Consumer<Person> each) {
    byte[] after = new byte[0];
    List<Person> page;
    do {
      byte[] from = after;
      page = database.inTransaction(tx -> Sql.list(
          tx,
          row -> new Person(tenant, Sql.uuid(row, "person")),
          "SELECT person FROM wx_person WHERE tenant = ? AND person > ? AND became IS NULL ORDER BY person LIMIT ?",
          tenant.id(),
          from,
          PAGE));
      page.forEach(each);
      after = page.isEmpty() ? after : Sql.bytes(page.get(page.size() - 1).id());
    } while (page.size() == PAGE);
  }

  @Override
  public void watch(PersonWatcher watcher) {
    watchers.add(watcher);
  }

  @Override
  public void forget(Transaction transaction, Person person) {
    database.useTransaction(transaction, tx -> {
      List<IndexedPoint> points = rows.points(tx, List.of(person));
      tx.lock(points.stream().map(IndexedPoint::index).toArray(byte[][]::new));
      tx.lock(Sql.bytes(person.id()));
      List<IndexedPoint> own = points.stream()
          .filter(point -> point.kind() != IndexedPoint.Kind.NOBODY)
          .toList();
      tellUnattributed(tx, person);
      if (!own.isEmpty()) {
        bury(tx, person.tenant(), Burial.anyOf(own));
      }
      rows.delete(tx, person);
    });
  }

  /** What came from a phone when nobody could know who had it is not this person's to erase. */
  private void tellUnattributed(Transaction transaction, Person person) throws SQLException {
    for (IndexedPoint point : rows.points(transaction, List.of(person))) {
      boolean unattributed = point.isPhone()
          && rows.of(transaction, person.tenant(), PointIndex.nobody(point)).isPresent();
      if (unattributed) {
        watchers.forEach(watcher -> watcher.happened(
            transaction,
            PersonWatcher.What.UNATTRIBUTED,
            Testimony.Grade.STRONG,
            Optional.empty(),
            person,
            Optional.empty()));
      }
    }
  }

  private void bury(Transaction transaction, Tenant tenant, IndexedPoint point)
      throws SQLException {
    Whereabouts known = whereabouts(transaction, tenant, Set.of(point));
    Optional<IndexedPoint> human =
        point.isPhone() ? known.owner(point, clock.instant()) : Optional.of(point);
    if (human.isPresent() && human.get().isPhone() == point.isPhone()) {
      IndexedPoint root = point.isPhone() ? human.get() : known.ties().root(point);
      new Burial(transaction, tenant, known, clock.instant()).of(root);
    }
  }

  @Override
  public void tidy() {
    database.useTransaction(tx -> Sql.update(
        tx, "DELETE FROM wx_person_grave WHERE erased_at < ?", clock.instant().minus(GRAVES)));
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
        return database.inTransaction(transaction -> rows.count(transaction, person));
      }
    };
  }
}
