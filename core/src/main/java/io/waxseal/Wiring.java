package io.waxseal;

import io.waxseal.account.Account;
import io.waxseal.audit.AuditTrail;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import java.time.Clock;
import java.util.List;

/**
 * What a guard may use. All of it is thread-safe and lives as long as the {@link WhatsApp} it belongs to.
 *
 * @param accounts the accounts
 * @param database the one database
 * @param vault seals and opens
 * @param people who is reached where
 * @param trail the audit trail
 * @param clock the time
 */
public record Wiring(
    List<Account> accounts,
    Database database,
    Vault vault,
    PersonDirectory people,
    AuditTrail trail,
    Clock clock) {
  @Override
  public String toString() {
    return "Wiring";
  }
}
