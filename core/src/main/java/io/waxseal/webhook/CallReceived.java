package io.waxseal.webhook;

import io.waxseal.account.PhoneNumberId;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.person.ContactPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A call with a customer began, ended, or left something behind. The kind names which: {@code calls.<event>}. */
public final class CallReceived extends AbstractEvent {
  CallReceived(WebhookElement element) {
    super(element);
  }

  /** {@return Meta's id of the call, the same for all its events} */
  public String id() {
    return body().id("id").orElseThrow();
  }

  /** {@return what happened: {@code connect}, {@code terminate}, or a word not known yet} */
  public String event() {
    return body().id("event").orElseThrow();
  }

  /** {@return the business number of the call} */
  public Optional<PhoneNumberId> number() {
    return element().phoneNumberId();
  }

  /** {@return all points at which Meta names the customer, whoever called} */
  public Set<ContactPoint> customer() {
    return element().points();
  }

  /** {@return whether the customer called; false if the business did, or if the event does not say} */
  public boolean byCustomer() {
    return body().text("direction").equals(Optional.of("USER_INITIATED"));
  }

  /** {@return how the media of the call are to flow, Session Description Protocol; told when the call begins} */
  public Optional<String> sdp() {
    return body().child("session").flatMap(session -> session.id("sdp"));
  }

  /** {@return whether {@link #sdp} is an {@code offer} or an {@code answer}} */
  public Optional<String> sdpType() {
    return body().child("session").flatMap(session -> session.id("sdp_type"));
  }

  /** {@return how it ended: {@code COMPLETED}, {@code FAILED}, or a word not known yet; told when it ends} */
  public Optional<String> status() {
    return body().id("status").or(() -> raw().text("status[0]"));
  }

  /** {@return when somebody picked up} */
  public Optional<Instant> startedAt() {
    return body().time("start_time");
  }

  /** {@return when it ended} */
  public Optional<Instant> endedAt() {
    return body().time("end_time");
  }

  /** {@return how long it was} */
  public Optional<Duration> duration() {
    return body()
        .integer("duration")
        .filter(seconds -> seconds >= 0 && seconds <= Integer.MAX_VALUE)
        .map(Duration::ofSeconds);
  }

  /** {@return what the business gave the button that the customer called with} */
  public Optional<String> payload() {
    return body().id("cta_payload").or(() -> body().id("deeplink_payload"));
  }

  /** {@return what the business wanted to see again, {@code biz_opaque_callback_data}} */
  public Optional<String> callbackData() {
    return body().id("biz_opaque_callback_data");
  }

  /** {@return the recording or transcript that can be downloaded now, if the event announces one} */
  public Optional<ReceivedMedia> media() {
    return Stream.of(child("call_recording", "audio"), child("call_transcript", "document"))
        .flatMap(part -> ReceivedMedia.in(number(), part).stream())
        .findFirst();
  }

  private Optional<JsonCursor> child(String outer, String inner) {
    return body().child(outer).flatMap(part -> part.child(inner));
  }

  /** {@return why it failed; mostly empty} */
  public List<ReceivedError> errors() {
    return ReceivedError.in(body());
  }
}
