package io.waxseal.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A call between a person and a business number. It does nothing by itself: each webhook is made when asked for, in
 * any order and as often as wanted. Thread-safe; {@code toString} names nothing.
 *
 * @see SimulatedPerson#calls
 * @see SimulatedPerson#isCalled
 */
public final class SimulatedCall {
  private static final Set<String> STATUSES = Set.of("RINGING", "ACCEPTED", "REJECTED");
  private static final String SDP = "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";

  private final Envelope envelope;
  private final Account account;
  private final boolean byUser;
  private final String id;

  SimulatedCall(Envelope envelope, Account account, boolean byUser) {
    this.envelope = envelope;
    this.account = account;
    this.byUser = byUser;
    id = envelope.ids().call(envelope.seen(account).anyId());
  }

  /** {@return the id of the call, {@code wacid.…}} */
  public String id() {
    return id;
  }

  /**
   * Makes the webhook of the connection: an SDP offer of the person who calls, or the answer of the one called.
   *
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook connects() {
    Map<String, Object> call = event("connect");
    Map<String, Object> session = new LinkedHashMap<>();
    session.put("sdp_type", byUser ? "offer" : "answer");
    session.put("sdp", SDP);
    call.put("session", session);
    return sign(call);
  }

  /**
   * Makes the webhook of the end of a call that took place.
   *
   * @param talked how long it lasted, until now
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if it is negative
   */
  public SignedWebhook ends(Duration talked) {
    if (talked.isNegative()) {
      throw new IllegalArgumentException("talked must not be negative");
    }
    Map<String, Object> call = event("terminate");
    call.put("status", "COMPLETED");
    call.put("start_time", Long.toString(envelope.seconds() - talked.toSeconds()));
    call.put("end_time", envelope.timestamp());
    call.put("duration", talked.toSeconds());
    return sign(call);
  }

  /**
   * Makes the webhook of the end of a call that nobody answered.
   *
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook fails() {
    Map<String, Object> call = event("terminate");
    call.put("status", "FAILED");
    return sign(call);
  }

  /**
   * Makes the webhook of a status of a call that the business began.
   *
   * @param status {@code RINGING}, {@code ACCEPTED} or {@code REJECTED}
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if the status is another
   * @throws IllegalStateException if the person began the call
   */
  public SignedWebhook status(String status) {
    if (!STATUSES.contains(status)) {
      throw new IllegalArgumentException("status must be one of " + STATUSES);
    }
    if (byUser) {
      throw new IllegalStateException("only calls of the business have statuses");
    }
    Map<String, Object> element = new LinkedHashMap<>();
    element.put("id", id);
    element.put("type", "call");
    element.put("status", status);
    element.put("timestamp", envelope.timestamp());
    envelope
        .seen(account)
        .putIds(element, "recipient_id", "recipient_user_id", "recipient_parent_user_id");
    Map<String, Object> value = envelope.value();
    value.put("statuses", List.of(element));
    return envelope.sign("calls", value);
  }

  private Map<String, Object> event(String event) {
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("id", id);
    if (byUser) {
      envelope.heardFrom(account).putIds(call, "from", "from_user_id", "from_parent_user_id");
      call.put("to", envelope.displayPhoneNumber());
    } else {
      call.put("from", envelope.displayPhoneNumber());
      envelope.heardFrom(account).putIds(call, "to", "to_user_id", "to_parent_user_id");
    }
    call.put("event", event);
    call.put("timestamp", envelope.timestamp());
    call.put("direction", byUser ? "USER_INITIATED" : "BUSINESS_INITIATED");
    return call;
  }

  private SignedWebhook sign(Map<String, Object> call) {
    Map<String, Object> value = envelope.value();
    value.put("contacts", List.of(envelope.seen(account).contact()));
    value.put("calls", List.of(call));
    return envelope.sign("calls", value);
  }

  @Override
  public String toString() {
    return "SimulatedCall";
  }
}
