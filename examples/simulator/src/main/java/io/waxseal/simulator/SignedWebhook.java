package io.waxseal.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A webhook body together with the signature Meta would send along: HMAC-SHA256 of exactly these bytes, keyed by the
 * app secret. As on Meta's wire, characters outside ASCII stand in the bytes as lower-case {@code \}{@code uXXXX}
 * escapes, so a body that was parsed and written again does not match. Immutable; {@code toString} names only the size.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Graph API webhooks</a>
 */
public final class SignedWebhook {
  private final byte[] body;
  private final String signature;
  private final List<Entry> entries;
  private final SimulatedApp app;

  private SignedWebhook(byte[] body, String signature, List<Entry> entries, SimulatedApp app) {
    this.body = body;
    this.signature = signature;
    this.entries = entries;
    this.app = app;
  }

  static SignedWebhook of(List<Entry> entries, SimulatedApp app) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("object", "whatsapp_business_account");
    payload.put("entry", entries.stream().map(Entry::toJson).toList());
    byte[] body = Json.bytes(payload);
    String mac = Hmac.sha256Hex(app.secret().getBytes(StandardCharsets.UTF_8), body);
    return new SignedWebhook(body, "sha256=" + mac, List.copyOf(entries), app);
  }

  List<Entry> entries() {
    return entries;
  }

  SimulatedApp app() {
    return app;
  }

  /**
   * Returns the id of the message in it, to be edited, revoked, answered or reacted to.
   *
   * @return the first {@code wamid.…} of a message or echo
   * @throws IllegalStateException if there is no message in it
   */
  public String messageId() {
    return entries.stream()
        .flatMap(entry -> entry.changes().stream())
        .flatMap(change -> Stream.of(change.value(), change.value().get("standby")))
        .filter(Map.class::isInstance)
        .map(Map.class::cast)
        .flatMap(value -> Stream.of(value.get("messages"), value.get("message_echoes")))
        .filter(List.class::isInstance)
        .map(list -> String.valueOf(((Map<?, ?>) ((List<?>) list).get(0)).get("id")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no message in this webhook"));
  }

  /** {@return a copy of the raw bytes} */
  public byte[] body() {
    return body.clone();
  }

  /** {@return the value of the header {@code X-Hub-Signature-256}: {@code sha256=} and 64 lower-case hex digits} */
  public String signature() {
    return signature;
  }

  @Override
  public String toString() {
    return "SignedWebhook[" + body.length + " bytes]";
  }
}
