package io.waxseal.simulator;

import io.waxseal.simulator.WireAnswer.Ending;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Answers requests to the messages endpoint. */
final class GraphHandler implements HttpListener.Handler {
  private static final int BODY_LIMIT = 4 << 20;
  private static final int IDENTITY_CHANGED = 137000;

  private final Access access;
  private final Scripts scripts;
  private final RequestBook requests;
  private final Outbox outbox;
  private final People people;
  private final SimulatedMedia media;
  private final Ids ids;
  private final SimulatedTime time;

  GraphHandler(
      Access access,
      Scripts scripts,
      RequestBook requests,
      Outbox outbox,
      People people,
      SimulatedMedia media,
      Ids ids,
      SimulatedTime time) {
    this.access = access;
    this.scripts = scripts;
    this.requests = requests;
    this.outbox = outbox;
    this.people = people;
    this.media = media;
    this.ids = ids;
    this.time = time;
  }

  @Override
  public WireAnswer handle(WireRequest request) throws IOException, InterruptedException {
    String number = Access.numberIn(request.path());
    ReceivedRequest entry = new ReceivedRequest(request, number, time.instant());
    requests.add(entry);
    if (!number.isEmpty() && scripts.dropsUnread(number)) {
      return WireAnswer.silent(Ending.DROPPED);
    }
    byte[] body = request.body(BODY_LIMIT + 1);
    entry.body(body);
    WireAnswer answer = answerOrRefusal(request, body);
    if (answer.ending() == Ending.COMPLETE || answer.ending() == Ending.CUT_OFF) {
      entry.answered(answer.status());
    }
    return answer;
  }

  private WireAnswer answerOrRefusal(WireRequest request, byte[] body) throws InterruptedException {
    try {
      return answer(request, body);
    } catch (Refused refused) {
      return WireAnswer.json(refused.error().status(), refused.error().body(ids.traceId()), null);
    }
  }

  private WireAnswer answer(WireRequest request, byte[] body) throws Refused, InterruptedException {
    SimulatedNumber number = access.check(request);
    if (!isJson(request) || body.length > BODY_LIMIT) {
      throw new Refused(GraphError.malformedBody());
    }
    Fields fields = Fields.of(body);
    if (!"whatsapp".equals(fields.requiredText("messaging_product"))) {
      throw fields.invalid("messaging_product", "must be 'whatsapp'");
    }
    if (fields.has("status")) {
      return readReceipt(number, fields);
    }
    return send(number, fields, body, request.path().endsWith("/marketing_messages"));
  }

  private WireAnswer readReceipt(SimulatedNumber number, Fields request) throws Refused {
    if (!"read".equals(request.text("status"))) {
      throw request.invalid("status", "must be 'read'");
    }
    String messageId = request.requiredText("message_id");
    boolean typing = request.has("typing_indicator");
    if (typing) {
      request.requiredObject("typing_indicator").oneOf("type", Set.of("text"));
    }
    number.read(new ReadReceipt(messageId, typing, time.instant()));
    return WireAnswer.json(200, Map.of("success", true), null);
  }

