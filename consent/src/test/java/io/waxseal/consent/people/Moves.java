package io.waxseal.consent.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Changes of number that name phones but not both accounts. Each stands for a mover: an account nobody knows, who was at
 * the old phone just before and at the new one from then on. The same change told again within a day, as each number of a
 * business is told, is one mover.
 */
final class Moves {
  private static final long SAME = 24;

  private final Map<Phones, TreeSet<Long>> told = new TreeMap<>();
  private final Map<Phones, Map<Point, Long>> accounts = new HashMap<>();
  private final Map<Mover, Point> names = new HashMap<>();

  private record Phones(Point from, Point to) implements Comparable<Phones> {
    @Override
    public int compareTo(Phones other) {
      int first = from.compareTo(other.from);
      return first != 0 ? first : to.compareTo(other.to);
    }
  }

  /** Who moved between two phones, and when by the first word of it. */
  record Mover(Point from, Point to, long at) {}

  void add(Point from, Point to, long at) {
    if (!from.equals(to)) {
      told.computeIfAbsent(new Phones(from, to), key -> new TreeSet<>()).add(at);
    }
  }

  /** The change told at that time named an account beside the phones. */
  void name(Point from, Point to, long at, Point account) {
    if (!from.equals(to)) {
      accounts.computeIfAbsent(new Phones(from, to), key -> new HashMap<>()).put(account, at);
    }
  }

  /** The accounts that Meta named beside a move. */
  List<Point> accounts(Mover mover) {
    return accounts.getOrDefault(new Phones(mover.from(), mover.to()), Map.of()).entrySet().stream()
        .filter(named -> named.getValue() >= mover.at() && named.getValue() < mover.at() + SAME)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** All movers by name, with the sightings that they are. */
  Map<Point, Mover> movers() {
    Map<Point, Mover> all = new TreeMap<>();
    told.forEach((phones, times) -> {
      for (long first : firsts(times)) {
        Mover mover = new Mover(phones.from(), phones.to(), first);
        all.put(name(mover), mover);
      }
    });
    return all;
  }

  private Point name(Mover mover) {
    return names.computeIfAbsent(mover, key -> new Point(Point.Kind.MOVER, names.size() + 1));
  }

  private static List<Long> firsts(TreeSet<Long> times) {
    List<Long> firsts = new ArrayList<>();
    for (long at : times) {
      if (firsts.isEmpty() || at - firsts.get(firsts.size() - 1) >= SAME) {
        firsts.add(at);
      }
    }
    return firsts;
  }

  void forget(Mover mover) {
    Phones phones = new Phones(mover.from(), mover.to());
    TreeSet<Long> times = told.get(phones);
    if (times != null) {
      times.subSet(mover.at(), mover.at() + SAME).clear();
      accounts(mover).forEach(accounts.getOrDefault(phones, new HashMap<>())::remove);
    }
  }
}
