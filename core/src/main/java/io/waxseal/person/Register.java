package io.waxseal.person;

import io.waxseal.account.Tenant;
import io.waxseal.person.PersonDirectory.Told;
import io.waxseal.person.PersonWatcher.What;
import io.waxseal.person.Testimony.Grade;
import io.waxseal.store.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in what one event says about people: sightings, changes, spellings, and the persons these make. */
final class Register {
  private final Transaction transaction;
  private final Tenant tenant;
  private final PersonRows rows;
  private final PointIndex index;
  private final PersonTables tables;
  private final List<PersonWatcher> watchers;
  private final Duration trust;
  private final Instant at;
  private final @Nullable UUID event;
  private boolean changed;

  Register(
      Transaction transaction,
      Tenant tenant,
      PersonRows rows,
      PointIndex index,
      List<PersonWatcher> watchers,
      Duration trust,
      Instant at,
      @Nullable UUID event) {
    this.transaction = transaction;
    this.tenant = tenant;
    this.rows = rows;
    this.index = index;
    this.tables = new PersonTables(transaction, tenant);
    this.watchers = watchers;
    this.trust = trust;
    this.at = at;
    this.event = event;
  }

  Told tell(Testimony testimony, boolean create) throws SQLException {
    Named now = named(testimony.points());
    Named before = named(testimony.previous());
    Optional<UUID> grave = grave(now, before);
    if (grave.isPresent()) {
      return stale(testimony, now, before, grave.get());
    }
    if (testimony.keyChanged() && now.phone() != null) {
      changed |= tables.tie(tie(Tie.Kind.KEY, now.phone(), now.phone()), event);
    }
    boolean strong = testimony.grade() == Grade.STRONG;
    if (strong && before.any()) {
      change(now, before);
    } else if (!strong) {
      weak(now);
    }
    if (strong && !testimony.keyChanged()) {
      together(now);
    }
    Optional<Person> person = person(testimony, now, before, create);
    if (regroupMoved(now, before) && person.isPresent()) {
      person = Optional.of(rows.current(transaction, person.get()));
    }
    Set<IndexedPoint> all = new LinkedHashSet<>(now.all());
    return new Told(person, false, all, changed);
  }

  /** The points of one human in an event, by kind. */
  record Named(
      @Nullable IndexedPoint phone,
      @Nullable IndexedPoint account,
      @Nullable IndexedPoint parent) {
    @Nullable
    IndexedPoint first() {
      return account != null ? account : parent;
    }

    boolean any() {
      return phone != null || first() != null;
    }

    Set<IndexedPoint> all() {
      Set<IndexedPoint> all = new LinkedHashSet<>();
      for (IndexedPoint point : new IndexedPoint[] {account, parent, phone}) {
        if (point != null) {
          all.add(point);
        }
      }
      return all;
    }
  }

  private Named named(Set<ContactPoint> points) {
    IndexedPoint phone = null;
    IndexedPoint account = null;
    IndexedPoint parent = null;
    for (IndexedPoint point : index.of(tenant, points)) {
      switch (point.kind()) {
        case PHONE -> phone = point;
        case ACCOUNT -> account = point;
        default -> parent = point;
      }
    }
    return new Named(phone, account, parent);
  }

  private Tie tie(Tie.Kind kind, IndexedPoint from, IndexedPoint to) {
    return new Tie(kind, from, to, at.toEpochMilli());
  }

  // ---- who was erased

  /** The grave of somebody whom an event from before names. A phone counts only where no account is named. */
  private Optional<UUID> grave(Named now, Named before) throws SQLException {
    List<IndexedPoint> keys = new ArrayList<>(before.all());
    if (now.first() == null) {
      keys.addAll(now.all());
    } else {
      now.all().stream().filter(point -> !point.isPhone()).forEach(keys::add);
      keys.removeIf(IndexedPoint::isPhone);
    }
    for (IndexedPoint key : keys) {
      Optional<UUID> grave = tables.grave(key, at.toEpochMilli());
      if (grave.isPresent()) {
        return grave;
      }
    }
    return Optional.empty();
  }

  /** Nothing is kept of such an event but its stop; what it names shares the grave. */
  private Told stale(Testimony testimony, Named now, Named before, UUID grave) throws SQLException {
    Set<IndexedPoint> named = new LinkedHashSet<>(now.all());
    named.addAll(before.all());
    List<IndexedPoint> buried = tables.inGrave(grave);
    Set<IndexedPoint> all = new LinkedHashSet<>(buried);
    all.addAll(named);
    if (testimony.grade() == Grade.STRONG && !testimony.keyChanged()) {
      long erasedAt = tables.erasedAt(grave);
      for (IndexedPoint point : named) {
        if (!buried.contains(point)) {
          join(grave, point, erasedAt, before.any());
        }
      }
    }
    return new Told(Optional.empty(), true, all, !buried.containsAll(named));
  }

