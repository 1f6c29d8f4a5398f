package io.waxseal.webhook;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.WabaId;
import io.waxseal.internal.crypto.Digests;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Opened;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One element of a delivery with its share of what surrounds it: its account's metadata and its person's contact. All
 * that is read from it is read from one tree, the {@link #slice}. Immutable.
 */
public final class WebhookElement {
  static final String UNKNOWN = "unknown";
  /** Words of the wire that become part of a kind, and so of logs and metrics; anything else could be text or a number. */
  private static final Pattern WORD = Pattern.compile("(?!.*\\d{5})[A-Za-z][A-Za-z0-9_-]{0,63}");

  private final JsonObject slice;
  private final JsonCursor root;
  private final String list;
  private final String field;
  private final JsonCursor body;
  private final Optional<JsonCursor> contact;
  private final Set<ContactPoint> points;
  private final WebhookEvent event;

  private WebhookElement(JsonObject slice) {
    this.slice = slice;
    root = JsonCursor.root(slice);
    list = root.text("list").orElse("");
    field = word(root.text("field")).orElse(UNKNOWN);
    body = root.child("element").orElseGet(() -> new JsonCursor("$.element", JsonObject.EMPTY));
    contact = root.child("contact");
    points = Collections.unmodifiableSet(Points.of(list, body, contact));
    event = read();
  }

  static WebhookElement of(JsonObject slice) {
    return new WebhookElement(slice);
  }

  /**
   * An element that was kept sealed and is opened again.
   *
   * @param opened what {@link #toBytes} gave, as the vault opened it
   * @return the element
   * @throws MalformedPayloadException if the bytes are something else
   */
  public static WebhookElement restore(Opened.Plain opened) {
    if (JsonValue.parse(opened.bytes()) instanceof JsonObject slice) {
      return of(slice);
    }
    throw new MalformedPayloadException("$", "a kept event is an object");
  }

  private WebhookEvent read() {
    if (isMessage()) {
      Optional<MessageId> id = WireIds.message(body.id("id"));
      if (id.isPresent()) {
        return message(id.get());
      }
    } else if (isStatus()) {
      Optional<MessageId> id = WireIds.message(body.id("id"));
      Optional<String> status = body.id("status");
      if (id.isPresent() && status.isPresent()) {
        return new StatusReceived(this, id.get(), new MessageStatus(status.get()));
      }
    } else if (isPreference() && body.id("value").isPresent()) {
      return new PreferenceReceived(
          this, body.text("category").orElse(""), body.id("value").orElseThrow());
    }
    return new UnknownChange(this);
  }

  private WebhookEvent message(MessageId id) {
    Optional<String> text = body.child("text").flatMap(part -> part.text("body"));
    boolean isText = body.text("type").equals(Optional.of("text"));
    return isText && text.isPresent()
        ? new TextReceived(this, id, text.get())
        : new UnknownMessage(this, id);
  }

  private boolean isMessage() {
    return field.equals("messages") && list.equals("messages");
  }

  private boolean isStatus() {
    return field.equals("messages") && list.equals("statuses");
  }

  private boolean isPreference() {
    return list.equals("user_preferences");
  }

  /** {@return the webhook field, such as {@code messages}} */
  public String field() {
    return field;
  }

  /** {@return the kind, as {@link WebhookEvent#kind} tells it} */
  public String kind() {
    if (isMessage()) {
      return "message." + word(body.text("type")).orElse(UNKNOWN);
    }
    if (isStatus()) {
      return "status." + word(body.text("status")).orElse(UNKNOWN);
    }
    if (isPreference()) {
      return "user_preferences." + word(body.text("value")).orElse(UNKNOWN);
    }
    return field + word(body.text("event")).map(name -> "." + name).orElse("");
  }

  private static Optional<String> word(Optional<String> text) {
    return text.filter(word -> WORD.matcher(word).matches());
  }

  /** {@return what happened} */
  public WebhookEvent event() {
    return event;
  }

  /** {@return the WhatsApp Business account it came from, if it is named} */
  public Optional<WabaId> waba() {
    return WireIds.waba(root.id("waba"));
  }

  /** {@return the business number it came to, if it is named} */
  public Optional<PhoneNumberId> phoneNumberId() {
    return WireIds.phoneNumber(
        root.child("metadata").flatMap(metadata -> metadata.id("phone_number_id")));
  }

  /** {@return whether it names a business number, even one that is no id of Meta's} */
  public boolean namesPhoneNumberId() {
    return root.child("metadata")
        .flatMap(metadata -> metadata.id("phone_number_id"))
        .isPresent();
  }

  /** {@return all points at which it names its customer; empty if it names nobody, or several people} */
  public Set<ContactPoint> points() {
    return points;
  }

  /** {@return whether a customer did this, so that a person may be created for it} */
  public boolean byCustomer() {
    return isMessage() || isPreference();
  }

  /** {@return when it happened by Meta's clock; when it arrived, if Meta did not say} */
  public Instant occurredAt() {
    return body.time("timestamp")
        .or(() -> root.time("time"))
        .or(() -> root.time("arrived"))
        .orElse(Instant.EPOCH);
  }

  /**
   * What makes two deliveries the same event. It holds ids, so keep it as a blind index only.
   *
   * @return the id of a message; id, status and participant of a status; else a hash of all of it but its arrival
   */
  public String dedupeKey() {
    if (event instanceof MessageReceived message) {
      return "message\n" + message.id().value();
    }
    if (event instanceof StatusReceived status) {
      return String.join(
          "\n",
          "status",
          status.id().value(),
          status.status().value(),
          body.text("type").orElse(""),
          participant());
    }
    return "other\n"
        + HexFormat.of()
            .formatHex(Digests.sha256(slice.with("arrived", JsonNull.NULL).toBytes()));
  }

  private String participant() {
    return body.id("recipient_participant_id")
        .or(() -> body.id("participant_recipient_id"))
        .or(() -> body.id("recipient_participant_user_id"))
        .or(() -> body.id("recipient_participant_parent_user_id"))
        .orElse("");
  }

  /** {@return the tree everything is read from; {@link Received#raw} tells its members} */
  public JsonObject slice() {
    return slice;
  }

  /** {@return the tree as JSON, to be kept sealed} */
  public byte[] toBytes() {
    return slice.toBytes();
  }

  JsonCursor body() {
    return body;
  }

  Optional<JsonCursor> contact() {
    return contact;
  }

  WebhookElement mapText(UnaryOperator<String> f) {
    return mapText((names, text) -> f.apply(text));
  }

  WebhookElement mapText(BiFunction<List<String>, String, String> f) {
    return new WebhookElement(HumanText.map(list, slice, f));
  }

  @Override
  public String toString() {
    return "WebhookElement[" + kind() + "]";
  }
}
