package io.waxseal.webhook;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.WabaId;
import io.waxseal.internal.crypto.Digests;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Opened;
import io.waxseal.person.Testimony;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
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

  private final JsonObject tree;
  private final Slice slice;
  private final EventKind row;
  private final String field;
  private final Set<ContactPoint> points;
  private final WebhookEvent event;

  private WebhookElement(JsonObject tree) {
    this.tree = tree;
    slice = Slice.of(tree);
    row = EventKinds.of(slice.field(), slice.list());
    field = word(Optional.of(slice.field())).orElse(UNKNOWN);
    points = Collections.unmodifiableSet(new LinkedHashSet<>(row.customer(slice)));
    event = row.read(this);
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

  /** {@return the webhook field, such as {@code messages}} */
  public String field() {
    return field;
  }

  /** {@return the kind, as {@link WebhookEvent#kind} tells it} */
  public String kind() {
    Optional<String> word = word(slice.body().text(row.word()));
    return row.prefix().isEmpty()
        ? field + word.map(name -> "." + name).orElse("")
        : row.prefix() + "." + word.orElse(UNKNOWN);
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
    return WireIds.waba(slice.root().id("waba"));
  }

  /** {@return the business number it came to, if it is named} */
  public Optional<PhoneNumberId> phoneNumberId() {
    return WireIds.phoneNumber(slice.number());
  }

  /** {@return whether it names a business number, even one that is no id of Meta's} */
  public boolean namesPhoneNumberId() {
    return slice.number().isPresent();
  }

  /**
   * All points at which it names its customer.
   *
   * @return the points; empty if it names nobody, or several people. A message that reports a change of number or user id
   *     names the new ones, if it tells them; {@link #testimonies} tells the old ones too
   */
  public Set<ContactPoint> points() {
    return points;
  }

  /**
   * What it says about who is who: about its customer, and about others whom it names.
   *
   * @return one testimony for each person and each thing said; empty if it names nobody
   */
  public List<Testimony> testimonies() {
    List<Testimony> all = new ArrayList<>(row.testimonies(slice));
    all.addAll(Testimonies.unclaimed(slice));
    return List.copyOf(all);
  }

  /**
   * What its customer says to the business with it.
   *
   * @return each thing said, in the order of the document; empty for what the business says, for a reaction, a place or a
   *     picture without words
   */
  public List<Utterance> said() {
    return row.said(slice);
  }

  /** {@return whether a customer did this, so that a person may be created for it} */
  public boolean byCustomer() {
    return row.byCustomer(slice);
  }

  /**
   * Whether it opens the customer service window of 24 hours: a message to the business itself or a call of the customer.
   *
   * @return false for reactions, changes of earlier messages, messages of WhatsApp itself, preferences, echoes, history,
   *     groups, and what is said while an agent of Meta's holds the conversation
   */
  public boolean opensWindow() {
    return row.opensWindow(slice);
  }

  /** {@return whether an agent of Meta's holds the conversation; an answer would take it over} */
  public boolean standby() {
    return row.field().equals(EventKinds.STANDBY);
  }

  /** {@return when it happened by Meta's clock; when it arrived, if Meta did not say} */
  public Instant occurredAt() {
    return row.occurredAt(slice);
  }

  /**
   * What makes two deliveries the same event. It holds ids, so keep it as a blind index only.
   *
   * @return the id of a message; id, status and participant of a status; id and event of a call; else a hash of all of it
   *     but its arrival
   */
  public String dedupeKey() {
    return row.dedupeKey(this)
        .orElseGet(() -> "other\n"
            + HexFormat.of()
                .formatHex(Digests.sha256(tree.with("arrived", JsonNull.NULL).toBytes())));
  }

  /** {@return the tree everything is read from; {@link Received#raw} tells its members} */
  public JsonObject slice() {
    return tree;
  }

  /** {@return the tree as JSON, to be kept sealed} */
  public byte[] toBytes() {
    return tree.toBytes();
  }

  /** Whether its kind is one of messages. */
  boolean ofMessage() {
    return row.ofMessage();
  }

  JsonCursor body() {
    return slice.body();
  }

  /** Something that surrounds the element. */
  Optional<JsonCursor> around(String name) {
    return slice.root().child(name);
  }

  Optional<JsonCursor> contact() {
    return slice.contact();
  }

  WebhookElement mapText(UnaryOperator<String> f) {
    return mapText((names, text) -> f.apply(text));
  }

  WebhookElement mapText(BiFunction<List<String>, String, String> f) {
    return new WebhookElement(HumanText.map(row, tree, f));
  }

  @Override
  public String toString() {
    return "WebhookElement[" + kind() + "]";
  }
}
