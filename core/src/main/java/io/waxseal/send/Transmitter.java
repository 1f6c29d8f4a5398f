package io.waxseal.send;

import io.waxseal.account.Account;
import io.waxseal.audit.AuditEntry;
import io.waxseal.audit.AuditTrail;
import io.waxseal.json.JsonObject;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what the rules allowed to the wire: serialises once, writes the intent down, asks the fences when the
 * connection is open, and writes down what became of it.
 */
final class Transmitter {
  private static final Logger LOG = LoggerFactory.getLogger(Transmitter.class);

  /** The kinds of points by which a person is addressed, best first. */
  private static final List<String> PREFERRED = List.of("phone", "bsuid", "parent_bsuid");

  private final Database database;
  private final PersonDirectory people;
  private final JdbcJournal journal;
  private final MessageTransport transport;
  private final AuditTrail trail;
  private final Clock clock;

  Transmitter(
      Database database,
      PersonDirectory people,
      JdbcJournal journal,
      MessageTransport transport,
      AuditTrail trail,
      Clock clock) {
    this.database = database;
    this.people = people;
    this.journal = journal;
    this.transport = transport;
    this.trail = trail;
    this.clock = clock;
  }

  SendResult transmit(RuleBook.Judgement judgement, UUID transmission) {
    SendRequest request = judgement.request();
    byte[] body = body(request, transmission);
    Permit permit = Permit.forBody(body, clock.instant());
    Person person = database.inTransaction(tx -> intend(tx, request, transmission));
    Passage passage = new Passage(() -> atTheFence(judgement, person, transmission, permit, body));
    SendResult result;
    try {
      result = transport.send(request.account(), transmission, body, passage);
    } catch (Exception | Error e) {
      // a secret source, the host's DNS: whatever throws, the passage knows whether a byte can have
      // left
      LOG.warn("a transmission ended with: {}", Outage.cause(e));
      result = ended(passage, transmission, e);
    }
    settle(judgement, person, transmission, result);
    return result;
  }

  private static SendResult ended(Passage passage, UUID transmission, Throwable e) {
    return passage.open()
        ? Answer.undetermined(transmission)
        : passage.refusal().orElseGet(() -> Outage.refusal(e));
  }

  private Person intend(Transaction transaction, SendRequest request, UUID transmission)
      throws SQLException {
    Account account = request.account();
    Person person = request.person().isPresent()
        ? request.person().get()
        : people.findOrCreate(
            transaction, account.tenant(), request.points(), LinkEvidence.ASSERTED_BY_HOST);
    journal.intend(transaction, transmission, account, person, request.message());
    return person;
  }

  /** Serialises the message, once; what is hashed, permitted and sent are these bytes. */
  private static byte[] body(SendRequest request, UUID transmission) {
    JsonObject.Builder body = JsonObject.builder()
        .put("messaging_product", "whatsapp")
        .put("recipient_type", "individual");
    ContactPoint to = address(request);
    if (to instanceof ContactPoint.Phone phone) {
      body.put("to", phone.value());
    } else {
      body.put("recipient", to.value());
    }
    request.message().content().members().forEach(body::put);
    body.put("biz_opaque_callback_data", JdbcJournal.callbackData(transmission));
    return body.build().toBytes();
  }

  /**
   * The point addressed; of a person the phone number, since it keeps the number visible to the business, and of several
   * the one seen last, since an earlier one may be a stranger's by now.
   */
  private static ContactPoint address(SendRequest request) {
    if (request.message().to() instanceof ContactPoint point) {
      return point;
    }
    ContactPoint best = request.points().iterator().next();
    for (ContactPoint point : request.points()) {
      if (PREFERRED.indexOf(point.field()) <= PREFERRED.indexOf(best.field())) {
        best = point;
      }
    }
    return best;
  }

  /** Runs with the connection open and nothing written: the last moment at which no is possible. */
  private Optional<Refused> atTheFence(
      RuleBook.Judgement judgement, Person person, UUID transmission, Permit permit, byte[] body) {
    if (permit.burn(body, clock.instant()) != Permit.State.GOOD) {
      return Optional.of(Refused.because(
          Reason.PERMIT_EXPIRED,
          Guidance.of(
              "The message was not sent because connecting took too long. Try again.",
              "The permit lives " + Permit.LIFE.toSeconds()
                  + " seconds and is good for one body once.")));
    }
    try {
      database.inTransaction(tx -> {
        for (Fence fence : judgement.fences()) {
          Optional<Refused> refusal = fence.ask(tx, transmission);
          if (refusal.isPresent()) {
            throw new FenceRefused(refusal.get());
          }
        }
        journal.sending(tx, transmission);
        // no byte leaves without an entry, whatever becomes of this process
        trail.record(tx, entry("send.started", judgement, person, transmission));
        return Boolean.TRUE;
      });
      return Optional.empty();
    } catch (FenceRefused e) {
      return Optional.of(e.refusal);
    } catch (Exception e) {
      LOG.error("a message is refused at the fence, which failed: {}", Outage.cause(e));
      return Optional.of(Outage.refusal(e));
    }
  }

  private void settle(
      RuleBook.Judgement judgement, Person person, UUID transmission, SendResult result) {
    try {
      database.inTransaction(tx -> {
        for (Fence fence : judgement.fences()) {
          fence.settled(tx, transmission, result);
        }
        journal.settle(tx, person.tenant(), transmission, result);
        return Boolean.TRUE;
      });
      database.inTransaction(tx -> {
        String word = JdbcJournal.state(result).name().toLowerCase(Locale.ROOT);
        AuditEntry entry = entry("send." + word, judgement, person, transmission);
        if (result instanceof Refused refused) {
          entry = entry.with("reason", refused.reason().code());
        }
        trail.record(tx, entry);
        return Boolean.TRUE;
      });
    } catch (Exception e) {
      // the outcome at Meta stands whether or not it can be written down; a status webhook settles
      // the journal later
      LOG.error("the outcome of a transmission could not be written down: {}", Outage.cause(e));
    }
  }

  private static AuditEntry entry(
      String type, RuleBook.Judgement judgement, Person person, UUID transmission) {
    SendRequest request = judgement.request();
    AuditEntry entry = AuditEntry.of(type, person.tenant(), request.by())
        .about(person)
        .with("transmission", transmission.toString())
        .with("purpose", request.purpose().orElse(""))
        .with("kind", request.message().type());
    for (Reason basis : judgement.basis()) {
      entry = entry.with("basis." + basis.code(), "");
    }
    return entry;
  }

  /** Carries a fence's refusal out of the transaction, so that the marks of its neighbours roll back. */
  private static final class FenceRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refused refusal;

    FenceRefused(Refused refusal) {
      super(refusal.reason().code(), null, false, false);
      this.refusal = refusal;
    }
  }
}
