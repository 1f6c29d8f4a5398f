package io.waxseal;

import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import io.waxseal.audit.AuditEntry;
import io.waxseal.audit.AuditTrail;
import io.waxseal.guard.Guard;
import io.waxseal.guard.Wiring;
import io.waxseal.json.JsonObject;
import io.waxseal.message.Purposes;
import io.waxseal.message.Templates;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.PersonLink;
import io.waxseal.person.Vault;
import io.waxseal.send.SendGate;
import io.waxseal.send.TemplateCatalog;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.Inbox;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.WebhookElement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A host's database in the hands of a tool such as the command line: to upgrade it, to take links back, and to look after
 * events that were set aside. It has no
 * account, so it neither sends nor receives, and it declares no purpose. Several processes may have the database open
 * meanwhile, the host among them, as long as all are of one version. Thread-safe.
 *
 * <p>Guarantee: what is done to people here has the consequences that it has in the host, as far as the tool passes the
 * host's guards. Not guaranteed: what guards of the host do that are not passed, or a ledger that the host keeps elsewhere.
 */
public final class Upkeep {
  private final Wiring wiring;
  private final Inbox inbox;

  private Upkeep(Wiring wiring, Inbox inbox) {
    this.wiring = wiring;
    this.inbox = inbox;
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
    Inbox inbox = Inbox.on(database, clock);
    SendGate.requireTables(database, vault);
    Wiring wiring = new Wiring(
        List.of(),
        database,
        vault,
        Composition.people(database, vault, clock, identityTrust, trail),
        trail,
        clock,
        Purposes.standard(),
        TemplateCatalog.on(database, Templates.of()),
        new Watchers(List.of(guards)));
    for (Guard guard : guards) {
      guard.joined(wiring);
    }
    return new Upkeep(wiring, inbox);
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

  /**
   * Opens an event that is not handled yet, and records who looked and why: {@code inbox.shown} in the audit trail.
   *
   * @param tenant whose
   * @param event its id
   * @param by who looks
   * @param because why
   * @return all of it, unfiltered, as {@link Received#raw()} has it; empty if there is none, or it was handled, given up or
   *     erased, and then nothing is recorded
   * @throws io.waxseal.account.WaxsealException if its key or the database cannot be had
   */
  public Optional<JsonObject> show(Tenant tenant, UUID event, By by, Because because) {
    Optional<Inbox.Row> row = inbox.find(tenant, event);
    // no transaction is open while a key service is asked
    Optional<Opened> opened = row.map(
        kept -> wiring.vault().open(kept.owner(), AnswerHalf.context(event), kept.sealed()));
    if (opened.isEmpty() || opened.get() instanceof Opened.Erased) {
      return Optional.empty();
    }
    Opened.Plain plain = new Opened.Plain(opened.get().orThrow());
    JsonObject shown =
        Received.of(event, row.get().owner(), WebhookElement.restore(plain)).raw();
    wiring
        .database()
        .useTransaction(tx -> record(tx, "inbox.shown", row.get().owner(), event, by, because));
    return Optional.of(shown);
  }

  /**
   * Lets an event that was set aside be handled again, and records who did and why: {@code inbox.replayed}.
   *
   * @param tenant whose
   * @param event its id
   * @param by who wants it
   * @param because why
   * @return false if no event of this id is set aside; nothing is changed or recorded then
   */
  public boolean replay(Tenant tenant, UUID event, By by, Because because) {
    return change(inbox::retryParked, "inbox.replayed", tenant, event, by, because);
  }

  /**
   * Gives up an event that was set aside, and records who did and why: {@code inbox.discarded}.
   *
   * @param tenant whose
   * @param event its id
   * @param by who gives it up
   * @param because why
   * @return false if no event of this id is set aside; nothing is changed or recorded then
   */
  public boolean discard(Tenant tenant, UUID event, By by, Because because) {
    return change(inbox::discardParked, "inbox.discarded", tenant, event, by, because);
  }

  private interface Change {
    boolean make(Transaction transaction, Tenant tenant, UUID event);
  }

  private boolean change(
      Change change, String type, Tenant tenant, UUID event, By by, Because because) {
    return wiring.database().inTransaction(tx -> {
      Optional<Inbox.Row> row = inbox.find(tenant, event);
      boolean done = row.isPresent() && change.make(tx, tenant, event);
      if (done) {
        record(tx, type, row.get().owner(), event, by, because);
      }
      return done;
    });
  }

  private void record(
      Transaction transaction, String type, Person owner, UUID event, By by, Because because) {
    AuditEntry entry = AuditEntry.of(type, owner.tenant(), by)
        .with("event", event.toString())
        .with("ground", because.ground().name())
        .with("reference", because.reference());
    wiring.trail().record(transaction, owner.isUnnamed() ? entry : entry.about(owner));
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
