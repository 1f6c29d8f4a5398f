package io.waxseal.person;

import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Sql;
import io.waxseal.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads what is known around some points, as far as it can matter to whose they are and to the stops that reach them: the
 * humans seen at them, their accounts and phones, one weak step from these, and the humans seen there. All by index; each
 * round is a few rows.
 */
final class Gathering {
  /** Nobody has so many accounts, and no phone so many holders, but by mistake or on purpose. */
  static final int MOST_ACCOUNTS = 32;

  private static final int MOST_POINTS = 600;

  private final Transaction transaction;
  private final Tenant tenant;
  private final Set<IndexedPoint> points = new LinkedHashSet<>();
  private final Set<IndexedPoint> tied = new LinkedHashSet<>();
  private final Set<IndexedPoint> phonesRead = new LinkedHashSet<>();
  private final Set<IndexedPoint> accountsRead = new LinkedHashSet<>();
  private final Map<List<IndexedPoint>, Sighting> sightings = new LinkedHashMap<>();
  private final Set<Tie> ties = new LinkedHashSet<>();
  private final Map<UUID, Set<IndexedPoint>> core = new HashMap<>();
  private final Map<UUID, Set<IndexedPoint>> beside = new HashMap<>();
  private final Map<UUID, Long> erasedAt = new LinkedHashMap<>();

  private Gathering(Transaction transaction, Tenant tenant) {
    this.transaction = transaction;
    this.tenant = tenant;
  }

  static Whereabouts.Found around(
      Transaction transaction, Tenant tenant, Collection<IndexedPoint> asked) throws SQLException {
    return new Gathering(transaction, tenant).read(asked);
  }

  private Whereabouts.Found read(Collection<IndexedPoint> asked) throws SQLException {
    Set<IndexedPoint> accounts = humansAt(asked);
    boolean complete = accounts.size() <= MOST_ACCOUNTS;
    if (complete) {
      Set<IndexedPoint> near = phonesOf(accounts);
      near.addAll(asked);
      readTies(near);
      near.addAll(spelledOrWeak(points));
      readTies(near);
      near.addAll(spelledOrWeak(near));
      readTies(near);
      Set<IndexedPoint> others = new LinkedHashSet<>(closure(accountsAt(near)));
      near.stream().filter(point -> !point.isPhone()).forEach(others::add);
      others = closure(others);
      complete = points.size() <= MOST_POINTS;
      if (complete) {
        readAccounts(others);
      }
    }
    List<Whereabouts.Grave> graves = new ArrayList<>();
    erasedAt.forEach((grave, at) -> graves.add(new Whereabouts.Grave(
        core.getOrDefault(grave, Set.of()), beside.getOrDefault(grave, Set.of()), at)));
    return new Whereabouts.Found(points, sightings.values(), ties, graves, complete);
  }

  /** The accounts asked for and those seen at the phones asked for, with all that are the same humans by Meta's word. */
  private Set<IndexedPoint> humansAt(Collection<IndexedPoint> asked) throws SQLException {
    Set<IndexedPoint> phones = new LinkedHashSet<>();
    Set<IndexedPoint> accounts = new LinkedHashSet<>();
    asked.forEach(point -> (point.isPhone() ? phones : accounts).add(point));
    int before = -1;
    while (phones.size() + accounts.size() > before && accounts.size() <= MOST_ACCOUNTS) {
      before = phones.size() + accounts.size();
      readTies(phones);
      for (Tie tie : List.copyOf(ties)) {
        if (phones.contains(tie.from()) || phones.contains(tie.to())) {
          addPhones(tie, phones, accounts);
        }
      }
      accounts.addAll(accountsAt(phones));
      accounts.addAll(closure(accounts));
      Set<IndexedPoint> theirs = phonesOf(accounts);
      readTies(theirs);
      for (Tie tie : List.copyOf(ties)) {
        if (tie.kind() == Tie.Kind.MOVED
            && (theirs.contains(tie.from()) || theirs.contains(tie.to()))) {
          addPhones(tie, phones, accounts);
        }
      }
    }
    return accounts;
  }

  private static void addPhones(Tie tie, Set<IndexedPoint> phones, Set<IndexedPoint> accounts) {
    if (tie.kind() == Tie.Kind.MOVED) {
      accounts.add(tie.mover());
    }
    if (tie.kind() == Tie.Kind.MOVED || tie.kind() == Tie.Kind.ALIAS) {
      phones.add(tie.from());
      phones.add(tie.to());
    }
  }

  /** The accounts that Meta's word ties to some, these among them. */
  private Set<IndexedPoint> closure(Set<IndexedPoint> accounts) throws SQLException {
    Set<IndexedPoint> all = new LinkedHashSet<>(accounts);
    int before = -1;
    while (all.size() > before && points.size() <= MOST_POINTS) {
      before = all.size();
      readTies(all);
      for (Tie tie : ties) {
        boolean joins = tie.kind() == Tie.Kind.CHANGED || tie.kind() == Tie.Kind.SAME;
        if (joins && (all.contains(tie.from()) || all.contains(tie.to()))) {
          all.add(tie.from());
          all.add(tie.to());
        }
      }
    }
    return all;
  }

