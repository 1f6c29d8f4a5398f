package io.waxseal.consent.people;

import io.waxseal.consent.people.Event.Kind;
import io.waxseal.consent.people.World.Tenure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What true evidence ties together: accounts, and phones each in the tenure of one human. What is false, such as a merge of
 * two humans, ties nothing.
 */
final class Ties {
  private static final long ACCOUNT = -1;

  private final History history;
  private final Map<Node, Set<Node>> joined = new HashMap<>();
  private final Map<Node, Set<Node>> seen = new HashMap<>();
  private final Map<Node, Set<Node>> beside = new HashMap<>();
  private final Map<Node, Set<Node>> moved = new HashMap<>();

  /**
   * An account, or a phone as one human had it.
   *
   * @param from since when the human had the phone
   */
  record Node(Point point, long from) {
    private boolean isPhone() {
      return point.isPhone();
    }
  }

  Ties(History history) {
    this.history = history;
  }

  @Nullable
  Node node(@Nullable Point point, long at) {
    if (point == null) {
      return null;
    }
    if (!point.isPhone()) {
      return new Node(point, ACCOUNT);
    }
    Tenure tenure = history.tenure(point, at);
    return tenure == null ? null : new Node(point, tenure.from);
  }

  void learn(Event event) {
    Node account = node(event.account(), event.at());
    Node phone = node(event.phone(), event.at());
    switch (event.kind()) {
      case INBOUND, STOP, START, STATUS, CODE -> element(event, account, phone);
      case CHANGED -> {
        element(event, account, phone);
        Node old = node(event.other(), event.at());
        Node oldPhone = node(event.oldPhone(), event.at() - 1);
        tie(joined, old, account);
        together(old, oldPhone);
        if (event.isMove()) {
          add(moved, oldPhone, phone);
        }
      }
      case ALIAS -> tie(beside, phone, node(event.other(), event.at()));
      case WEAK -> tie(beside, account, node(event.other(), event.at()));
      case SPLIT -> split(account, event.other());
      default -> {}
    }
  }

  private void element(Event event, @Nullable Node account, @Nullable Node phone) {
    tie(joined, account, node(event.parent(), event.at()));
    together(account, phone);
  }

  private void together(@Nullable Node account, @Nullable Node phone) {
    tie(seen, account, phone);
    tie(beside, account, phone);
  }

  /** The host takes its word back; what was seen besides stays. */
  private void split(Node account, Point other) {
    for (Node end : List.copyOf(near(beside, account))) {
      if (end.point().equals(other) && !near(seen, account).contains(end)) {
        beside.get(account).remove(end);
        beside.get(end).remove(account);
      }
    }
  }

  private void tie(Map<Node, Set<Node>> map, @Nullable Node a, @Nullable Node b) {
    add(map, a, b);
    add(map, b, a);
  }

  private void add(Map<Node, Set<Node>> map, @Nullable Node from, @Nullable Node to) {
    if (from != null && to != null && human(from).equals(human(to))) {
      map.computeIfAbsent(from, key -> new HashSet<>()).add(to);
    }
  }

  private Integer human(Node node) {
    Integer human = history.receiver(node.point(), node.from());
    if (human == null) {
      throw new IllegalStateException("nobody at " + node);
    }
    return human;
  }

  private static Set<Node> near(Map<Node, Set<Node>> map, Node node) {
    return map.getOrDefault(node, Set.of());
  }

  private static Set<Node> close(Map<Node, Set<Node>> map, Set<Node> from) {
    Set<Node> all = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      Node one = open.pop();
      if (all.add(one)) {
        open.addAll(near(map, one));
      }
    }
    return all;
  }

  private Set<Node> step(Map<Node, Set<Node>> over, Set<Node> from) {
    Set<Node> all = new HashSet<>(from);
    from.forEach(node -> all.addAll(near(over, node)));
    return close(joined, all);
  }

  /**
   * Where a human must be left alone after a stop: at what it named, at what true evidence ties to that in two steps, and at
   * the phones of these. Moves are followed from what was named and from where it is one step away.
   */
  Set<Node> promised(Event stop) {
    Set<Node> named = new HashSet<>();
    stop.named().forEach(point -> {
      Node node = node(point, stop.at());
      if (node != null) {
        named.add(node);
      }
    });
    Set<Node> start = close(moved, close(joined, named));
    Set<Node> one = step(beside, start);
    Set<Node> onward = close(moved, one);
    onward.removeAll(one);
    Set<Node> all = step(beside, one);
    all.addAll(step(seen, onward));
    for (Node phone : step(beside, all)) {
      if (phone.isPhone()) {
        all.add(phone);
      }
    }
    return all;
  }

  Set<Node> accountsOf(Node account) {
    return close(joined, Set.of(account));
  }

  /** What Meta's word makes one human with a node: accounts, and the phones they were seen at, in each spelling. */
  Set<Node> same(Node node) {
    Set<Node> all = close(joined, node.isPhone() ? near(seen, node) : Set.of(node));
    List.copyOf(all).forEach(account -> all.addAll(near(seen, account)));
    all.add(node);
    for (Node phone : List.copyOf(all)) {
      if (phone.isPhone()) {
        near(beside, phone).stream().filter(Node::isPhone).forEach(all::add);
      }
    }
    return all;
  }

  /** Whether somebody was seen at a phone in this tenure. */
  boolean shown(Node phone) {
    return !near(seen, phone).isEmpty();
  }

  /** Whether an event from before an erasure names what was erased then. */
  boolean stale(Event event, Map<Node, Long> erased) {
    return Stream.of(
            event.account(),
            event.parent(),
            event.kind() == Kind.CHANGED ? event.other() : null,
            event.account() == null ? event.phone() : null)
        .map(point -> node(point, event.at()))
        .anyMatch(node -> node != null && erased.getOrDefault(node, Long.MIN_VALUE) >= event.at());
  }

  void forget(Set<Node> nodes) {
    for (Map<Node, Set<Node>> map : List.of(joined, beside, seen, moved)) {
      map.keySet().removeAll(nodes);
      map.values().forEach(others -> others.removeAll(nodes));
    }
  }
}