  private void join(UUID grave, IndexedPoint point, long erasedAt, boolean change)
      throws SQLException {
    Whereabouts known = around(Set.of(point));
    boolean others = point.isPhone() && !known.tenures().at(point).isEmpty();
    if (others && !change) {
      tables.see(point, PersonTables.Blank.account(), at.toEpochMilli());
    }
    boolean free =
        point.isPhone() ? !others : rows.of(transaction, tenant, point).isEmpty();
    tables.bury(grave, point, free, erasedAt);
    Optional<Person> wider = rows.of(transaction, tenant, point);
    if (wider.isPresent()) {
      say(What.WIDER, Grade.STRONG, wider.get(), Optional.empty());
    }
  }

  // ---- what ties points together

  private void together(Named now) throws SQLException {
    IndexedPoint account = now.account();
    IndexedPoint parent = now.parent();
    if (account != null && parent != null) {
      join(tie(Tie.Kind.SAME, account, parent));
    }
    for (IndexedPoint one : new IndexedPoint[] {account, parent}) {
      if (one != null && now.phone() != null) {
        see(now.phone(), one);
        break;
      }
    }
  }

  private void see(IndexedPoint phone, IndexedPoint account) throws SQLException {
    see(phone, account, at.toEpochMilli());
  }

  private void see(IndexedPoint phone, IndexedPoint account, long when) throws SQLException {
    boolean first = tables.see(phone, account, when);
    changed |= first;
    if (first) {
      firstSeen(phone, account);
    }
  }

  /** The first account ever seen at a phone is whoever was reached there; a later one is a new person. */
  private void firstSeen(IndexedPoint phone, IndexedPoint account) throws SQLException {
    Whereabouts known = around(Set.of(phone, account));
    Set<IndexedPoint> own = known.accounts(account);
    boolean alone =
        known.tenures().at(phone).stream().allMatch(sighting -> own.contains(sighting.account()));
    Optional<Person> bare = rows.of(transaction, tenant, phone);
    Optional<Person> person = rows.of(transaction, tenant, account);
    boolean only = known.tenures().at(phone).size() == 1;
    if (only && bare.isPresent()) {
      if (person.isEmpty()) {
        rows.keep(transaction, bare.get(), account, at);
      } else {
        Person current = rows.current(transaction, person.get());
        rows.merge(transaction, rows.current(transaction, bare.get()), current);
      }
    } else if (!alone) {
      Person newcomer = personOf(account);
      Optional<IndexedPoint> earlier = known.tenures().at(phone).stream()
          .map(Sighting::account)
          .filter(other -> !own.contains(other))
          .findFirst();
      Optional<Person> holder =
          earlier.isPresent() ? rows.of(transaction, tenant, earlier.get()) : Optional.empty();
      boolean overlap = known.tenures().at(phone).stream()
          .anyMatch(sighting -> !own.contains(sighting.account())
              && sighting.first() <= at.toEpochMilli()
              && sighting.last() >= at.toEpochMilli());
      say(overlap ? What.CONFLICT : What.HANDED_OVER, Grade.STRONG, newcomer, holder);
    }
    if (known.ties().moved(phone)) {
      regroup(Set.of(phone, account));
    }
  }

  private void join(Tie tie) throws SQLException {
    if (tie.kind() == Tie.Kind.SAME && tables.tied(tie)) {
      return;
    }
    if (tables.tie(tie, event)) {
      changed = true;
      Person one = personOf(tie.from());
      Person other = personOf(tie.to());
      Ties ties = around(Set.of(tie.from(), tie.to())).ties();
      // a contradiction also parts those who were one before it
      Set<IndexedPoint> touched = new LinkedHashSet<>(ties.joinedTo(tie.from()));
      touched.addAll(ties.joinedTo(tie.to()));
      regroup(touched);
      boolean forked = ties.forkedAt(tie);
      say(
          forked ? What.CONFLICT : What.JOINED,
          forked ? Grade.WEAK : Grade.STRONG,
          one,
          Optional.of(other));
    }
  }

