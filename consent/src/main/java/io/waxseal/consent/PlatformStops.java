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

  static void record(
      Parts parts, Transaction transaction, Person person, Set<ContactPoint> points) {
    Instant now = parts.wiring().clock().instant();
    ConsentEntry stop = new ConsentEntry(
        UUID.randomUUID(),
        person,
        ConsentEntry.Kind.STOPPED,
        Purposes.MARKETING,
        Cause.PLATFORM,
        now,
        now);
    new Wish(parts).record(transaction, stop, parts.points(person, points), ANSWER, META);
  }
}