  /** What is tied to points by spelling, by somebody's word or by a grave. */
  private Set<IndexedPoint> spelledOrWeak(Set<IndexedPoint> around) {
    Set<IndexedPoint> all = new LinkedHashSet<>();
    for (Tie tie : ties) {
      boolean near = tie.kind() == Tie.Kind.ALIAS || tie.kind() == Tie.Kind.WEAK;
      if (near && (around.contains(tie.from()) || around.contains(tie.to()))) {
        all.add(tie.from());
        all.add(tie.to());
      }
    }
    core.values().forEach(all::addAll);
    beside.values().forEach(all::addAll);
    return all;
  }

  private Set<IndexedPoint> phonesOf(Set<IndexedPoint> accounts) throws SQLException {
    readAccounts(accounts);
    Set<IndexedPoint> phones = new LinkedHashSet<>();
    for (Sighting sighting : sightings.values()) {
      if (accounts.contains(sighting.account())) {
        phones.add(sighting.phone());
      }
    }
    return phones;
  }

  private Set<IndexedPoint> accountsAt(Set<IndexedPoint> among) throws SQLException {
    Set<IndexedPoint> unread = new LinkedHashSet<>(among);
    unread.removeIf(point -> !point.isPhone());
    Set<IndexedPoint> phones = Set.copyOf(unread);
    unread.removeAll(phonesRead);
    phonesRead.addAll(unread);
    readSightings("phone", unread);
    Set<IndexedPoint> accounts = new LinkedHashSet<>();
    for (Sighting sighting : sightings.values()) {
      if (phones.contains(sighting.phone())) {
        accounts.add(sighting.account());
      }
    }
    return accounts;
  }

  private void readAccounts(Set<IndexedPoint> accounts) throws SQLException {
    Set<IndexedPoint> unread = new LinkedHashSet<>(accounts);
    unread.removeIf(IndexedPoint::isPhone);
    unread.removeAll(accountsRead);
    accountsRead.addAll(unread);
    readSightings("account", unread);
  }

  private void readSightings(String column, Set<IndexedPoint> unread) throws SQLException {
    if (unread.isEmpty()) {
      return;
    }
    points.addAll(unread);
    for (Sighting sighting : Sql.list(
        transaction,
        Gathering::sighting,
        "SELECT phone, account, account_kind, first_at, last_at FROM wx_person_sighting WHERE tenant = ? AND "
            + column + " IN (" + Sql.marks(unread.size()) + ")",
        values(unread))) {
      sightings.put(List.of(sighting.phone(), sighting.account()), sighting);
      points.add(sighting.phone());
      points.add(sighting.account());
    }
  }

  private static Sighting sighting(ResultSet row) throws SQLException {
    return new Sighting(
        IndexedPoint.of(IndexedPoint.Kind.PHONE, row.getBytes("phone")),
        IndexedPoint.of(
            IndexedPoint.Kind.of(row.getString("account_kind")), row.getBytes("account")),
        row.getLong("first_at"),
        row.getLong("last_at"));
  }

  private void readTies(Collection<IndexedPoint> wanted) throws SQLException {
    Set<IndexedPoint> unread = new LinkedHashSet<>(wanted);
    unread.removeAll(tied);
    if (unread.isEmpty()) {
      return;
    }
    tied.addAll(unread);
    points.addAll(unread);
    String marks = Sql.marks(unread.size());
    String columns =
        "SELECT kind, from_point, from_kind, to_point, to_kind, at FROM wx_person_link WHERE tenant = ? AND retracted_at IS NULL AND ";
    List<Object> bound = new ArrayList<>(List.of(values(unread)));
    bound.addAll(List.of(values(unread)));
    for (Tie tie : Sql.list(
        transaction,
        Gathering::tie,
        columns + "from_point IN (" + marks + ") UNION ALL " + columns + "to_point IN (" + marks
            + ")",
        bound.toArray())) {
      ties.add(tie);
      points.add(tie.from());
      points.add(tie.to());
    }
    readGraves(unread);
  }

  private static Tie tie(ResultSet row) throws SQLException {
    return new Tie(
        Tie.Kind.valueOf(row.getString("kind")),
        IndexedPoint.of(
            IndexedPoint.Kind.of(row.getString("from_kind")), row.getBytes("from_point")),
        IndexedPoint.of(IndexedPoint.Kind.of(row.getString("to_kind")), row.getBytes("to_point")),
        row.getLong("at"));
  }

  private void readGraves(Set<IndexedPoint> unread) throws SQLException {
    Set<UUID> graves = new LinkedHashSet<>(Sql.list(
        transaction,
        row -> Sql.uuid(row, "grave"),
        "SELECT grave FROM wx_person_grave WHERE tenant = ? AND point IN ("
            + Sql.marks(unread.size()) + ")",
        values(unread)));
    graves.removeAll(erasedAt.keySet());
    for (UUID grave : graves) {
      Sql.list(
          transaction,
          row -> {
            erasedAt.put(grave, row.getLong("erased_at"));
            IndexedPoint point =
                IndexedPoint.of(IndexedPoint.Kind.of(row.getString("kind")), row.getBytes("point"));
            points.add(point);
            return (row.getInt("core") == 1 ? core : beside)
                .computeIfAbsent(grave, one -> new LinkedHashSet<>())
                .add(point);
          },
          "SELECT point, kind, core, erased_at FROM wx_person_grave WHERE tenant = ? AND grave = ?",
          tenant.id(),
          grave);
    }
  }

  private Object[] values(Collection<IndexedPoint> bound) {
    List<Object> values = new ArrayList<>();
    values.add(tenant.id());
    bound.forEach(point -> values.add(point.index()));
    return values.toArray();
  }
}
