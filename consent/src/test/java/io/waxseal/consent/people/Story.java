package io.waxseal.consent.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.consent.people.Event.Cause;
import io.waxseal.consent.people.Event.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A short history told by hand. Unless something in it is erased or split, each question is asked after every order of its
 * events, each told twice, and all answers must be the same.
 */
final class Story {
  static final int DAY = 24;

  private final List<Event> events = new ArrayList<>();
  private final Supplier<PersonModel> rules;
  private long now;

  private Story(Supplier<PersonModel> rules) {
    this.rules = rules;
  }

  /** A story for the strict model. */
  static Story strict() {
    return new Story(PersonModel::strict);
  }

  /** A story for the model that trusts a phone with one human for two years, as a default composition does. */
  static Story trusting() {
    return new Story(() -> PersonModel.trusting(2 * 365 * DAY));
  }

  Story seen(long at, Point... points) {
    return add(Kind.STATUS, at, points);
  }

  Story writes(long at, Point... points) {
    return add(Kind.INBOUND, at, points);
  }

  Story stops(long at, Point... points) {
    return add(Kind.STOP, at, points);
  }

  Story starts(long at, Point... points) {
    return add(Kind.START, at, points);
  }

  Story hostStops(long at, Point point) {
    return add(naming(Kind.STOP, at, point).cause(Cause.HOST));
  }

  Story hostResumes(long at, Point point) {
    return add(naming(Kind.START, at, point).cause(Cause.HOST));
  }

  Story agrees(long at, Point point) {
    return add(Kind.GRANT, at, point);
  }

  Story answer(long at, Point typed, Point wire) {
    return add(naming(Kind.ALIAS, at, typed).other(wire));
  }

  Story merged(long at, Point a, Point b) {
    return add(naming(Kind.WEAK, at, a).other(b));
  }

  Story split(long at, Point a, Point b) {
    return add(naming(Kind.SPLIT, at, a).other(b));
  }

  Story keyChanged(long at, Point phone) {
    return add(Kind.KEY, at, phone);
  }

  Story changed(long at, Point oldAccount, Point account) {
    return add(naming(Kind.CHANGED, at, account).other(oldAccount));
  }

  /** A change that names both phones, and whichever accounts come with them. */
  Story moved(long at, Point from, Point to, Point... account) {
    return add(naming(Kind.CHANGED, at, account).naming(to).oldPhone(from));
  }

  Story erased(long at, Point point) {
    return add(Kind.ERASE, at, point);
  }

  /** The last event comes that much later than it happened. */
  Story butLateBy(long hours) {
    Event last = events.remove(events.size() - 1);
    return add(last.received(last.at() + hours));
  }

  /** Nothing more happens until then. */
  Story until(long hour) {
    now = hour;
    return this;
  }

  private static Event naming(Kind kind, long at, Point... points) {
    Event event = Event.of(0, kind, at);
    for (Point point : points) {
      event = event.naming(point);
    }
    return event;
  }

  private Story add(Kind kind, long at, Point... points) {
    return add(naming(kind, at, points));
  }

  private Story add(Event event) {
    events.add(event.withId(events.size() + 1));
    now = Math.max(now, event.received());
    return this;
  }

  boolean mayMarket(Point point) {
    return ask(model -> model.mayMarket(point));
  }

  boolean mayReply(Point point) {
    return ask(model -> model.mayReply(point));
  }

  boolean onePerson(Point a, Point b) {
    return ask(model -> model.person(a) != null && model.person(a).equals(model.person(b)));
  }

  boolean somebody(Point point) {
    return ask(model -> model.person(point) != null);
  }

  private Boolean ask(Function<PersonModel, Boolean> question) {
    Set<Boolean> answers = new HashSet<>();
    if (events.stream().anyMatch(Story::orderCounts)) {
      answers.add(question.apply(tell(events, false)));
      answers.add(question.apply(tell(events, true)));
    } else {
      permute(new ArrayList<>(events), 0, order -> answers.add(question.apply(tell(order, true))));
    }
    assertThat(answers).as("answers in every order").hasSize(1);
    return answers.iterator().next();
  }

  private static boolean orderCounts(Event event) {
    return event.kind() == Kind.ERASE || event.kind() == Kind.SPLIT;
  }

  private PersonModel tell(List<Event> order, boolean twice) {
    PersonModel model = rules.get();
    for (Event event : order) {
      if (event.kind() == Kind.ERASE) {
        model.erase(event);
      } else {
        model.hear(event);
        if (twice) {
          model.hear(event);
        }
      }
    }
    model.clock(now);
    return model;
  }

  private static void permute(List<Event> order, int from, Consumer<List<Event>> told) {
    if (from == order.size()) {
      told.accept(order);
      return;
    }
    for (int i = from; i < order.size(); i++) {
      Collections.swap(order, from, i);
      permute(order, from + 1, told);
      Collections.swap(order, from, i);
    }
  }
}
