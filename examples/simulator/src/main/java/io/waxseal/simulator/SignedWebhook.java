package io.waxseal.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;

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

  private SignedWebhook(byte[] body, String signature) {
    this.body = body;
    this.signature = signature;
  }

  static SignedWebhook of(Map<String, ?> payload, String appSecret) {
    byte[] body = Json.bytes(payload);
    String mac = Hmac.sha256Hex(appSecret.getBytes(StandardCharsets.UTF_8), body);
    return new SignedWebhook(body, "sha256=" + mac);
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
