package io.waxseal.send;

import io.waxseal.account.ErrorCode;
import io.waxseal.account.ErrorKind;
import io.waxseal.account.MalformedPayloadException;
import io.waxseal.account.MessageId;
import io.waxseal.internal.http.GraphFault;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Recipient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Meta answered to a send. Only an answer that says so counts as a yes or a no; a gateway's page does not.
 * Source: Meta, Cloud API, error codes.
 */
final class Answer {
  /** An error without a code; 0 is one of Meta's. */
  private static final int NO_CODE = -1;

  private static final int REQUEST_TIMEOUT = 408;
  private static final JsonCursor NOTHING = JsonCursor.root(JsonObject.builder().build());

  private static final Pattern TRACE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern WORD = Pattern.compile("[a-z_]{1,64}");
  private static final Guidance UNKNOWN = Guidance.of(
      "It is not known whether the message arrived. Do not send it again; its status will show.",
      "The answer was lost after the first byte; the status webhook settles the transmission in the journal.");
  static final Guidance SECRET_OF_ANOTHER_APP = Guidance.of(
      ErrorKind.AUTHENTICATION.forAgent(),
      "The app secret is not that of the token's app; give the account both from the same app.");

  private static final int INVALID = 100;
  private static final int WRONG_COUNT = 132000;

  /** The two counts in Meta's words; nothing else of them is kept, since they may quote values. */
  private static final Pattern COUNTS =
      Pattern.compile("\\((\\d{1,3})\\)[^()]{1,100}\\((\\d{1,3})\\)");

  /** Codes that Meta also gives for a number that it knows by another spelling. */
  private static final Set<Integer> SPELLING = Set.of(131026, 131030);

  private Answer() {}

  static SendResult read(int status, byte[] body, UUID transmission) {
    return read(status, body, Optional.empty(), transmission);
  }

  /** Reads an answer; {@code pause} is what its header Retry-After says. */
  static SendResult read(int status, byte[] body, Optional<Duration> pause, UUID transmission) {
    Optional<JsonCursor> root = parse(body);
    boolean yes = status >= 200 && status < 300;
    boolean no = status >= 300 && status < 500 && status != REQUEST_TIMEOUT;
    boolean denied = root.filter(GraphFault::isIn).isPresent();
    if (yes && !denied) {
      return root.flatMap(answer -> accepted(answer, transmission))
          .orElseGet(() -> undetermined(transmission));
    }
    if (root.filter(Answer::namesMessages).isPresent() && !(no && denied)) {
      // it says both: whoever took it for a no might send the message twice
      return undetermined(transmission);
    }
    Failed failed = failed(status, root.flatMap(answer -> answer.child("error")), pause);
    // a gateway can make an error too, but none with a code
    return no || (yes ? failed.code() != 0 : decided(failed)) ? failed : undetermined(transmission);
  }

  /** Whether it claims that a message was taken, in whatever JSON type. */
  private static boolean namesMessages(JsonCursor answer) {
    JsonValue messages = answer.object().get("messages").orElse(JsonNull.NULL);
    return !(messages instanceof JsonNull)
        && !(messages instanceof JsonArray array && array.elements().isEmpty());
  }

  /** How Meta spells the number that was sent to; empty if it names none, or several. */
  static Optional<ContactPoint> spelling(byte[] body) {
    List<JsonCursor> contacts =
        parse(body).map(answer -> answer.children("contacts")).orElseGet(List::of);
    return contacts.size() != 1
        ? Optional.empty()
        : contacts.get(0).id("wa_id").flatMap(ContactPoint::ofWaId);
  }

  /**
   * Behind a status that is no yes and no no a gateway may have answered, in JSON too and after Meta has taken the
   * message; Meta's own errors carry a code and a trace.
   */
  private static boolean decided(Failed failed) {
    return failed.code() != 0 && !failed.traceId().isEmpty() && !failed.error().deliveryUnknown();
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

  private static Failed failed(int status, Optional<JsonCursor> object, Optional<Duration> pause) {
    JsonCursor error = object.orElse(NOTHING);
    int code = error
        .integer("code")
        .filter(value -> value >= 0 && value <= Integer.MAX_VALUE)
        .map(Long::intValue)
        .orElse(NO_CODE);
    String trace =
        error.id("fbtrace_id").filter(id -> TRACE.matcher(id).matches()).orElse("");
    ErrorCode known = ErrorCode.of(code);
    return new Failed(
        status,
        Math.max(code, 0),
        trace,
        known.retryable(),
        pause.or(known::pause),
        guidance(known, error));
  }

  private static Guidance guidance(ErrorCode known) {
    return Guidance.of(known.forAgent(), known.forDeveloper());
  }

  /** What the table says, and more where Meta's words tell it without quoting anybody. */
  private static Guidance guidance(ErrorCode known, JsonCursor error) {
    if (known.code() == INVALID
        && error.id("message").filter(text -> text.contains("appsecret_proof")).isPresent()) {
      return SECRET_OF_ANOTHER_APP;
    }
    Optional<Matcher> counts = error
        .child("error_data")
        .flatMap(data -> data.id("details"))
        .map(COUNTS::matcher)
        .filter(Matcher::find);
    return known.code() == WRONG_COUNT && counts.isPresent()
        ? Guidance.of(
            known.forAgent(),
            known.forDeveloper() + " Meta's count of the values is "
                + counts.get().group(1) + ", that of the places " + counts.get().group(2) + ".")
        : guidance(known);
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
            failed.pause(),
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
        Optional.empty(),
        Guidance.of(
            "WhatsApp cannot be reached now. Try again in a moment.",
            "No connection to the Graph API; nothing of the message has left."));
  }
}