  /** Meta's word that one account became another, or that the human at one phone moved to another. */
  private void change(Named now, Named before) throws SQLException {
    IndexedPoint account = now.first();
    IndexedPoint earlier = before.first();
    if (before.account() != null && before.parent() != null) {
      join(tie(Tie.Kind.SAME, before.account(), before.parent()));
    }
    if (earlier != null && before.phone() != null) {
      see(before.phone(), earlier, at.toEpochMilli() - 1);
    }
    if (earlier != null && account != null) {
      join(became(earlier, account, before.parent(), now.parent(), bothByAccount(now, before)));
    } else if (before.phone() != null && now.phone() != null) {
      move(before.phone(), now.phone(), account, earlier);
    } else {
      weak(earlier, now.phone());
      weak(before.phone(), account);
    }
  }

  /** A status found by our own id names the account that the phone it was sent to belonged to. */
  boolean seenByStatus(IndexedPoint phone, ContactPoint account) throws SQLException {
    IndexedPoint indexed = index.of(tenant, account);
    if (tables.grave(indexed, at.toEpochMilli()).isPresent()) {
      return false;
    }
    see(phone, indexed);
    Person person = personOf(indexed);
    keep(person, Set.of(account));
    return changed;
  }

  /** Meta's answer to a send: the number that was sent to is spelled so. */
  void spelled(ContactPoint sent, ContactPoint accepted) throws SQLException {
    IndexedPoint from = index.of(tenant, sent);
    IndexedPoint to = index.of(tenant, accepted);
    if (from.equals(to)) {
      rows.respell(transaction, tenant, accepted);
      return;
    }
    Tie tie = tie(Tie.Kind.ALIAS, from, to);
    boolean known = around(Set.of(from)).ties().phone(from).equals(to);
    if (!known && tables.tie(tie, event)) {
      Optional<Person> typed = rows.of(transaction, tenant, from);
      Optional<Person> there = rows.of(transaction, tenant, to);
      if (there.isEmpty()) {
        Person person = typed.isPresent()
            ? rows.current(transaction, typed.get())
            : rows.create(transaction, tenant);
        rows.keep(transaction, person, accepted, at);
      } else if (typed.isPresent() && around(Set.of(from)).tenures().at(to).isEmpty()) {
        rows.merge(
            transaction,
            rows.current(transaction, typed.get()),
            rows.current(transaction, there.get()));
      }
    }
  }

  /** Somebody's word that two points are one human's. */
  void linked(IndexedPoint one, IndexedPoint other, Person first, Person second)
      throws SQLException {
    weak(one, other);
    if (changed) {
      say(What.JOINED, Grade.WEAK, first, Optional.of(second));
    }
  }

  private static boolean bothByAccount(Named now, Named before) {
    return now.account() != null && before.account() != null;
  }

  /** Ids of one kind are compared with each other, if there are two of a kind. */
  private Tie became(
      IndexedPoint from,
      IndexedPoint to,
      @Nullable IndexedPoint parentBefore,
      @Nullable IndexedPoint parentNow,
      boolean byAccount) {
    return byAccount || parentBefore == null || parentNow == null
        ? tie(Tie.Kind.CHANGED, from, to)
        : tie(Tie.Kind.CHANGED, parentBefore, parentNow);
  }

  /** No two user ids tell who moved: a point of its own stands for that human, until a user id does. */
  private void move(
      IndexedPoint from,
      IndexedPoint to,
      @Nullable IndexedPoint account,
      @Nullable IndexedPoint earlier)
      throws SQLException {
    Tie moved = tie(Tie.Kind.MOVED, from, to);
    IndexedPoint mover = moved.mover();
    if (tables.tie(moved, event)) {
      changed = true;
      see(from, mover, at.toEpochMilli() - 1);
      personOf(mover);
      see(to, mover, at.toEpochMilli());
      regroup(Set.of(from, to, mover));
    }
    for (IndexedPoint known : new IndexedPoint[] {account, earlier}) {
      if (known != null) {
        join(tie(Tie.Kind.SAME, mover, known));
      }
    }
  }

  private void weak(Named now) throws SQLException {
    weak(now.first(), now.phone());
    weak(now.account(), now.parent());
  }

  private void weak(@Nullable IndexedPoint one, @Nullable IndexedPoint other) throws SQLException {
    if (one != null && other != null && !one.equals(other)) {
      Tie tie = tie(Tie.Kind.WEAK, one, other);
      if (!tables.tied(tie) && tables.tie(tie, event)) {
        changed = true;
      }
    }
  }

  // ---- persons

  /** The person of an account, made if there is none. */
  private Person personOf(IndexedPoint account) throws SQLException {
    Optional<Person> known = rows.of(transaction, tenant, account);
    if (known.isPresent()) {
      return rows.current(transaction, known.get());
    }
    Person person = rows.create(transaction, tenant);
    rows.keep(transaction, person, account, at);
    return person;
  }

