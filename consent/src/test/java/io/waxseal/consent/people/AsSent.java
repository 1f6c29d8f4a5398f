package io.waxseal.consent.people;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The model as the rules of a send see it: a typed start is a message too, and purposes say which stop stops answers. */
final class AsSent implements Rules {
  private static final int HEARD_TOO = 500_000;

  private final PersonModel model;

  AsSent(PersonModel model) {
    this.model = model;
  }

  @Override
  public void hear(Event event) {
    model.hear(event);
    if (event.kind() == Event.Kind.START && event.cause() == Event.Cause.KEYWORD) {
      model.hear(event.withId(event.id() + HEARD_TOO).of(Event.Kind.INBOUND));
    }
  }

  @Override
  public Optional<Set<Integer>> erase(Event request) {
    return model.erase(request);
  }

  @Override
  public boolean mayMarket(Point point) {
    return model.mayMarket(point);
  }

  @Override
  public boolean mayReply(Point point) {
    return model.mayAnswer(point);
  }

  @Override
  public @Nullable Point person(Point point) {
    return model.person(point);
  }

  @Override
  public void clock(long hour) {
    model.clock(hour);
  }

  /** Stores make a person for whoever says something, not for whoever is only seen. */
  @Override
  public boolean knows(Point point) {
    return model.hasRecords(point);
  }
}
