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
  /** Makes the event of an element; empty if the element does not have the shape of its kind. */
  interface Reader extends Function<WebhookElement, Optional<WebhookEvent>> {}

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

  Optional<WebhookEvent> read(WebhookElement element) {
    return row.reader.apply(element);
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
    private Reader reader = element -> Optional.empty();
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

    Builder reader(Reader makes) {
      reader = makes;
      return this;
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
