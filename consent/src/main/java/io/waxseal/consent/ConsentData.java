package io.waxseal.consent;

import io.waxseal.internal.sql.Sql;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import java.util.Set;

/** Ledger, evidence, window and confirmations of a person. The stops stay, as keyed hashes of contact points. */
final class ConsentData implements PersonalDataSource {
  private final Desk desk;

  ConsentData(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "consent";
  }

  @Override
  public Removed erase(Person person) {
    return desk.wiring().database().inTransaction(tx -> {
      long before = verifyGone(person);
      Set<ContactPoint> points = desk.wiring().people().points(person);
      desk.ledger().forget(tx, person, points);
      tx.afterCommit(() -> desk.inFlight().forget(person.tenant(), points));
      desk.window().forget(person);
      desk.confirmations().forget(person);
      return new Removed(before);
    });
  }

  @Override
  public long verifyGone(Person person) {
    return desk.wiring().database().inTransaction(tx -> {
      long left = desk.ledger().history(tx, person).size();
      for (String table : new String[] {"wx_consent_window", "wx_consent_confirmation"}) {
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
