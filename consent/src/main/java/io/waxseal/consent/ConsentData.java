package io.waxseal.consent;

import io.waxseal.internal.sql.Sql;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import java.util.List;
import java.util.Set;

/** Ledger, evidence, window and confirmations of a person. The stops stay, as keyed hashes of contact points. */
final class ConsentData implements PersonalDataSource {
  private static final List<String> TABLES =
      List.of("wx_consent_window", "wx_consent_confirmation", CodeRequests.TABLE);

  private final Parts parts;

  ConsentData(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "consent";
  }

  @Override
  public Removed erase(Person person) {
    return parts.wiring().database().inTransaction(tx -> {
      long before = verifyGone(person);
      Set<ContactPoint> points = parts.wiring().people().points(person);
      parts.inFlight().lock(person.tenant(), points);
      parts.ledger().forget(tx, person, points);
      tx.afterCommit(() -> parts.inFlight().forget(person.tenant(), points));
      parts.window().forget(person);
      parts.confirmations().forget(person);
      new CodeRequests(parts.wiring()).forget(person);
      return new Removed(before);
    });
  }

  @Override
  public long verifyGone(Person person) {
    return parts.wiring().database().inTransaction(tx -> {
      long left = parts.ledger().held(tx, person);
      for (String table : TABLES) {
        left += Sql.count(
            tx,
            "SELECT COUNT(*) FROM " + table + " WHERE tenant = ? AND person = ?",
            person.tenant().id(),
            person.id());
      }
      return left;
    });
  }
}
