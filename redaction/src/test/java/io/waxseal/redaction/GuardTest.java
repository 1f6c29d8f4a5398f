package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.message.Message;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.send.Allowed;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.TextReceived;
import io.waxseal.webhook.WebhookElement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

  private static final ContactPoint CUSTOMER = ContactPoint.phone("+49 1512 9990001");
  private static final Redactor STANDARD = Redactor.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "your card 4111 1111 1111 1111 is on file",
        "the password is hunter2",
        "Your PIN: 4821",
        "cvv 381",
        "{\"password\":\"abc\"}",
        "{\"note\":\"{\\\"pin\\\":4821}\"}",
        "{\"4111 1111 1111 1111\":\"\"}",
        "{\"password: hunter2xyz\":0}"
      })
  void aMessageWithACardOrAPasswordIsRefused(String body) {
    Verdict verdict = check(STANDARD, TextMessage.to(CUSTOMER, body));
    assertThat(verdict).isInstanceOf(Refused.class);
    assertThat(((Refused) verdict).reason().code()).isEqualTo("SENSITIVE_CONTENT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your table is booked for 8 pm.",
        "write to help@example.com",
        "call +34 612 00 11 22",
        "your verification code is 482913",
        "reset your password here: https://example.com/r"
      })
  void otherMessagesPass(String body) {
    assertThat(check(STANDARD, TextMessage.to(CUSTOMER, body))).isInstanceOf(Allowed.class);
  }

  @Test
  void theParametersOfATemplateAreReadToo() {
    TemplateMessage template =
        TemplateMessage.to(CUSTOMER, "receipt", "en").body("Ana", "4111 1111 1111 1111");
    assertThat(check(STANDARD, template)).isInstanceOf(Refused.class);
  }

  @Test
  void theRefusalSaysWhatToDoAndNeverTheValue() {
    Refused refused =
        (Refused) check(STANDARD, TextMessage.to(CUSTOMER, "card 4111 1111 1111 1111"));
    assertThat(refused.guidance().forAgent()).contains("a payment card number");
    assertThat(refused.guidance().forDeveloper()).contains("CREDIT_CARD");
    assertThat(refused.guidance().alternative()).isPresent();
    assertThat(refused.toString()).doesNotContain("1111");
  }

  @Test
  void aMessageThatADetectorFailsOnIsRefused() {
    Redactor broken = Redactor.builder()
        .addDetector((text, found) -> {
          throw new IllegalStateException();
        })
        .build();
    assertThat(check(broken, TextMessage.to(CUSTOMER, "hello"))).isInstanceOf(Refused.class);
  }

  @Test
  void aHostChoosesWhatMayGoOut() {
    Redactor strict = Redacted.with(
        PolicyRule.outbound(Level.BLOCK, "EMAIL"), PolicyRule.outbound(Level.PASS, "*"));
    assertThat(check(strict, TextMessage.to(CUSTOMER, "write to help@example.com")))
        .isInstanceOf(Refused.class);
    assertThat(check(strict, TextMessage.to(CUSTOMER, "pwd=hunter2"))).isInstanceOf(Allowed.class);
    assertThat(Redacted.with(PolicyRule.outbound(Level.PASS, "*")).sendRules()).isEmpty();
  }

  @Test
  void theRuleIsOneOfContent() {
    assertThat(STANDARD.sendRules()).extracting(SendRule::stage).containsExactly(Stage.CONTENT);
  }

  @Test
  void aReceivedCardIsReplacedInTextAndRaw() {
    Received filtered = filter(STANDARD, text("my card 4111 1111 1111 1111, pwd=hunter2"));
    assertThat(((TextReceived) filtered.event()).text())
        .isEqualTo("my card [CREDIT_CARD], pwd=[SECRET_PASSWORD]");
    assertThat(filtered.raw().toText())
        .contains("[CREDIT_CARD]")
        .doesNotContain("1111 1111")
        .doesNotContain("hunter2");
  }

  @Test
  void addressesAndPhonesAreLeftForTheDesk() {
    String body = "mail ana@example.com or call 0612001122, code is 482913";
    assertThat(((TextReceived) filter(STANDARD, text(body)).event()).text()).isEqualTo(body);
  }

  @Test
  void theAnswersOfAFlowAreWalkedAsATree() {
    JsonObject reply = JsonObject.builder()
        .put(
            "response_json",
            "{\"screen_0_Password_1\":\"abc\",\"name\":\"Ana\",\"cvv\":\"381\",\"note\":\"x\"}")
        .put("body", "Sent")
        .build();
    JsonObject flow = message("interactive")
        .put(
            "interactive",
            JsonObject.builder()
                .put("type", "nfm_reply")
                .put("nfm_reply", reply)
                .build())
        .build();
    assertThat(filter(STANDARD, flow).raw().toText())
        .contains("[SECRET_PASSWORD]", "[CARD_CVV]", "Ana")
        .doesNotContain("abc")
        .doesNotContain("381");
  }

  @Test
  void captionsAndUnknownKindsAreRedactedToo() {
    JsonObject image = message("image")
        .put(
            "image",
            JsonObject.builder().put("caption", "card 4111 1111 1111 1111").build())
        .build();
    JsonObject unknown = message("hologram")
        .put("hologram", JsonObject.builder().put("words", "my PIN is 4821").build())
        .build();
    assertThat(filter(STANDARD, image).raw().toText())
        .contains("[CREDIT_CARD]")
        .doesNotContain("1111 1111");
    assertThat(filter(STANDARD, unknown).raw().toText())
        .contains("[SECRET_PASSWORD]")
        .doesNotContain("4821");
  }

  @Test
  void filteringTwiceIsFilteringOnce() {
    Received once = filter(STANDARD, text("my card 4111 1111 1111 1111, pwd=hunter2"));
    assertThat(STANDARD.beforeHandlers().get(0).filter(once, null).raw()).isEqualTo(once.raw());
  }

  @Test
  void aTextThatADetectorFailsOnIsWithheld() {
    Redactor broken = Redactor.builder()
        .addDetector((text, found) -> {
          throw new IllegalStateException();
        })
        .build();
    assertThat(((TextReceived) filter(broken, text("hello")).event()).text())
        .isEqualTo("[REDACTED]");
  }

  @Test
  void aHostChoosesWhatIsReplaced() {
    Redactor strict = Redacted.with(PolicyRule.inbound(Treatment.label(), "EMAIL"));
    assertThat(((TextReceived) filter(strict, text("a@example.com")).event()).text())
        .isEqualTo("[EMAIL]");
    assertThat(Redacted.with(PolicyRule.inbound(Treatment.keep(), "*")).beforeHandlers())
        .isEmpty();
  }

  static Verdict check(Redactor redactor, Message message) {
    List<SendRule> rules = redactor.sendRules();
    return rules
        .get(0)
        .check(new SendRequest(
            Account.of("106540352242922", "102290129340398"),
            Set.of(CUSTOMER),
            Optional.empty(),
            message,
            By.agent("ana"),
            Instant.EPOCH));
  }

  private static Received filter(Redactor redactor, JsonObject message) {
    JsonObject slice = JsonObject.builder()
        .put("field", "messages")
        .put("list", "messages")
        .put("element", message)
        .build();
    Opened.Plain kept = new Opened.Plain(slice.toText().getBytes(StandardCharsets.UTF_8));
    Received received = Received.of(
        UUID.randomUUID(),
        new Person(Tenant.DEFAULT, UUID.randomUUID()),
        WebhookElement.restore(kept));
    return redactor.beforeHandlers().get(0).filter(received, null);
  }

  private static JsonObject text(String body) {
    return message("text")
        .put("text", JsonObject.builder().put("body", body).build())
        .build();
  }

  private static JsonObject.Builder message(String type) {
    return JsonObject.builder()
        .put("from", new JsonString("491512345015"))
        .put("id", new JsonString("wamid.TEST"))
        .put("timestamp", "1758254144")
        .put("type", type);
  }
}
