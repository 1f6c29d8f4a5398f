package io.waxseal.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The WhatsApp Business app on the phone of a business whose number is on the Cloud API as well: what it does in the
 * conversation with one person. Thread-safe; {@code toString} names nothing.
 *
 * @see SimulatedPerson#businessApp
 */
public final class BusinessApp {
  /**
   * One message of the past.
   *
   * @param byPerson whether the person wrote it, else the business
   * @param content what was sent
   * @param at when
   */
  public record Line(boolean byPerson, Content content, Instant at) {
    @Override
    public String toString() {
      return "Line[" + content + "]";
    }
  }

  private final Supplier<Account> account;
  private final Envelope envelope;

  BusinessApp(Supplier<Account> account, Envelope envelope) {
    this.account = account;
    this.envelope = envelope;
  }

  /**
   * Makes the webhook of a message sent by the app, an echo.
   *
   * @param content what is sent
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook sends(Content content) {
    Seen person = envelope.seen(account.get());
    Map<String, Object> echo = new LinkedHashMap<>();
    echo.put("from", envelope.displayPhoneNumber());
    person.putIds(echo, "to", "to_user_id", "to_parent_user_id");
    echo.put("id", envelope.ids().outgoing(person.anyId()));
    echo.put("timestamp", envelope.timestamp());
    content.putInto(echo, envelope.displayPhoneNumber());
    Map<String, Object> value = envelope.value();
    value.put("contacts", List.of(person.contact()));
    value.put("message_echoes", List.of(echo));
    return envelope.sign("smb_message_echoes", value);
  }

  /**
   * Makes the webhook of the synchronised history: one thread with the person. Threads of several people are put into
   * one body by {@link Simulator#batch}.
   *
   * @param lines the messages, oldest first
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook history(List<Line> lines) {
    Seen person = envelope.seen(account.get());
    List<Object> messages = new ArrayList<>();
    for (Line line : lines) {
      messages.add(past(person, line));
    }
    Map<String, Object> context = new LinkedHashMap<>();
    person.putIds(context, "wa_id", "user_id", "parent_user_id");
    Map<String, Object> thread = new LinkedHashMap<>();
    if (person.phone() != null) {
      thread.put("id", person.phone());
    }
    thread.put("context", context);
    thread.put("messages", messages);
    Map<String, Object> progress = new LinkedHashMap<>();
    progress.put("phase", 0);
    progress.put("chunk_order", 1);
    progress.put("progress", 100);
    Map<String, Object> chunk = new LinkedHashMap<>();
    chunk.put("metadata", progress);
    chunk.put("threads", List.of(thread));
    Map<String, Object> value = envelope.value();
    value.put("history", List.of(chunk));
    return envelope.sign("history", value);
  }

  private Map<String, Object> past(Seen person, Line line) {
    Map<String, Object> message = new LinkedHashMap<>();
    if (line.byPerson()) {
      person.putIds(message, "from", "from_user_id", "from_parent_user_id");
      message.put("id", envelope.ids().inbound(person.anyId()));
    } else {
      message.put("from", envelope.displayPhoneNumber());
      person.putIds(message, "to", "to_user_id", "to_parent_user_id");
      message.put("id", envelope.ids().outgoing(person.anyId()));
    }
    message.put("timestamp", Long.toString(line.at().getEpochSecond()));
    line.content().putInto(message, envelope.displayPhoneNumber());
    message.put("history_context", Map.of("status", "READ"));
    return message;
  }

  /**
   * Makes the webhook of the person saved as a contact in the app's address book.
   *
   * @param fullName the name in the address book
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook savesContact(String fullName) {
    Map<String, Object> contact = new LinkedHashMap<>();
    contact.put("full_name", fullName);
    contact.put("first_name", fullName.split(" ", 2)[0]);
    envelope.seen(account.get()).putIds(contact, "phone_number", "user_id", "parent_user_id");
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("type", "contact");
    state.put("contact", contact);
    state.put("action", "add");
    state.put("metadata", Map.of("timestamp", envelope.timestamp()));
    Map<String, Object> value = envelope.value();
    value.put("state_sync", List.of(state));
    return envelope.sign("smb_app_state_sync", value);
  }

  @Override
  public String toString() {
    return "BusinessApp";
  }
}
