package io.waxseal.webhook;

import io.waxseal.person.ContactPoint;
import io.waxseal.person.Testimony;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All that differs from one kind of element to another. A row of the table {@link EventKinds}; whatever a row does not
 * say is empty: nobody, no words, no event of a class of its own.
 */
final class EventKind {
  private final Builder row;

  private EventKind(Builder row) {
    this.row = row;
  }

  static Builder row(String field, String list) {
    return new Builder(field, list);
  }

  String field() {
    return row.field;
  }

  String list() {
    return row.list;
  }

  /** The object or array in which the list lies; empty if it lies in the change itself. */
  String inside() {
    return row.inside;
  }

  /** What the name of its kind begins with; empty for the field. */
  String prefix() {
    return row.prefix;
  }

  /** The member whose word ends the name of its kind. */
  String word() {
    return row.word;
  }

  /** Whether the name of its kind says so if there is no such word. */
  boolean namesUnknown() {
    return !row.prefix.isEmpty();
  }

  /** The classes of its events, and which elements are read as which. */
  List<Shape> shapes() {
    return row.shapes;
  }

  /** Whether its events are messages. */
  boolean ofMessage() {
    return row.prefix.equals("message");
  }

  /**
   * Makes the event: of the class that the word of the element names; without a word, of the first one whose place the
   * element holds. Nothing deeper is read here.
   */
  WebhookEvent read(WebhookElement element) {
    String named = element.body().text(row.word).orElse("");
    List<Shape> fit = row.shapes.stream()
        .filter(shape -> shape.word().isEmpty() || shape.word().equals(named))
        .toList();
    if (fit.isEmpty() && named.isEmpty()) {
      fit = row.shapes.stream().filter(shape -> !shape.place().isEmpty()).toList();
      return holding(fit, element)
          .map(shape -> shape.read(element))
          .orElseGet(() -> unknown(element));
    }
    List<Shape> candidates = fit;
    return candidates.isEmpty()
        ? unknown(element)
        : holding(candidates, element).orElseGet(() -> candidates.get(0)).read(element);
  }

  private static Optional<Shape> holding(List<Shape> shapes, WebhookElement element) {
    return shapes.stream().filter(shape -> shape.hasPlace(element)).findFirst();
  }

  private WebhookEvent unknown(WebhookElement element) {
    return ofMessage()
        ? WireIds.message(element.body().id("id"))
            .<WebhookEvent>map(id -> new UnknownMessage(element, id))
            .orElseGet(() -> Unreadable.of(element, "id"))
        : new UnknownChange(element);
  }

  Set<ContactPoint> customer(Slice slice) {
    return row.customer.apply(slice);
  }

  List<Testimony> testimonies(Slice slice) {
    return row.testimonies.apply(slice);
  }

  List<Utterance> said(Slice slice) {
    return row.said.apply(slice);
  }

  boolean byCustomer(Slice slice) {
    return row.byCustomer.test(slice);
  }

  boolean opensWindow(Slice slice) {
    return row.opensWindow.test(slice);
  }

  Instant occurredAt(Slice slice) {
    return row.time.apply(slice);
  }

  Optional<String> dedupeKey(WebhookElement element) {
    return row.dedupeKey.apply(element);
  }

  /** The places that hold ids, times and enumerations of Meta's; all others may hold the words of a human. */
  Set<String> machinePlaces() {
    return row.machinePlaces;
  }

  /** The time in the element itself, else that of its delivery. */
  static Instant stamp(Slice slice) {
    return slice.body().time("timestamp").orElseGet(slice::around);
  }

  /** A row being written. */
  static final class Builder {
    private final String field;
    private final String list;
    private String inside = "";
    private String prefix = "";
    private String word = "event";
    private List<Shape> shapes = List.of();
    private Function<Slice, Set<ContactPoint>> customer = slice -> Set.of();
    private Function<Slice, List<Testimony>> testimonies = slice -> List.of();
    private Function<Slice, List<Utterance>> said = slice -> List.of();
    private Predicate<Slice> byCustomer = slice -> false;
    private Predicate<Slice> opensWindow = slice -> false;
    private Function<Slice, Instant> time = EventKind::stamp;
    private Function<WebhookElement, Optional<String>> dedupeKey = element -> Optional.empty();
    private Set<String> machinePlaces = Set.of();

    private Builder(String field, String list) {
      this.field = field;
      this.list = list;
    }

    Builder inside(String name) {
      inside = name;
      return this;
    }

    Builder name(String start, String member) {
      prefix = start;
      word = member;
      return this;
    }

    Builder classes(List<Shape> some) {
      shapes = List.copyOf(some);
      return this;
    }

    /** The one class of all its events. */
    Builder event(
        Class<? extends WebhookEvent> type,
        Function<WebhookElement, ? extends WebhookEvent> maker,
        String... needs) {
      return classes(List.of(new Shape(type, "", "", List.of(needs), maker)));
    }

    /** The one class of all its events, each of which holds an object that the event is read from. */
    Builder eventWith(
        String place,
        Class<? extends WebhookEvent> type,
        Function<WebhookElement, ? extends WebhookEvent> maker) {
      return classes(List.of(new Shape(type, "", place, List.of(), maker)));
    }

    /** The customer, and what the element says about her and nobody else. */
    Builder customer(Function<Slice, Set<ContactPoint>> names, Testimony.Grade grade) {
      customer = names;
      testimonies = slice -> Testimonies.of(names.apply(slice), grade);
      return this;
    }

    Builder customer(Function<Slice, Set<ContactPoint>> names) {
      customer = names;
      return this;
    }

    Builder testimonies(Function<Slice, List<Testimony>> says) {
      testimonies = says;
      return this;
    }

    Builder said(Function<Slice, List<Utterance>> words) {
      said = words;
      return this;
    }

    Builder byCustomer(Predicate<Slice> whether) {
      byCustomer = whether;
      return this;
    }

    Builder opensWindow(Predicate<Slice> whether) {
      opensWindow = whether;
      return this;
    }

    Builder time(Function<Slice, Instant> when) {
      time = when;
      return this;
    }

    Builder dedupeKey(Function<WebhookElement, Optional<String>> key) {
      dedupeKey = key;
      return this;
    }

    Builder machinePlaces(Set<String> places) {
      machinePlaces = places;
      return this;
    }

    EventKind build() {
      return new EventKind(this);
    }
  }
}
