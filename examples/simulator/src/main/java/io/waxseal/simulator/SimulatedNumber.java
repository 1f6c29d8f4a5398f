package io.waxseal.simulator;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A business phone number while the simulator runs: what customers send to it, what goes wrong with what it sends, and
 * how much it may send. Thread-safe; {@code toString} names only Meta's id.
 */
public final class SimulatedNumber {
  private final Simulator simulator;
  private final Script script;
  private final Envelope envelope;
  private final Inbound inbound;
  private final Statuses statuses;
  private final Meter meter;
  private final List<ReadReceipt> readReceipts = new CopyOnWriteArrayList<>();

  SimulatedNumber(Envelope envelope, Simulator simulator, Script script, Meter meter) {
    this.envelope = envelope;
    this.simulator = simulator;
    this.script = script;
    this.meter = meter;
    this.inbound = new Inbound(envelope);
    this.statuses = new Statuses(envelope, meter.pricing());
  }

  /** {@return Meta's id of the number} */
  public String id() {
    return envelope.phoneNumberId();
  }

  /** {@return the app it belongs to} */
  public SimulatedApp app() {
    return envelope.app();
  }

  /**
   * Lets this number's next message fail; see {@link Script#failNext(Failure)}.
   *
   * @param failure what is to happen
   * @return this number
   */
  public SimulatedNumber failNext(Failure failure) {
    script.failNext(failure);
    return this;
  }

  /**
   * Lets this number's next messages fail; see {@link Script#failNext(int, Failure)}.
   *
   * @param messages how many, 1 or more
   * @param failure what is to happen
   * @return this number
   */
  public SimulatedNumber failNext(int messages, Failure failure) {
    script.failNext(messages, failure);
    return this;
  }

  /**
   * Lets every message of this number fail until {@link #recover}.
   *
   * @param failure what is to happen
   * @return this number
   */
  public SimulatedNumber failAlways(Failure failure) {
    script.failAlways(failure);
    return this;
  }

  /**
   * Forgets what was scripted for this number.
   *
   * @return this number
   */
  public SimulatedNumber recover() {
    script.recover();
    return this;
  }

  /**
   * Changes how much this number may send; what it has sent so far counts no longer.
   *
   * @param limits the limits
   * @return this number
   */
  public SimulatedNumber limits(Limits limits) {
    meter.limits(Objects.requireNonNull(limits, "limits"));
    return this;
  }

  /**
   * Has the number check identity keys or not, which is off at first. While it does, webhooks tell the hash of the
   * customer's key, and a message that names another in {@code recipient_identity_key_hash} is accepted and then fails
   * with 137000. A person has another key after {@link SimulatedPerson#changesDevice}.
   *
   * @param on whether it checks
   * @return this number
   */
  public SimulatedNumber identityChecks(boolean on) {
    envelope.identityChecks(on);
    return this;
  }

  /**
   * Makes the webhook of a text message a customer writes to this number, with a new message id at each call.
   *
   * @param customer the customer's phone number; or, for a customer whose phone is hidden, the business-scoped user
   *     id, such as {@code US.13491208655302741918}: the webhook then has no {@code wa_id} and no {@code from}
   * @param profileName the customer's profile name, repeated in later webhooks about the same customer
   * @param text the text, as it is
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if {@code customer} is neither
   */
  public SignedWebhook customerWrites(String customer, String profileName, String text) {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(profileName, "profileName");
    Objects.requireNonNull(text, "text");
    Account account = envelope.people().find(customer);
    account.owner().name(profileName);
    return inbound.message(
        inbound.seen(customer), Content.text(text), account.owner().heldByAgent(id()));
  }

  /**
   * Makes the webhook of a customer who stops or resumes marketing messages of this number.
   *
   * @param customer the customer's phone number or business-scoped user id, as in {@link #customerWrites}
   * @param value {@code stop} or {@code resume}
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if one of the two has another form
   */
  public SignedWebhook preference(String customer, String value) {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(value, "value");
    return inbound.preference(inbound.seen(customer), value);
  }

  /** {@return the read marks of this number, oldest first; a copy} */
  public List<ReadReceipt> readReceipts() {
    return List.copyOf(readReceipts);
  }

  /** {@return what was charged to this number so far} */
  public Charges charges() {
    return meter.pricing().charges();
  }

  /**
   * Says how the next accepted message is priced; several are used up in the order given. Both words are open.
   *
   * @param category the value of {@code pricing.category}, such as {@code authentication_international}
   * @param type the value of {@code pricing.type}, such as {@code regular}
   * @return this number
   */
  public SimulatedNumber pricesNext(String category, String type) {
    meter.pricing().next(new Price(Once.filled("category", category), Once.filled("type", type)));
    return this;
  }

  /**
   * Sets how many service messages are free in a month of UTC. Default: 1,000, as Meta says since October 2026.
   *
   * @param messages how many, 0 or more
   * @return this number
   * @throws IllegalArgumentException if it is negative
   */
  public SimulatedNumber freeServiceMessages(int messages) {
    if (messages < 0) {
      throw new IllegalArgumentException("messages must not be negative");
    }
    meter.pricing().freeAMonth(messages);
    return this;
  }

  /**
   * Returns a group of this number.
   *
   * @param id its id, which is no phone number
   * @return the group
   */
  public SimulatedGroup group(String id) {
    return new SimulatedGroup(Once.filled("id", id), envelope);
  }

  /**
   * Makes the webhook of an error that belongs to no message, in {@code errors} of the field {@code messages}.
   *
   * @param code such as 131035
   * @param title the error text
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook error(int code, String title) {
    Map<String, Object> value = envelope.value();
    value.put("errors", List.of(GraphError.scripted(400, code, title).toWebhook()));
    return envelope.sign("messages", value);
  }

  /** {@return the requests addressed to this number so far, oldest first} */
  public RequestLog requests() {
    return simulator.requests().toNumber(id());
  }

  /** {@return the messages of this number accepted so far, oldest first; a copy} */
  public List<AcceptedMessage> accepted() {
    return simulator.accepted().stream()
        .filter(message -> message.numberId().equals(id()))
        .toList();
  }

  String displayPhoneNumber() {
    return envelope.displayPhoneNumber();
  }

  Envelope envelope() {
    return envelope;
  }

  Inbound inbound() {
    return inbound;
  }

  Statuses statuses() {
    return statuses;
  }

  void read(ReadReceipt receipt) {
    readReceipts.add(receipt);
  }

  void forgetAll() {
    readReceipts.clear();
    meter.pricing().forgetAll();
  }

  Meter meter() {
    return meter;
  }

  @Override
  public String toString() {
    return "SimulatedNumber[" + id() + "]";
  }
}
