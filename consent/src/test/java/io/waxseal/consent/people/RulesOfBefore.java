package io.waxseal.consent.people;

import io.waxseal.consent.people.Event.Cause;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The control: the rules as they were. Points seen together are one person for ever, whose grants, windows and stops are
 * those of all her points; statuses, changes of number and Meta's answers say nothing.
 */
final class RulesOfBefore implements Rules {
  private static final long NEVER = Long.MIN_VALUE;
  private static final long WINDOW = 24;

  private final Map<Point, Person> persons = new HashMap<>();
  private final Map<Point, EnumMap<Cause, Wish>> wishes = new HashMap<>();
  private final Set<Integer> heard = new HashSet<>();
  private int born;
  private long now;

  /** Who has points in common. */
  private static final class Person {
    private final int number;
    private final Set<Point> points = new LinkedHashSet<>();
    private final Set<Integer> records = new HashSet<>();
    private final Set<Long> inbounds = new HashSet<>();
    private boolean granted;

    private Person(int number) {
      this.number = number;
    }

    private void takeOver(Person other) {
      points.addAll(other.points);
      records.addAll(other.records);
      inbounds.addAll(other.inbounds);
      granted |= other.granted;
    }
  }

  /** The newest stop and the newest start at a point. */
  private record Wish(long stopped, long resumed) {
    private static final Wish NONE = new Wish(NEVER, NEVER);

    private boolean stops() {
      return stopped != NEVER && stopped >= resumed;
    }
  }

  @Override
  public void hear(Event event) {
    now = Math.max(now, event.received());
    if (!heard.add(event.id())) {
      return;
    }
    switch (event.kind()) {
      case INBOUND -> {
        Person person = link(event.named());
        person.inbounds.add(event.at());
        person.records.add(event.id());
      }
      case STOP -> {
        for (Point point : link(event.named()).points) {
          Wish old = wish(point, event.cause());
          set(point, event.cause(), new Wish(Math.max(old.stopped(), event.at()), old.resumed()));
        }
      }
      case START -> {
        Person person = link(event.named());
        person.records.add(event.id());
        for (Point point : person.points) {
          Wish old = wish(point, event.cause());
          set(point, event.cause(), new Wish(old.stopped(), Math.max(old.resumed(), event.at())));
        }
      }
      case CODE -> link(event.named());
      case GRANT -> {
        Person person = link(Set.of(event.key()));
        person.granted = true;
        person.records.add(event.id());
      }
      default -> {}
    }
  }

  @Override
  public void clock(long hour) {
    now = Math.max(now, hour);
  }

  private Person link(Set<Point> named) {
    TreeSet<Integer> numbers = new TreeSet<>();
    Map<Integer, Person> known = new HashMap<>();
    for (Point point : named) {
      Person person = persons.get(point);
      if (person != null) {
        numbers.add(person.number);
        known.put(person.number, person);
      }
    }
    Person into = numbers.isEmpty() ? new Person(++born) : known.get(numbers.first());
    for (Person other : known.values()) {
      if (other != into) {
        into.takeOver(other);
      }
    }
    into.points.addAll(named);
    into.points.forEach(point -> persons.put(point, into));
    if (named.size() > 1) {
      spread(into);
    }
    return into;
  }

  private void spread(Person person) {
    for (Cause cause : Cause.values()) {
      long newest = NEVER;
      for (Point point : person.points) {
        if (wish(point, cause).stops()) {
          newest = Math.max(newest, wish(point, cause).stopped());
        }
      }
      if (newest != NEVER) {
        for (Point point : person.points) {
          set(point, cause, new Wish(Math.max(newest, wish(point, cause).stopped()), NEVER));
        }
      }
    }
  }

  private Wish wish(Point point, Cause cause) {
    return wishes.getOrDefault(point, new EnumMap<>(Cause.class)).getOrDefault(cause, Wish.NONE);
  }

  private void set(Point point, Cause cause, Wish wish) {
    wishes.computeIfAbsent(point, key -> new EnumMap<>(Cause.class)).put(cause, wish);
  }

  private boolean stops(Point point) {
    return wishes.getOrDefault(point, new EnumMap<>(Cause.class)).values().stream()
        .anyMatch(Wish::stops);
  }

  @Override
  public Optional<Set<Integer>> erase(Event request) {
    now = Math.max(now, request.received());
    Person person = persons.get(request.key());
    if (person == null) {
      return Optional.empty();
    }
    spread(person);
    for (Point point : person.points) {
      persons.remove(point);
      if (!stops(point)) {
        wishes.remove(point);
      }
    }
    return Optional.of(person.records);
  }

  private boolean stopped(Point point) {
    Person person = persons.get(point);
    return stops(point) || person != null && person.points.stream().anyMatch(this::stops);
  }

  @Override
  public boolean mayMarket(Point point) {
    Person person = persons.get(point);
    return person != null && person.granted && !stopped(point);
  }

  @Override
  public boolean mayReply(Point point) {
    Person person = persons.get(point);
    return person != null
        && !stopped(point)
        && person.inbounds.stream().anyMatch(at -> at > now - WINDOW && at <= now);
  }

  @Override
  public @Nullable Point person(Point point) {
    Person person = persons.get(point);
    return person == null ? null : new Point(Point.Kind.NOBODY, person.number);
  }

  @Override
  public boolean knows(Point point) {
    return persons.containsKey(point);
  }
}
