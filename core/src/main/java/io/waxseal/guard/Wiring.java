package io.waxseal.guard;

import io.waxseal.account.Account;
import io.waxseal.audit.AuditTrail;
import io.waxseal.message.Purposes;
import io.waxseal.message.Templates;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.Vault;
import io.waxseal.send.TemplateCatalog;
import io.waxseal.store.Database;
import java.time.Clock;
import java.util.List;

/**
 * What a guard may use. All of it is thread-safe and lives as long as the {@code WhatsApp} it belongs to.
 *
 * @param accounts the accounts
 * @param database the one database
 * @param vault seals and opens
 * @param people who is reached where
 * @param trail the audit trail
 * @param clock the time
 * @param purposes what the host sends for, with the purposes of the guards
 * @param templates what is known of the host's templates
 * @param watcher hands a signal on to the watchers of all guards
 */
public record Wiring(
    List<Account> accounts,
    Database database,
    Vault vault,
    PersonDirectory people,
    AuditTrail trail,
    Clock clock,
    Purposes purposes,
    TemplateCatalog templates,
    Watcher watcher) {
  /**
   * With the standard purposes, without a declared template, and with nobody who watches.
   *
   * @param accounts the accounts
   * @param database the one database
   * @param vault seals and opens
   * @param people who is reached where
   * @param trail the audit trail
   * @param clock the time
   */
  public Wiring(
      List<Account> accounts,
      Database database,
      Vault vault,
      PersonDirectory people,
      AuditTrail trail,
      Clock clock) {
    this(
        accounts,
        database,
        vault,
        people,
        trail,
        clock,
        Purposes.standard(),
        TemplateCatalog.on(database, Templates.of()),
        signal -> {});
  }

  @Override
  public String toString() {
    return "Wiring";
  }
}
