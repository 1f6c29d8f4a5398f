package io.waxseal.consent;

import io.waxseal.account.By;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.store.Transaction;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Stops that Meta reports by answering a send with error 131050. Source: Meta, Cloud API, error codes. */
final class PlatformStops {
  /** Meta's code for a message to somebody who stopped marketing. */
  static final int ERROR_CODE = 131050;

  private static final By META = By.system("meta.answer");
  private static final Evidence ANSWER =
      Evidence.statement("Meta answered a send with error " + ERROR_CODE);

  private PlatformStops() {}

  static void record(Desk desk, Transaction transaction, Person person, Set<ContactPoint> points) {
    Instant now = desk.wiring().clock().instant();
    ConsentEvent stop = new ConsentEvent(
        UUID.randomUUID(),
        person,
        ConsentEvent.Kind.STOPPED,
        Purposes.MARKETING,
        Cause.PLATFORM,
        now,
        now);
    new Wish(desk).record(transaction, stop, desk.points(person, points), ANSWER, META);
  }
}