  /** Any fact about who was where can prove, or take back, who it was that moved without a user id. */
  private boolean regroupMoved(Named now, Named before) throws SQLException {
    Set<IndexedPoint> named = now.all();
    named.addAll(before.all());
    Set<IndexedPoint> touched = tables.moved(named);
    if (!touched.isEmpty()) {
      regroup(touched);
    }
    return !touched.isEmpty();
  }

  private void regroup(Set<IndexedPoint> touched) throws SQLException {
    Whereabouts known = around(touched);
    Set<IndexedPoint> accounts = new LinkedHashSet<>();
    for (IndexedPoint point : touched) {
      if (point.isPhone()) {
        known.tenures().at(point).forEach(sighting -> accounts.add(sighting.account()));
      } else {
        accounts.add(point);
      }
    }
    Set<Set<IndexedPoint>> humans = new LinkedHashSet<>();
    accounts.forEach(account -> humans.add(known.accounts(account)));
    for (Set<IndexedPoint> human : humans) {
      rows.regroup(transaction, tenant, human);
    }
  }

  /** Whom the event is about, with the points kept under that person. */
  private Optional<Person> person(Testimony testimony, Named now, Named before, boolean create)
      throws SQLException {
    boolean strong = testimony.grade() == Grade.STRONG;
    IndexedPoint account = now.first();
    if (account != null) {
      Optional<Person> known = rows.of(transaction, tenant, account);
      if (known.isEmpty() && !create && !before.any()) {
        return Optional.empty();
      }
      Person person = personOf(account);
      if (strong) {
        keep(person, testimony.points());
        if (before.any()) {
          keep(person, ofAccounts(testimony.previous()));
        }
      } else {
        keep(person, ofAccounts(testimony.points()));
      }
      return Optional.of(person);
    }
    if (now.phone() == null) {
      return Optional.empty();
    }
    return atPhone(testimony, now.phone(), create);
  }

  private static Set<ContactPoint> ofAccounts(Set<ContactPoint> points) {
    Set<ContactPoint> accounts = new LinkedHashSet<>(points);
    accounts.removeIf(point -> point instanceof ContactPoint.Phone);
    return accounts;
  }

  private Optional<Person> atPhone(Testimony testimony, IndexedPoint phone, boolean create)
      throws SQLException {
    Whereabouts known = around(Set.of(phone));
    Optional<IndexedPoint> owner = known.owner(phone, at);
    if (owner.isPresent() && !owner.get().isPhone()) {
      Optional<Person> person = personOf(known, owner.get());
      if (person.isPresent()) {
        keep(person.get(), testimony.points());
        return person;
      }
    }
    IndexedPoint place =
        owner.isPresent() && owner.get().isPhone() ? owner.get() : PointIndex.nobody(phone);
    Optional<Person> there = rows.of(transaction, tenant, place);
    if (there.isPresent() || !create) {
      if (there.isPresent() && place.isPhone()) {
        keep(rows.current(transaction, there.get()), testimony.points());
      }
      return there.isPresent()
          ? Optional.of(rows.current(transaction, there.get()))
          : Optional.empty();
    }
    Person person = rows.create(transaction, tenant);
    rows.keep(transaction, person, place, at);
    if (place.isPhone()) {
      keep(person, testimony.points());
    }
    return Optional.of(person);
  }

  /** The person of any account of a human. */
  Optional<Person> personOf(Whereabouts known, IndexedPoint human) throws SQLException {
    for (IndexedPoint account : known.accounts(human)) {
      Optional<Person> person = rows.of(transaction, tenant, account);
      if (person.isPresent()) {
        return Optional.of(rows.current(transaction, person.get()));
      }
    }
    return Optional.empty();
  }

  private void keep(Person person, Set<ContactPoint> points) throws SQLException {
    for (ContactPoint point : points) {
      IndexedPoint indexed = index.of(tenant, point);
      Optional<Person> under =
          indexed.isPhone() ? Optional.of(person) : rows.of(transaction, tenant, indexed);
      rows.keep(transaction, under.orElse(person), point, at);
    }
  }

  private Whereabouts around(Set<IndexedPoint> points) throws SQLException {
    return new Whereabouts(
        Gathering.around(transaction, tenant, points), PersonDirectory.QUARANTINE, trust);
  }

  private void say(What what, Grade grade, Person one, Optional<Person> other) {
    for (PersonWatcher watcher : watchers) {
      watcher.happened(transaction, what, grade, Optional.ofNullable(event), one, other);
    }
  }
}
