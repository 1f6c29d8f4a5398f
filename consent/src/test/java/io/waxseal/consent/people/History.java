package io.waxseal.consent.people;

import io.waxseal.consent.people.World.Setting;
import io.waxseal.consent.people.World.Tenure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What happened and was told in one world. */
final class History {
  private static final int SHUFFLE = 7919;
  private static final int SLOTS = 13;

  private final long seed;
  private final Setting setting;
  private final int humans;
  private final List<Event> events;
  private final List<Integer> authors;
  private final List<Tenure> tenures;
  private final Map<Point, Integer> owners;

  History(
      long seed,
      Setting setting,
      int humans,
      List<Event> events,
      List<Integer> authors,
      List<Tenure> tenures,
      Map<Point, Integer> owners) {
    this.seed = seed;
    this.setting = setting;
    this.humans = humans;
    this.events = events;
    this.authors = authors;
    this.tenures = tenures;
    this.owners = owners;
  }

  long seed() {
    return seed;
  }

  Setting setting() {
    return setting;
  }

  int humans() {
    return humans;
  }

  /** As received; what comes in the same hour comes in any order. */
  List<Event> asReceived() {
    List<Event> order = new ArrayList<>(events);
    order.sort(Comparator.<Event>comparingLong(event -> event.received())
        .thenComparingInt(event -> event.id() * SHUFFLE % SLOTS));
    return order;
  }

  /** In another order altogether. */
  List<Event> shuffled() {
    List<Event> order = new ArrayList<>(events);
    Collections.shuffle(order, new Random(seed * 31 + 7));
    return order;
  }

  /** Every account there ever was, and every phone in both spellings. */
  Set<Point> points() {
    Set<Point> all = new TreeSet<>(owners.keySet());
    for (int phone = 0; phone < World.PHONES; phone++) {
      all.add(World.wire(phone));
      all.add(World.typed(phone));
    }
    return all;
  }

  int author(Event event) {
    return author(event.id());
  }

  int author(int event) {
    return authors.get(event);
  }

  /** Who had a phone at a time. */
  @Nullable
  Tenure tenure(Point phone, long at) {
    int number = (phone.number() - 1) % World.TYPED;
    for (Tenure tenure : tenures) {
      if (tenure.phone == number && tenure.covers(at)) {
        return tenure;
      }
    }
    return null;
  }

  /** The human a message to a point would reach; null for nobody. */
  @Nullable
  Integer receiver(Point point, long at) {
    if (!point.isPhone()) {
      return owners.get(point);
    }
    Tenure tenure = tenure(point, at);
    return tenure == null ? null : tenure.human;
  }
}
