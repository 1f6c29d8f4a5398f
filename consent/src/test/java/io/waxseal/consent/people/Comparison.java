package io.waxseal.consent.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells two kinds of rules the same and asks both: of a whole history now and then, of what is left while it is made
 * shorter after each event.
 */
final class Comparison {
  private static final int NOW_AND_THEN = 5;

  private final Supplier<? extends Rules> expected;
  private final Supplier<? extends Rules> actual;
  private long asked;

  Comparison(Supplier<? extends Rules> expected, Supplier<? extends Rules> actual) {
    this.expected = expected;
    this.actual = actual;
  }

  /** Where two kinds of rules differ, told as briefly as possible. */
  record Difference(List<Event> events, String what) {
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(what);
      events.forEach(event -> text.append("\n    ").append(event));
      return text.toString();
    }
  }

  long asked() {
    return asked;
  }

  /** The first difference of a history, with every event left out that it does not need. */
  Optional<Difference> of(List<Event> events, Set<Point> points) {
    return first(events, points, NOW_AND_THEN).map(difference -> shrink(difference, points));
  }

  /** The first difference of a history, told at length. */
  Optional<Difference> quick(List<Event> events, Set<Point> points) {
    return first(events, points, NOW_AND_THEN);
  }

  private Difference shrink(Difference difference, Set<Point> points) {
    Difference least = difference;
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      for (int i = least.events().size() - 1; i >= 0; i--) {
        List<Event> fewer = new ArrayList<>(least.events());
        fewer.remove(i);
        Optional<Difference> still = first(fewer, points, 1);
        if (still.isPresent()) {
          least = still.get();
          shorter = true;
          i = Math.min(i, least.events().size());
        }
      }
    }
    return least;
  }

  private Optional<Difference> first(List<Event> events, Set<Point> points, int every) {
    Rules model = expected.get();
    Rules stores = actual.get();
    for (int i = 0; i < events.size(); i++) {
      String what = tell(events.get(i), model, stores);
      boolean due = i % every == 0 || i == events.size() - 1 || removes(events.get(i));
      boolean before = i + 1 < events.size() && removes(events.get(i + 1));
      if (what == null && (due || before)) {
        what = ask(points, model, stores);
      }
      if (what != null) {
        return Optional.of(new Difference(events.subList(0, i + 1), what));
      }
    }
    return Optional.empty();
  }

  private static boolean removes(Event event) {
    return event.kind() == Event.Kind.ERASE || event.kind() == Event.Kind.SPLIT;
  }

  private static @Nullable String tell(Event event, Rules model, Rules stores) {
    if (event.kind() != Event.Kind.ERASE) {
      model.hear(event);
      stores.hear(event);
      return null;
    }
    model.clock(event.received());
    stores.clock(event.received());
    boolean here = model.person(event.key()) != null;
    boolean there = stores.person(event.key()) != null;
    if (!there && (!here || !model.knows(event.key()))) {
      return null;
    }
    if (here != there) {
      return differs("somebody to erase", event.key(), here, there);
    }
    boolean told = model.erase(event).isPresent();
    boolean did = stores.erase(event).isPresent();
    return told == did ? null : differs("erasure", event.key(), told, did);
  }

  private @Nullable String ask(Collection<Point> points, Rules model, Rules stores) {
    for (Point point : points) {
      asked++;
      boolean market = model.mayMarket(point);
      if (market != stores.mayMarket(point)) {
        return differs("marketing", point, market, !market);
      }
      boolean reply = model.mayReply(point);
      if (reply != stores.mayReply(point)) {
        return differs("reply", point, reply, !reply);
      }
    }
    return askWho(points, model, stores);
  }

  /** Names differ; that two points are one person, and that nobody can know, must not. Stores need not know anybody yet. */
  private static @Nullable String askWho(Collection<Point> points, Rules model, Rules stores) {
    List<Point> all = List.copyOf(points);
    List<Optional<Point>> here =
        all.stream().map(p -> Optional.ofNullable(model.person(p))).toList();
    List<Optional<Point>> there =
        all.stream().map(p -> Optional.ofNullable(stores.person(p))).toList();
    for (int i = 0; i < all.size(); i++) {
      if (here.get(i).isEmpty() && there.get(i).isPresent()) {
        return differs("somebody", all.get(i), false, true);
      }
      for (int k = 0; k < i; k++) {
        boolean same = here.get(i).isPresent() && here.get(i).equals(here.get(k));
        boolean also = there.get(i).equals(there.get(k));
        boolean strangers = there.get(i).isEmpty() && also;
        if (same != also && !strangers) {
          return differs("one person with " + all.get(k), all.get(i), same, also);
        }
      }
    }
    return null;
  }

  private static String differs(String what, Point point, boolean model, boolean stores) {
    return what + " at " + point + ": the model says " + model + ", the stores say " + stores;
  }
}
