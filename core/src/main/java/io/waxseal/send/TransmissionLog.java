package io.waxseal.send;

import io.waxseal.account.Account;
import io.waxseal.account.Tenant;
import io.waxseal.audit.AuditEntry;
import io.waxseal.audit.AuditTrail;
import io.waxseal.internal.log.Thrown;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import io.waxseal.store.TransactionUse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down in journal and trail how far a transmission has come: the intent, the departure, for which the fences are
 * asked in the same transaction, and the outcome.
 */
final class TransmissionLog {
  private static final Logger LOG = LoggerFactory.getLogger(TransmissionLog.class);
  private static final Refused INTENT_GONE = Refused.because(
      Reason.INTENT_GONE,
      Guidance.of(
          "The message was not sent because the customer's data was just erased.",
          "The intent is no longer in the journal; no byte leaves without one."));

  private final Database database;
  private final PersonDirectory people;
  private final JdbcJournal journal;
  private final AuditTrail trail;

  TransmissionLog(
      Database database, PersonDirectory people, JdbcJournal journal, AuditTrail trail) {
    this.database = database;
    this.people = people;
    this.journal = journal;
    this.trail = trail;
  }

  Person intend(SendRequest request, UUID transmission) {
    Account account = request.account();
    return database.inTransaction(tx -> {
      Person person = recipient(tx, request);
      Optional<IndexedPoint> point = request.group().isPresent()
          ? Optional.empty()
          : Optional.of(people.index(account.tenant(), request.address()));
      journal.intend(tx, transmission, account, person, point, request.message());
      return person;
    });
  }

  /** A group is several people, so what is written down of a message to it is about nobody. */
  private Person recipient(Transaction transaction, SendRequest request) {
    Tenant tenant = request.account().tenant();
    if (request.group().isPresent()) {
      return Person.unnamed(tenant);
    }
    return request
        .person()
        .orElseGet(() -> people.findOrCreate(
            transaction, tenant, Set.of(request.address()), LinkEvidence.ASSERTED_BY_HOST));
  }

  /** Runs with the connection open and nothing written: the last moment at which no is possible. */
  Optional<Refused> depart(Permit permit) {
    try {
      database.useTransaction(tx -> {
        for (Fence fence : permit.judgement().fences()) {
          refuse(fence.ask(tx, permit.transmission()));
        }
        if (!journal.sending(tx, permit.transmission())) {
          refuse(Optional.of(INTENT_GONE));
        }
        // no byte leaves without an entry, whatever becomes of this process
        trail.record(tx, entry("send.started", permit));
      });
      return Optional.empty();
    } catch (DepartureRefused e) {
      return Optional.of(e.refusal);
    } catch (Exception | Error e) {
      LOG.error("a message is refused at the fence, which failed: {}", Thrown.named(e));
      return Optional.of(Outage.refusal(e));
    }
  }

  private static void refuse(Optional<Refused> refusal) {
    if (refusal.isPresent()) {
      throw new DepartureRefused(refusal.get());
    }
  }

  /**
   * Writes the outcome down: into the journal, into the trail, and for the fences that granted, each by itself, so that
   * what fails for one is not lost for the others. Throws nothing, since the outcome at Meta stands; what is missing in
   * the journal a status settles, and marks of fences grow old.
   */
  void settle(Permit permit, SendResult result) {
    write(
        "journal",
        tx -> journal.settle(tx, permit.person().tenant(), permit.transmission(), result));
    write("trail", tx -> trail.record(tx, outcome(permit, result)));
    permit
        .spelling()
        .ifPresent(accepted -> write("spelling", tx -> {
          people.spelled(
              tx,
              permit.person().tenant(),
              permit.address(),
              accepted,
              permit.judgement().request().at());
        }));
    if (permit.granted()) {
      for (Fence fence : permit.judgement().fences()) {
        write("fence", tx -> fence.settled(tx, permit.transmission(), result));
      }
    }
  }

  private void write(String where, TransactionUse step) {
    try {
      database.useTransaction(step);
    } catch (Exception | Error e) {
      LOG.error("an outcome could not be written down ({}): {}", where, Thrown.named(e));
    }
  }

  private static AuditEntry outcome(Permit permit, SendResult result) {
    String word = JdbcJournal.state(result).name().toLowerCase(Locale.ROOT);
    AuditEntry entry = entry("send." + word, permit);
    return result instanceof Refused refused
        ? entry.with("reason", refused.reason().code())
        : entry;
  }

  private static AuditEntry entry(String type, Permit permit) {
    SendRequest request = permit.judgement().request();
    AuditEntry entry = AuditEntry.of(type, permit.person().tenant(), request.by())
        .about(permit.person())
        .with("transmission", permit.transmission().toString())
        .with("purpose", request.purpose().orElse(""))
        .with("kind", request.message().type());
    if (request.group().isPresent()) {
      entry = entry.with("audience", "group");
    }
    for (Reason basis : permit.judgement().basis()) {
      entry = entry.with("basis." + basis.code(), "");
    }
    Optional<String> override = request.message().despiteStop();
    if (override.isPresent()) {
      entry = entry.with("despite_stop", override.get());
    }
    Optional<String> why = request.by().justification();
    return why.isPresent() ? entry.with("justification", why.get()) : entry;
  }

  /** Carries a refusal out of the transaction, so that the marks of the fences that granted roll back. */
  private static final class DepartureRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refused refusal;

    DepartureRefused(Refused refusal) {
      super(refusal.reason().code(), null, false, false);
      this.refusal = refusal;
    }
  }
}
