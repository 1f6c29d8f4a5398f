package io.waxseal;

import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.audit.AuditEntry;
import io.waxseal.audit.AuditTrail;
import io.waxseal.guard.Guard;
import io.waxseal.guard.Wiring;
import io.waxseal.message.Purposes;
import io.waxseal.message.Templates;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.PersonLink;
import io.waxseal.person.Vault;
import io.waxseal.send.SendGate;
import io.waxseal.send.TemplateCatalog;
import io.waxseal.store.Database;
import io.waxseal.webhook.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * A host's database in the hands of a tool such as the command line: to upgrade it, and to take links back. It has no
 * account, so it neither sends nor receives, and it declares no purpose. Several processes may have the database open
 * meanwhile, the host among them, as long as all are of one version. Thread-safe.
 *
 * <p>Guarantee: what is done to people here has the consequences that it has in the host, as far as the tool passes the
 * host's guards. Not guaranteed: what guards of the host do that are not passed, or a ledger that the host keeps elsewhere.
 */
public final class Upkeep {
  private final Wiring wiring;

  private Upkeep(Wiring wiring) {
    this.wiring = wiring;
  }

  /**
   * Opens every store of a host's database, as {@link WhatsApp.Builder#build} does, and so upgrades them: the tables if
   * the database was opened to migrate, and in any case what an upgrade of the tables has left to be done with keys. That is
   * done row by row, may be broken off anywhere, and goes on when it is opened again. In a transaction of the caller's all of
   * it happens with that transaction, or not at all.
   *
   * @param database the database; {@link Database#migrating} upgrades the tables, {@link Database#existing} refuses older
   *     ones
   * @param vault the host's vault over this database
   * @param identityTrust as the host passes it to {@link WhatsApp.Builder#identityTrust}, else {@link
   *     PersonDirectory#STANDARD_TRUST}
   * @param guards the guards that the host has, as far as they keep something of people
   * @return the open database
   * @throws IllegalArgumentException if the trust is shorter than {@link PersonDirectory#QUARANTINE}
   * @throws io.waxseal.account.WaxsealException if a store cannot be opened or upgraded; what was done before stays done
   */
  public static Upkeep open(
      Database database, Vault vault, Duration identityTrust, Guard... guards) {
    Clock clock = Clock.systemUTC();
    AuditTrail trail = AuditTrail.on(database, vault, clock, List.of());
    Inbox.on(database, clock);
    SendGate.requireTables(database, vault);
    Wiring wiring = new Wiring(
        List.of(),
        database,
        vault,
        Composition.people(database, vault, clock, identityTrust, trail),
        trail,
        clock,
        Purposes.standard(),
        TemplateCatalog.on(database, Templates.of()));
    for (Guard guard : guards) {
      guard.joined(wiring);
    }
    return new Upkeep(wiring);
  }

  /** {@return who is reached where} */
  public PersonDirectory people() {
    return wiring.people();
  }

  /**
   * Takes a link back, as {@link PersonDirectory#unlink} does, and records who did it and why: {@code identity.unlinked} in
   * the audit trail, beside what is recorded of the link and of each stop that is written out.
   *
   * @param link the link, as {@link PersonDirectory#links} or {@link PersonDirectory#link} told it
   * @param by who takes it back
   * @param because why
   * @return whether it was in force; if not, nothing is changed or recorded
   */
  public boolean unlink(PersonLink link, By by, Because because) {
    return wiring.database().inTransaction(tx -> {
      boolean done = wiring.people().unlink(tx, link);
      if (done) {
        wiring.trail().record(tx, entry(link, by, because));
      }
      return done;
    });
  }

  private static AuditEntry entry(PersonLink link, By by, Because because) {
    AuditEntry entry = AuditEntry.of("identity.unlinked", link.one().tenant(), by)
        .with("link", link.id().toString())
        .with("kind", link.kind())
        .with("ground", because.ground().name())
        .with("reference", because.reference());
    return link.one().isUnnamed() ? entry : entry.about(link.one());
  }

  @Override
  public String toString() {
    return "Upkeep";
  }
}
