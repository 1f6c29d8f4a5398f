package io.waxseal.send;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.MalformedPayloadException;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.StoreException;
import io.waxseal.account.Tenant;
import io.waxseal.audit.AuditEntry;
import io.waxseal.audit.AuditTrail;
import io.waxseal.internal.http.GraphAnswer;
import io.waxseal.internal.http.GraphCall;
import io.waxseal.internal.http.GraphFault;
import io.waxseal.internal.http.GraphTransport;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonBoolean;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.store.Database;
import io.waxseal.webhook.MessageReceived;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells writers that their messages were read, and that somebody answers. It carries no words of the business and
 * answers somebody who wrote, so it needs no consent and no permit; it can name no recipient, only a message that was
 * received. Thread-safe. Source: Meta, Cloud API, mark messages as read, typing indicators.
 */
public final class ReadMarks {
  private static final String FIELD = "messages";

  private final GraphTransport graph;
  private final Map<PhoneNumberId, Account> accounts;
  private final Database database;
  private final PersonDirectory people;
  private final AuditTrail trail;

  ReadMarks(
      GraphTransport graph,
      Map<PhoneNumberId, Account> accounts,
      Database database,
      PersonDirectory people,
      AuditTrail trail) {
    this.graph = graph;
    this.accounts = accounts;
    this.database = database;
    this.people = people;
    this.trail = trail;
  }

  /**
   * Marks a message as read, and with it all earlier ones of the conversation.
   *
   * @param message a message that was received
   * @param by who read it
   * @return what became of it
   * @throws IllegalArgumentException if it came to a number that is not an account of ours
   * @throws IllegalStateException if this thread has a transaction open
   * @throws SecretUnavailableException if the token or the app secret cannot be had; Meta was not asked
   * @throws StoreException if it cannot be audited; Meta was not asked
   */
  public ReadMark markRead(MessageReceived message, By by) {
    return ask(message, by, "read.requested", read(message));
  }

  /**
   * Marks a message as read, as {@link #markRead}, and shows that an answer is being written: until it comes, for about
   * 25 seconds at most.
   *
   * @param message a message that was received
   * @param by who answers
   * @return what became of it
   * @throws IllegalArgumentException as {@link #markRead} throws it
   * @throws IllegalStateException as {@link #markRead} throws it
   * @throws SecretUnavailableException as {@link #markRead} throws it
   * @throws StoreException as {@link #markRead} throws it
   */
  public ReadMark showTyping(MessageReceived message, By by) {
    return ask(message, by, "typing.requested", typing(message));
  }

  static JsonObject typing(MessageReceived message) {
    JsonObject text = JsonObject.builder().put("type", "text").build();
    return read(message).with("typing_indicator", text);
  }

  static JsonObject read(MessageReceived message) {
    return JsonObject.builder()
        .put("messaging_product", "whatsapp")
        .put("status", "read")
        .put("message_id", message.id().value())
        .build();
  }

  private ReadMark ask(MessageReceived message, By by, String type, JsonObject body) {
    Objects.requireNonNull(by, "by");
    if (database.transactionOpen()) {
      throw new IllegalStateException(
          "a message cannot be marked as read inside a transaction; do it after the commit");
    }
    Account account = account(message);
    if (!message.field().equals(FIELD)) {
      return ReadMark.of(ReadMark.Outcome.NOT_ASKED);
    }
    // before the request: who marks what must be provable even if the process dies behind it
    record(account.tenant(), message.from(), by, type);
    String path = account.phoneNumberId().value() + "/" + FIELD;
    try {
      return outcome(
          graph.exchange(GraphCall.post(account, path, new OneShotBody(body.toBytes()))));
    } catch (IOException e) {
      return ReadMark.of(ReadMark.Outcome.UNDETERMINED);
    }
  }

  private Account account(MessageReceived message) {
    return message
        .to()
        .flatMap(number -> Optional.ofNullable(accounts.get(number)))
        .orElseThrow(() -> new IllegalArgumentException(
            "the message came to a number that is not an account of this WhatsApp"));
  }

  private void record(Tenant tenant, Set<ContactPoint> writer, By by, String type) {
    AuditEntry entry = AuditEntry.of(type, tenant, by);
    Optional<Person> person = writer.isEmpty() ? Optional.empty() : people.find(tenant, writer);
    database.useTransaction(tx -> trail.record(tx, person.map(entry::about).orElse(entry)));
  }

  private static ReadMark outcome(GraphAnswer answer) {
    if (answer.status() >= 200 && answer.status() < 300 && success(answer.body())) {
      return ReadMark.of(ReadMark.Outcome.DONE);
    }
    return Answer.read(answer.status(), answer.body(), new UUID(0, 0)) instanceof Failed failed
        ? new ReadMark(ReadMark.Outcome.REFUSED, failed.code(), failed.traceId())
        : ReadMark.of(ReadMark.Outcome.UNDETERMINED);
  }

  private static boolean success(byte[] body) {
    try {
      JsonCursor answer = JsonCursor.root(JsonValue.parse(body));
      return answer
              .object()
              .get("success")
              .filter(new JsonBoolean(true)::equals)
              .isPresent()
          && !GraphFault.isIn(answer);
    } catch (MalformedPayloadException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "ReadMarks";
  }
}
