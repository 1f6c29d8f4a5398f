package io.waxseal.send;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.account.MessageId;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonValue;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Recipient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads what Meta answered to a send. Only an answer that says so counts as a yes or a no; a gateway's page does not.
 * Source: Meta, Cloud API, error codes.
 */
final class Answer {
  /** Codes Meta calls temporary; the caller may send again later. */
  private static final Set<Integer> TEMPORARY =
      Set.of(1, 2, 4, 17, 613, 80007, 130429, 131000, 131016, 131056, 131057, 133004);

  /** Codes by which Meta says that it does not know either; behind a 5xx it may have taken the message. */
  private static final Set<Integer> UNKNOWN_ERROR = Set.of(1, 2, 131000);

  private static final Pattern TRACE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern WORD = Pattern.compile("[a-z_]{1,64}");
  private static final Guidance UNKNOWN = Guidance.of(
      "It is not known whether the message arrived. Do not send it again; its status will show.",
      "The answer was lost after the first byte; the status webhook settles the transmission in the journal.");
  private static final Guidance OTHER = Guidance.of(
      "WhatsApp did not accept the message.",
      "Meta refused it; look the code up in Meta's list of error codes.");
  private static final Map<Integer, Guidance> BY_CODE = Map.of(
      190,
      Guidance.of(
          "Messages cannot be sent now. Tell the administrators.",
          "The access token is expired or revoked; put a new one into its source."),
      131047,
      Guidance.of(
          "The customer wrote more than 24 hours ago. Use an approved template.",
          "The customer service window is closed; send a template."),
      131050,
      Guidance.of(
          "The customer has stopped marketing messages in WhatsApp. Do not send them again.",
          "The person stopped marketing; record the stop."),
      131026,
      Guidance.of(
          "The message cannot be delivered to this customer. Use another channel.",
          "The recipient is not on WhatsApp, uses an old client or has not accepted the terms."),
      131030,
      Guidance.of(
          "This customer's number is not one that tests may write to. Tell the administrators.",
          "The sending number is one for tests; add the recipient to its list of allowed numbers."),
      131056,
      Guidance.of(
          "Too many messages to this customer at once. Wait a minute.",
          "The pair rate limit is 1 message in 6 seconds; slow down for this recipient."),
      130429,
      Guidance.of(
          "Too many messages at once. Wait a minute.",
          "The number's throughput is reached; slow down."));

  /** Codes that Meta also gives for a number that it knows by another spelling. */
  private static final Set<Integer> SPELLING = Set.of(131026, 131030);

  private Answer() {}

  static SendResult read(int status, byte[] body, UUID transmission) {
    Optional<JsonCursor> root = parse(body);
    Optional<JsonCursor> error = root.flatMap(answer -> answer.child("error"));
    boolean gateways = status >= 500 || status == 408;
    if (error.isPresent()) {
      Failed failed = failed(status, error.get());
      return gateways && !decided(failed) ? undetermined(transmission) : failed;
    }
    if (status >= 200 && status < 300) {
      return root.flatMap(answer -> accepted(answer, transmission))
          .orElseGet(() -> undetermined(transmission));
    }
    // without Meta's own error a 5xx may be a gateway's, after Meta has taken the message
    return gateways ? undetermined(transmission) : new Failed(status, 0, "", false, OTHER);
  }

  /** How Meta spells the number that was sent to; empty if it names none, or several. */
  static Optional<ContactPoint> spelling(byte[] body) {
    List<JsonCursor> contacts =
        parse(body).map(answer -> answer.children("contacts")).orElseGet(List::of);
    return contacts.size() != 1
        ? Optional.empty()
        : contacts.get(0).id("wa_id").flatMap(ContactPoint::ofWaId);
  }

  /** A gateway in between can answer in JSON too; Meta's own errors carry a code and a trace. */
  private static boolean decided(Failed failed) {
    return failed.code() != 0
        && !failed.traceId().isEmpty()
        && !UNKNOWN_ERROR.contains(failed.code());
  }

  private static Optional<JsonCursor> parse(byte[] body) {
    try {
      return Optional.of(JsonCursor.root(JsonValue.parse(body)));
    } catch (MalformedPayloadException e) {
      return Optional.empty();
    }
  }

  private static Optional<SendResult> accepted(JsonCursor answer, UUID transmission) {
    List<JsonCursor> messages = answer.children("messages");
    if (messages.isEmpty()) {
      return Optional.empty();
    }
    JsonCursor message = messages.get(0);
    Optional<String> held = message
        .id("message_status")
        .filter(word -> WORD.matcher(word).matches() && !word.equals("accepted"));
    return message
        .id("id")
        .filter(id -> id.length() <= 512)
        .map(id -> new Accepted(new SendReceipt(transmission, new MessageId(id), held), List.of()));
  }

  private static Failed failed(int status, JsonCursor error) {
    int code = error
        .integer("code")
        .filter(value -> value >= 0 && value <= Integer.MAX_VALUE)
        .map(Long::intValue)
        .orElse(0);
    String trace =
        error.id("fbtrace_id").filter(id -> TRACE.matcher(id).matches()).orElse("");
    return new Failed(
        status, code, trace, TEMPORARY.contains(code), BY_CODE.getOrDefault(code, OTHER));
  }

  /** The result, with the advice to try another spelling where Meta may know the recipient's number by one. */
  static SendResult advised(SendResult result, SendRequest request) {
    return result instanceof Failed failed
            && SPELLING.contains(failed.code())
            && isSpelledInTwoWays(request)
        ? new Failed(
            failed.status(),
            failed.code(),
            failed.traceId(),
            failed.retryable(),
            withSpelling(failed.guidance()))
        : result;
  }

  private static boolean isSpelledInTwoWays(SendRequest request) {
    Recipient to = request.message().to();
    Set<ContactPoint> points = to instanceof ContactPoint point ? Set.of(point) : request.points();
    return points.stream()
        .anyMatch(point ->
            point instanceof ContactPoint.Phone phone && phone.spellings().size() > 1);
  }

  private static Guidance withSpelling(Guidance guidance) {
    return new Guidance(
        guidance.forAgent()
            + " WhatsApp may know the number by another spelling, which may be tried.",
        guidance.forDeveloper()
            + " Another spelling of the number may be tried, see ContactPoint.Phone.spellings().",
        guidance.alternative());
  }

  static SendResult undetermined(UUID transmission) {
    return new Undetermined(transmission, UNKNOWN);
  }

  static SendResult noConnection() {
    return new Failed(
        0,
        0,
        "",
        true,
        Guidance.of(
            "WhatsApp cannot be reached now. Try again in a moment.",
            "No connection to the Graph API; nothing of the message has left."));
  }
}
