package io.waxseal.consent;

import io.waxseal.internal.sql.Sql;
import io.waxseal.message.Message;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One slot a stop for its one confirmation; the fence consumes it, so no crash or repetition sends a second. A slot is
 * good while the customer service window of the stop would be open, and for nothing but the words that confirm.
 */
final class Confirmations {
  private static final String OF_PERSON =
      " WHERE tenant = ? AND person = ? AND transmission IS NULL";
  private static final String GOOD = " AND owed_at > ?";

  private final Database database;
  private final Answers answers;
  private final Clock clock;

  Confirmations(Database database, Answers answers, Clock clock) {
    this.database = database;
    this.answers = answers;
    this.clock = clock;
  }

  /** The confirmation of a stop, or the question behind a doubtful one. */
  TextMessage message(ContactPoint to, Listener.Hearing hearing) {
    Optional<Locale> language = hearing.heard().language();
    boolean everything = hearing.scope().equals(Scopes.EVERYTHING);
    String words = hearing.doubtful()
        ? answers.question(language)
        : answers.confirmation(language, everything);
    return TextMessage.to(to, words).purpose(Scopes.STOP_CONFIRMATION);
  }

  /** Whether a message is a confirmation or the question, and nothing else. */
  boolean confirms(Message message) {
    return message instanceof TextMessage text
        && answers.all().stream()
            .anyMatch(
                words -> text.content().equals(TextMessage.to(text.to(), words).content()));
  }

  void owe(UUID event, Person person, Instant at) {
    database.inTransaction(tx -> Sql.update(
        tx,
        "INSERT INTO wx_consent_confirmation (event, tenant, person, owed_at) VALUES (?, ?, ?, ?) ON CONFLICT (event) DO NOTHING",
        event,
        person.tenant().id(),
        person.id(),
        at));
  }

  boolean owed(UUID event) {
    return database.inTransaction(tx -> Sql.count(
            tx,
            "SELECT COUNT(*) FROM wx_consent_confirmation WHERE event = ? AND transmission IS NULL"
                + GOOD,
            event,
            since())
        > 0);
  }

  boolean owedTo(Set<Person> identities) {
    return database.inTransaction(tx -> {
      for (Person person : identities) {
        if (Sql.count(
                tx,
                "SELECT COUNT(*) FROM wx_consent_confirmation" + OF_PERSON + GOOD,
                person.tenant().id(),
                person.id(),
                since())
            > 0) {
          return true;
        }
      }
      return false;
    });
  }

  /** Uses up all slots of the person, so that several stops before the first confirmation are confirmed once. */
  boolean consume(Set<Person> identities, UUID transmission) {
    return database.inTransaction(tx -> {
      int consumed = 0;
      for (Person person : identities) {
        consumed += Sql.update(
            tx,
            "UPDATE wx_consent_confirmation SET transmission = ?" + OF_PERSON + GOOD,
            transmission,
            person.tenant().id(),
            person.id(),
            since());
      }
      return consumed > 0;
    });
  }

  /** What a START has overtaken needs no confirmation any more. */
  void forgetUnused(Set<Person> identities) {
    database.useTransaction(tx -> {
      for (Person person : identities) {
        Sql.update(
            tx,
            "DELETE FROM wx_consent_confirmation" + OF_PERSON,
            person.tenant().id(),
            person.id());
      }
    });
  }

  private Instant since() {
    return clock.instant().minus(ServiceWindow.OPEN);
  }

  void forget(Person person) {
    database.inTransaction(tx -> Sql.update(
        tx,
        "DELETE FROM wx_consent_confirmation WHERE tenant = ? AND person = ?",
        person.tenant().id(),
        person.id()));
  }
}
