package io.waxseal.simulator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.waxseal.simulator.Outbox.ScriptedFault;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Answers requests to the messages endpoint. */
final class GraphHandler implements HttpHandler {
  private static final int BODY_LIMIT = 4 << 20;

  private final Settings settings;
  private final Access access;
  private final Outbox outbox;
  private final Ids ids;
  private final HeldExchanges held;
  private final AtomicLong requests = new AtomicLong();

  GraphHandler(Settings settings, Outbox outbox, Ids ids, HeldExchanges held) {
    this.settings = settings;
    this.access = new Access(settings);
    this.outbox = outbox;
    this.ids = ids;
    this.held = held;
  }

  long requestsReceived() {
    return requests.get();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    boolean hold = false;
    try {
      byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
      // A client that still writes while the connection is closed sees a reset, not the answer.
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      Answer answer = answerOrRefusal(exchange, body);
      if (answer == null) {
        hold = true;
      } else {
        write(exchange, answer);
      }
    } finally {
      if (hold) {
        held.hold(exchange);
      } else {
        exchange.close();
      }
    }
  }

  private @Nullable Answer answerOrRefusal(HttpExchange exchange, byte[] body) {
    try {
      return answer(exchange, body);
    } catch (Refused refused) {
      return Answer.of(refused.error(), ids.traceId());
    }
  }

  /** Null when the exchange is to be held open without an answer. */
  private @Nullable Answer answer(HttpExchange exchange, byte[] body) throws Refused {
    access.check(exchange);
    if (!isJson(exchange.getRequestHeaders()) || body.length > BODY_LIMIT) {
      throw new Refused(GraphError.malformedBody());
    }
    Fields request = Fields.of(body);
    if (!"whatsapp".equals(request.requiredText("messaging_product"))) {
      throw request.invalid("messaging_product", "must be 'whatsapp'");
    }
    if (request.has("status")) {
      return readReceipt(request);
    }
    return send(request, body);
  }

  private static Answer readReceipt(Fields request) throws Refused {
    if (!"read".equals(request.text("status"))) {
      throw request.invalid("status", "must be 'read'");
    }
    request.requiredText("message_id");
    return new Answer(200, Map.of("success", true), null);
  }

  private @Nullable Answer send(Fields request, byte[] body) throws Refused {
    OutgoingMessage message =
        MessageRules.check(request, MessageRules.digits(settings.displayPhoneNumber()));
    ScriptedFault fault = outbox.nextFault();
    if (fault != null && fault.error() != null) {
      throw new Refused(fault.error());
    }
    if (fault != null && !fault.accepts()) {
      return null;
    }
    String id = ids.outgoing(message.customer());
    outbox.accept(new AcceptedMessage(id, message, body, settings.clock().instant()));
    return fault == null ? new Answer(200, accepted(id, message), null) : null;
  }

  private static Map<String, Object> accepted(String id, OutgoingMessage message) {
    Map<String, Object> contact = new LinkedHashMap<>();
    contact.put("input", message.input());
    if (message.waId() != null) {
      contact.put("wa_id", message.waId());
    } else {
      contact.put("user_id", message.input());
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

  private static boolean isJson(Headers headers) {
    String type = headers.getFirst("Content-Type");
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
  }

  private static void write(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = Json.bytes(answer.body());
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json; charset=UTF-8");
    headers.set("Cache-Control", "no-store");
    if (answer.retryAfter() != null) {
      headers.set("Retry-After", answer.retryAfter());
    }
    boolean bodiless = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : body.length);
    if (!bodiless) {
      exchange.getResponseBody().write(body);
    }
  }

  private record Answer(
      int status, Map<String, Object> body, @Nullable String retryAfter) {
    static Answer of(GraphError error, String traceId) {
      return new Answer(error.status(), error.body(traceId), error.status() == 503 ? "0" : null);
    }
  }
}
