package io.waxseal.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.person.Person;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.SignatureVerifier;
import io.waxseal.webhook.WebhookElement;
import io.waxseal.webhook.WebhookParser;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One event of each kind that matters, made as Meta makes them: a signed webhook, verified and taken apart. */
final class ReceivedEvents {
  static final String NUMBER = "447700900123";
  static final String WORDS = "marigold quay";

  private static final String SECRET = "an-app-secret-made-up-for-contracts";
  private static final Instant ARRIVED = Instant.parse("2026-11-21T09:00:00Z");
  private static final String BODY = """
      {"object": "whatsapp_business_account", "entry": [{"id": "102290129340398", "time": 1795250400, "changes": [
        {"field": "messages", "value": {"messaging_product": "whatsapp",
          "metadata": {"display_phone_number": "15550783881", "phone_number_id": "106540352242922"},
          "contacts": [{"profile": {"name": "WORDS"}, "wa_id": "NUMBER"}],
          "messages": [
            {"from": "NUMBER", "id": "wamid.A1", "timestamp": "1795250400", "type": "text", "text": {"body": "WORDS"}},
            {"from": "NUMBER", "id": "wamid.A2", "timestamp": "1795250401", "type": "image",
              "image": {"id": "1", "mime_type": "image/jpeg", "sha256": "AA==", "caption": "WORDS"}},
            {"from": "NUMBER", "id": "wamid.A3", "timestamp": "1795250402", "type": "button",
              "button": {"payload": "WORDS", "text": "WORDS"}},
            {"from": "NUMBER", "id": "wamid.A4", "timestamp": "1795250403", "type": "interactive",
              "interactive": {"type": "button_reply", "button_reply": {"id": "1", "title": "WORDS"}}},
            {"from": "NUMBER", "id": "wamid.A5", "timestamp": "1795250404", "type": "system",
              "system": {"body": "WORDS", "type": "customer_changed_number"}},
            {"from": "NUMBER", "id": "wamid.A6", "timestamp": "1795250405", "type": "hologram", "hologram": {"a": [7]}},
            {"from": "NUMBER", "id": "wamid.A7", "timestamp": "1795250406", "type": "text", "text": 7},
            {"WORDS": null}],
          "statuses": [
            {"id": "wamid.B1", "recipient_id": "NUMBER", "timestamp": "1795250407", "status": "delivered"},
            {"id": "wamid.B2", "recipient_id": "NUMBER", "timestamp": "1795250408", "status": "failed",
              "errors": [{"code": 131050, "title": "WORDS"}]}]}},
        {"field": "user_preferences", "value": {"messaging_product": "whatsapp",
          "metadata": {"display_phone_number": "15550783881", "phone_number_id": "106540352242922"},
          "contacts": [{"wa_id": "NUMBER"}],
          "user_preferences": [{"wa_id": "NUMBER", "detail": "WORDS", "category": "marketing_messages",
            "value": "resume", "timestamp": 1795250409}]}},
        {"field": "account_update", "value": {"event": "ACCOUNT_RESTRICTION"}},
        {"field": "never_heard_of", "value": [["WORDS"]]}]}]}
      """.replace("NUMBER", NUMBER).replace("WORDS", WORDS);

  private ReceivedEvents() {}

  /** Each event once, of people nobody has seen yet; what Meta names nobody in belongs to nobody. */
  static List<Received> all() {
    return elements().stream().map(ReceivedEvents::received).toList();
  }

  /** A text of somebody new. */
  static Received text(String words) {
    return received(elements().get(0)).mapText(text -> text.equals(WORDS) ? words : text);
  }

  private static Received received(WebhookElement element) {
    Person owner = element.points().isEmpty()
        ? Person.unnamed(Tenant.DEFAULT)
        : new Person(Tenant.DEFAULT, UUID.randomUUID());
    return Received.of(UUID.randomUUID(), owner, element);
  }

  private static List<WebhookElement> elements() {
    byte[] body = BODY.getBytes(UTF_8);
    SignatureVerifier verifier = SignatureVerifier.withSecrets(Secrets.fixed(Secret.of(SECRET)));
    return WebhookParser.parse(verifier.verify(body, "sha256=" + hmac(body)), ARRIVED);
  }

  private static String hmac(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
