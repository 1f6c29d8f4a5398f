package io.waxseal;

import io.waxseal.account.By;
import io.waxseal.audit.AuditEntry;
import io.waxseal.audit.AuditTrail;
import io.waxseal.person.Person;
import io.waxseal.person.PersonWatcher;
import io.waxseal.person.Testimony.Grade;
import io.waxseal.store.Transaction;
import java.util.Optional;
import java.util.UUID;

/** Writes every join, split and move of persons into the audit trail. */
final class IdentityTrail implements PersonWatcher {
  private static final By SELF = By.system("waxseal.identity");

  private final AuditTrail trail;

  IdentityTrail(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public void happened(
      Transaction transaction,
      What what,
      Grade grade,
      Optional<UUID> event,
      Person one,
      Optional<Person> other) {
    AuditEntry empty = AuditEntry.of(what.type(), one.tenant(), SELF);
    AuditEntry entry = about(empty, what, one).with("grade", grade.name());
    if (event.isPresent()) {
      entry = entry.with("event", event.get().toString());
    }
    if (other.isPresent()) {
      entry = entry.with("other", other.get().id().toString());
    }
    trail.record(transaction, entry);
  }

  private static AuditEntry about(AuditEntry entry, What what, Person one) {
    if (one.isUnnamed()) {
      return entry;
    }
    // the key of whoever is being erased is gone already
    return what == What.UNATTRIBUTED ? entry.aboutErased(one) : entry.about(one);
  }
}
