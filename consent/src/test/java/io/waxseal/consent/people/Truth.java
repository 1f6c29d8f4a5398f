package io.waxseal.consent.people;

import io.waxseal.consent.people.Event.Cause;
import io.waxseal.consent.people.Event.Kind;
import io.waxseal.consent.people.Ties.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells rules a history and compares each of their answers with the truth. */
final class Truth {
  private static final long NEVER = Long.MIN_VALUE;
  private static final long WINDOW = 24;
  private static final int NOW_AND_THEN = 5;

  private final History history;
  private final Rules rules;
  private final Ties ties;
  /** What erasures have left of the ties. */
  private final Ties live;

  private final List<Event> heard = new ArrayList<>();
  private final Set<Integer> ids = new HashSet<>();
  private final Map<Integer, Set<Node>> promised = new HashMap<>();
  private final Map<Integer, Map<Node, Long>> erased = new HashMap<>();
  private final EnumMap<Violation, String> found = new EnumMap<>(Violation.class);
  private boolean removed;
  private long now;
  private int allowed;

  private Truth(History history, Rules rules) {
    this.history = history;
    this.rules = rules;
    ties = new Ties(history);
    live = new Ties(history);
  }

  /**
   * What rules did wrong in a history.
   *
   * @param violations each kind once, with where it was found first
   * @param allowed how often an advertisement was allowed
   */
  record Verdict(Map<Violation, String> violations, int allowed) {}

  static Verdict judge(History history, Supplier<Rules> rules) {
    Rules told = rules.get();
    Truth truth = new Truth(history, told);
    truth.tell();
    if (!history.setting().removals()) {
      Rules otherwise = rules.get();
      history.shuffled().forEach(otherwise::hear);
      truth.compare(otherwise);
    }
    return new Verdict(truth.found, truth.allowed);
  }

  private void tell() {
    List<Event> events = history.asReceived();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      boolean removes = event.kind() == Kind.ERASE || event.kind() == Kind.SPLIT;
      if (removes) {
        look();
      }
      now = Math.max(now, event.received());
      if (event.kind() == Kind.ERASE) {
        erase(event);
      } else {
        hear(event);
      }
      if (ids.add(event.id())) {
        heard.add(event);
      }
      removed |= removes;
      if (removes || telling(event) || i == events.size() - 1 || i % NOW_AND_THEN == 0) {
        look();
      }
    }
  }

  private static boolean telling(Event event) {
    return switch (event.kind()) {
      case STOP, START, CHANGED -> true;
      default -> false;
    };
  }

  private void hear(Event event) {
    rules.hear(event);
    ties.learn(event);
    if (!live.stale(event, erased.getOrDefault(history.author(event), Map.of()))) {
      live.learn(event);
    }
  }

  // ---- stops, grants, windows

  private void look() {
    Map<Integer, Set<Node>> silent = silent();
    for (Point point : history.points()) {
      Integer human = history.receiver(point, now);
      boolean marketing = rules.mayMarket(point);
      allowed += marketing ? 1 : 0;
      if (human == null) {
        continue;
      }
      if (marketing) {
        Node node = ties.node(point, now);
        if (silent.getOrDefault(human, Set.of()).contains(node)) {
          found(removed ? Violation.STOP_LOST : Violation.STOP_IGNORED, point);
        }
        if (!agreed(human, node)) {
          found(Violation.GRANT_OF_ANOTHER, point);
        }
      }
      if (rules.mayReply(point) && !wrote(human)) {
        found(Violation.WINDOW_OF_ANOTHER, point);
      }
    }
  }

  /** Where each human is to be left alone. What was once promised is not taken back but by a start. */
  private Map<Integer, Set<Node>> silent() {
    Map<Integer, Set<Node>> silent = new HashMap<>();
    for (Event stop : heard) {
      int human = history.author(stop);
      if (stop.kind() == Kind.STOP && stop.at() >= started(human, stop.cause())) {
        Set<Node> kept = promised.computeIfAbsent(stop.id(), id -> new HashSet<>());
        kept.addAll(ties.promised(stop));
        silent.computeIfAbsent(human, key -> new HashSet<>()).addAll(kept);
      }
    }
    return silent;
  }

  private long started(int human, Cause cause) {
    return heard.stream()
        .filter(event ->
            event.kind() == Kind.START && event.cause() == cause && history.author(event) == human)
        .mapToLong(Event::at)
        .max()
        .orElse(NEVER);
  }

  /** A grant from before an erasure may be used only where nobody could tie it to who was erased. */
  private boolean agreed(int human, @Nullable Node target) {
    Map<Node, Long> gone = erased.getOrDefault(human, Map.of());
    for (Event grant : heard) {
      if (grant.kind() == Kind.GRANT && history.author(grant) == human) {
        Long when = gone.get(ties.node(grant.key(), grant.at()));
        if (when == null || grant.at() > when || !gone.containsKey(target)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean wrote(int human) {
    return heard.stream()
        .anyMatch(event -> event.kind() == Kind.INBOUND
            && history.author(event) == human
            && event.at() > now - WINDOW);
  }

  // ---- erasure

  private void erase(Event request) {
    int human = history.author(request);
    Optional<Set<Integer>> gone = rules.erase(request);
    if (gone.isEmpty()) {
      return;
    }
    for (int id : gone.get()) {
      if (history.author(id) != human && couldBeKnown(id)) {
        found(Violation.RECORD_OF_ANOTHER_ERASED, request.key());
      }
    }
    Node node = ties.node(request.key(), request.at());
    if (node == null) {
      throw new IllegalStateException("nobody asked for " + request);
    }
    if (!request.key().isPhone() && leavesOwn(node)) {
      found(Violation.OWN_RECORD_LEFT, request.key());
    }
    Set<Node> same = live.same(node);
    Map<Node, Long> nodes = erased.computeIfAbsent(human, key -> new HashMap<>());
    same.forEach(one -> nodes.put(one, request.at()));
    live.forget(same);
  }

  /** Whether evidence shows whose a record was: by account, or somebody was seen at the phone in that tenure. */
  private boolean couldBeKnown(int id) {
    Event record = heard.stream().filter(event -> event.id() == id).findFirst().orElseThrow();
    if (record.account() != null) {
      return true;
    }
    int phone = (record.key().number() - 1) % World.TYPED;
    Node node = live.node(World.wire(phone), record.at());
    return node != null && live.shown(node);
  }

  private boolean leavesOwn(Node account) {
    Set<Node> hers = live.accountsOf(account);
    return heard.stream()
        .anyMatch(event -> (event.kind() == Kind.GRANT || event.kind() == Kind.INBOUND)
            && event.account() != null
            && hers.contains(live.node(event.account(), event.at()))
            && rules.knows(event.account()));
  }

  // ---- order

  private void compare(Rules otherwise) {
    Map<Point, Point> names = new HashMap<>();
    for (Point point : history.points()) {
      Point here = rules.person(point);
      Point there = otherwise.person(point);
      boolean same = rules.mayMarket(point) == otherwise.mayMarket(point)
          && rules.mayReply(point) == otherwise.mayReply(point)
          && (here == null) == (there == null)
          && (here == null || there.equals(names.computeIfAbsent(here, key -> there)));
      if (!same) {
        found(Violation.ORDER_MATTERS, point);
      }
    }
  }

  private void found(Violation violation, Point point) {
    found.putIfAbsent(violation, "seed " + history.seed() + " at " + point + " hour " + now);
  }
}