  private WireAnswer send(SimulatedNumber number, Fields fields, byte[] body, boolean marketing)
      throws Refused, InterruptedException {
    OutgoingMessage checked =
        MessageRules.check(fields, MessageRules.digits(number.displayPhoneNumber()));
    if (marketing) {
      checked = MarketingRules.check(fields, checked, number.app().templates());
    }
    MediaRules.checkUploaded(fields, media);
    Account account = account(checked, number);
    OutgoingMessage message =
        checked.waId() == null || account == null ? checked : checked.to(account.phone());
    Optional<GraphError> limit = number.meter().take(message.customer());
    if (limit.isPresent()) {
      throw new Refused(limit.get());
    }
    Optional<Failure> failure = scripts.next(number.id(), message);
    if (failure.isPresent() && !failure.get().accepts()) {
      return unaccepted(failure.get());
    }
    if (failure.isEmpty() && isForAnotherKey(fields, account, number)) {
      failure = Optional.of(Failure.code(IDENTITY_CHANGED).asStatus());
    }
    String id = ids.outgoing(message.customer());
    outbox.accept(new AcceptedMessage(
        id,
        number.id(),
        message,
        account,
        body,
        time.instant(),
        failure.orElse(null),
        number.app().templates()));
    boolean fromAd = account != null && account.owner().answeredAd(number.id(), time.instant());
    number.meter().pricing().price(id, message, fromAd, time.instant());
    if (account != null) {
      reaches(account.owner(), number.id(), message);
    }
    WireAnswer answer = WireAnswer.json(200, accepted(id, message), null);
    return failure.isPresent() ? hindered(failure.get(), answer) : answer;
  }

  private static boolean isForAnotherKey(
      Fields fields, @Nullable Account account, SimulatedNumber number) throws Refused {
    String named = fields.text("recipient_identity_key_hash");
    String known = account == null ? null : number.envelope().keyHash(account);
    return named != null && known != null && !named.equals(known);
  }

  /** Null for nobody: Meta accepts a user id in 'to' and never delivers. */
  private @Nullable Account account(OutgoingMessage message, SimulatedNumber number)
      throws Refused {
    if (message.waId() != null) {
      return people.addressed(message.waId());
    }
    String name = message.templateName();
    if (message.userId() != null
        && name != null
        && number.app().templates().category(name, "").equals("AUTHENTICATION")) {
      throw new Refused(KnownErrors.get(131062));
    }
    return message.userId() == null ? null : people.find(message.userId());
  }

  /** Writing to a number keeps it visible; writing anything but a template takes the conversation from Meta's agent. */
  private void reaches(Identity who, String numberId, OutgoingMessage message) {
    if (message.waId() != null) {
      who.phoneUsed(numberId, time.instant());
    }
    if (!message.template()) {
      who.heldByAgent(numberId, false);
    }
  }

  private WireAnswer unaccepted(Failure failure) {
    return switch (failure.kind()) {
      case DROPPED_BEFORE_READING, DROPPED_BEFORE_ACCEPTING -> WireAnswer.silent(Ending.DROPPED);
      case HELD_BEFORE_ACCEPTING -> WireAnswer.silent(Ending.HELD);
      default -> failure.answer(ids.traceId());
    };
  }

  private WireAnswer hindered(Failure failure, WireAnswer answer) throws InterruptedException {
    return switch (failure.kind()) {
      case DROPPED_AFTER_ACCEPTING -> WireAnswer.silent(Ending.DROPPED);
      case HELD_AFTER_ACCEPTING -> WireAnswer.silent(Ending.HELD);
      case CUT_OFF_AFTER_ACCEPTING -> answer.cutOff();
      case SLOW -> {
        CountDownLatch due = new CountDownLatch(1);
        time.at(time.instant().plus(failure.delay()), due::countDown, due::countDown);
        due.await();
        yield answer;
      }
      default -> answer;
    };
  }

  private static Map<String, Object> accepted(String id, OutgoingMessage message) {
    Map<String, Object> contact = new LinkedHashMap<>();
    contact.put("input", message.input());
    if (message.waId() != null) {
      contact.put("wa_id", message.waId());
    } else if (message.userId() != null) {
      contact.put("user_id", message.userId());
    }
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", id);
    if (message.template()) {
      entry.put("message_status", "accepted");
    }
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("messaging_product", "whatsapp");
    response.put("contacts", List.of(contact));
    response.put("messages", List.of(entry));
    return response;
  }

  private static boolean isJson(WireRequest request) {
    return request.header("content-type").stream()
        .limit(1)
        .anyMatch(type -> type.toLowerCase(Locale.ROOT).startsWith("application/json"));
  }
}
