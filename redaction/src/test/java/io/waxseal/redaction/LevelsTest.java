package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.json.JsonObject;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.send.Allowed;
import io.waxseal.send.Guidance;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.Verdict;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTest {

  private static final ContactPoint CUSTOMER = ContactPoint.phone("+49 1512 9990001");
  private static final String IBAN = "DE71 9565 5913 6171 5213 35";
  private static final By ANA = By.agent("ana");
  private static final Redactor LEVELS = Redacted.with(
      PolicyRule.outbound(Level.BLOCK, "IBAN").forRoles("system"),
      PolicyRule.outbound(Level.JUSTIFY, "IBAN"),
      PolicyRule.outbound(Level.TIP, "EMAIL", "PHONE"));

  @Test
  void whatMayNotGoOutIsRefusedWithEveryReason() {
    Refused refused = refused(LEVELS, "card 4111 1111 1111 1111", ANA.because("she asked"));
    assertThat(refused.reason().code()).isEqualTo("SENSITIVE_CONTENT");
    assertThat(refused.guidance().forDeveloper()).contains("CREDIT_CARD", "waxseal-standard+", "1");
  }

  @Test
  void whatNeedsAReasonWaitsForOne() {
    assertThat(refused(LEVELS, "our iban is " + IBAN, ANA).reason().code())
        .isEqualTo("JUSTIFICATION_REQUIRED");
    Allowed allowed = (Allowed) check(LEVELS, "our iban is " + IBAN, ANA.because("refund 12"));
    assertThat(allowed.basis().code()).isEqualTo("JUSTIFIED_CONTENT");
    assertThat(allowed.tip()).isEmpty();
  }

  @Test
  void aReasonThatRepeatsTheValueIsNone() {
    By careless = ANA.because("send them " + IBAN);
    assertThat(refused(LEVELS, "our iban is " + IBAN, careless).reason().code())
        .isEqualTo("JUSTIFICATION_REQUIRED");
  }

  @ParameterizedTest
  @CsvSource({
    "Your password is hunter2x!, she needs hunter2x! to log in",
    "Your PIN is 4821, customer asked for 48-21",
    "cvv 381, 381 asked",
    "{\"otp\":493021}, 493021"
  })
  void aReasonThatRepeatsTheValueWithoutItsWordIsNone(String body, String reason) {
    Redactor justified = Redacted.with(PolicyRule.outbound(Level.JUSTIFY, "*"));
    assertThat(refused(justified, body, ANA.because(reason)).reason().code())
        .isEqualTo("JUSTIFICATION_REQUIRED");
    assertThat(check(justified, body, ANA.because("she lost it"))).isInstanceOf(Allowed.class);
  }

  @Test
  void aReasonThatADetectorFailsOnIsNone() {
    Redactor failing = LEVELS.toBuilder()
        .addDetector((text, found) -> {
          if (text.toString().contains("planted")) {
            throw new IllegalStateException();
          }
        })
        .build();
    assertThat(refused(failing, "our iban is " + IBAN, ANA.because("planted"))
            .reason()
            .code())
        .isEqualTo("JUSTIFICATION_REQUIRED");
  }

  @Test
  void theCustomersNumberSaysWhoseNationalNumbersAreMeant() {
    ContactPoint american = ContactPoint.phone("+1 312 555 0123");
    assertThat(((Allowed) check(LEVELS, "0151 29990002", ANA)).tip()).isPresent();
    assertThat(((Allowed) check(LEVELS, "0151 29990002", ANA, american)).tip()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "card 4111 1111 1111 1111|a payment card number",
        "card 4111 1111 1111 1111 cvv 381|a payment card number",
        "cvv 381|the security code of a payment card",
        "pwd=hunter2|a password or PIN",
        "our iban is DE71 9565 5913 6171 5213 35|personal data",
        "key AKIAIOSFODNN7EXAMPLE|a secret key or token"
      })
  void theSenderIsToldWhatItSeemsToBeAndWhatToDo(String body, String named) {
    Redactor blocking = Redacted.with(PolicyRule.outbound(Level.BLOCK, "*"));
    Guidance guidance = refused(blocking, body, ANA).guidance();
    assertThat(guidance.forAgent()).contains("seems to contain " + named + ". Take it out");
    assertThat(guidance.alternative().orElseThrow()).startsWith("Send a link to a page");
  }

  @Test
  void whoIsAskedForAReasonIsToldSo() {
    Guidance guidance = refused(LEVELS, "our iban is " + IBAN, ANA).guidance();
    assertThat(guidance.forAgent()).contains("personal data", "say why");
    assertThat(guidance.forDeveloper()).contains("By.because");
  }

  @Test
  void aTextOfTooManyDocumentsIsNotSent() {
    String json = "{\"a\":1}";
    for (int i = 0; i < 6; i++) {
      json = JsonObject.builder().put("a", json).build().toText();
    }
    Refused refused = refused(LEVELS, json, ANA);
    assertThat(refused.reason().code()).isEqualTo("SENSITIVE_CONTENT");
    assertThat(refused.guidance().forAgent()).contains("something that could not be checked");
  }

  @Test
  void aLinkMayHaveItsLengthAndNoMore() {
    String start = "https://pay.example.com/";
    String longest = start + "x".repeat(OutboundGuidance.LONGEST_LINK - start.length());
    assertThat(refused(linking((held, types) -> URI.create(longest)), "pwd=hunter2", ANA)
            .guidance()
            .alternative())
        .contains("Send this link instead: " + longest);
    assertThat(refused(linking((held, types) -> URI.create(longest + "x")), "pwd=hunter2", ANA)
            .guidance()
            .alternative()
            .orElseThrow())
        .doesNotContain("example.com");
  }

  @Test
  void aTipLetsTheMessagePass() {
    Allowed allowed = (Allowed) check(LEVELS, "write to ana@example.com", ANA);
    assertThat(allowed.tip().orElseThrow().forAgent()).startsWith("The message was sent.");
    assertThat(allowed.tip().orElseThrow().forDeveloper()).contains("EMAIL").doesNotContain("ana@");
  }

  @Test
  void theStrictestLevelDecides() {
    String both = "write to ana@example.com, our iban is " + IBAN;
    assertThat(refused(LEVELS, both, ANA).reason().code()).isEqualTo("JUSTIFICATION_REQUIRED");
    assertThat(refused(LEVELS, both + " pwd=hunter2", ANA.because("refund"))
            .reason()
            .code())
        .isEqualTo("SENSITIVE_CONTENT");
  }

  @Test
  void theSendersKindIsTheRole() {
    By campaign = By.system("campaign").because("refund");
    assertThat(refused(LEVELS, "our iban is " + IBAN, campaign).reason().code())
        .isEqualTo("SENSITIVE_CONTENT");
  }

  @Test
  void aTextThatCannotBeExaminedIsBlockedAtEveryLevel() {
    Redactor tipping = Redacted.with(
            PolicyRule.outbound(Level.TIP, "IBAN"), PolicyRule.outbound(Level.PASS, "*"))
        .toBuilder()
        .addDetector((text, found) -> {
          throw new IllegalStateException();
        })
        .build();
    assertThat(refused(tipping, "hello", ANA).reason().code()).isEqualTo("SENSITIVE_CONTENT");
  }

  @Test
  void aLinkOfTheHostsIsTheAlternative() {
    List<Set<EntityType>> asked = new ArrayList<>();
    Redactor linking = linking((held, types) -> {
      asked.add(types);
      return URI.create("https://pay.example.com/o/k3j2");
    });
    Guidance guidance = refused(linking, "card 4111 1111 1111 1111", ANA).guidance();
    assertThat(guidance.alternative())
        .contains("Send this link instead: https://pay.example.com/o/k3j2");
    assertThat(asked).containsExactly(Set.of(EntityType.CREDIT_CARD));
    assertThat(guidance.toString()).doesNotContain("k3j2");
    assertThat(linking.toBuilder().build().sendRules()).hasSize(1);
  }

  @Test
  void noLinkIsMadeForWhatIsSent() {
    Redactor linking = linking((held, types) -> {
      throw new AssertionError("nobody needs one");
    });
    assertThat(check(linking, "write to ana@example.com", ANA)).isInstanceOf(Allowed.class);
    assertThat(check(linking, "iban " + IBAN, ANA.because("refund"))).isInstanceOf(Allowed.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "http://pay.example.com/o",
        "https:///o",
        "mailto:pay@example.com",
        "javascript:alert(1)",
        "/o",
        "https://user:secret@pay.example.com/o"
      })
  void anUnsafeLinkIsNotPassedOn(String link) {
    Redactor linking = linking((held, types) -> link == null ? null : URI.create(link));
    assertThat(refused(linking, "pwd=hunter2", ANA).guidance().alternative())
        .contains("Send a link to a page where the value can be entered or read safely.");
  }

  @Test
  void aLinkThatThrowsLoosensNothing() {
    Redactor linking = linking((held, types) -> {
      throw new StackOverflowError();
    });
    assertThat(refused(linking, "pwd=hunter2", ANA).reason().code()).isEqualTo("SENSITIVE_CONTENT");
    assertThat(refused(linking, "pwd=hunter2", ANA).guidance().alternative().orElseThrow())
        .startsWith("Send a link to a page");
    assertThat(refused(linking, "iban " + IBAN, ANA).reason().code())
        .isEqualTo("JUSTIFICATION_REQUIRED");
  }

  private static Redactor linking(SecureLink link) {
    return LEVELS.toBuilder().secureLink(link).build();
  }

  private static Refused refused(Redactor redactor, String body, By by) {
    return (Refused) check(redactor, body, by);
  }

  private static Verdict check(Redactor redactor, String body, By by) {
    return check(redactor, body, by, CUSTOMER);
  }

  private static Verdict check(Redactor redactor, String body, By by, ContactPoint customer) {
    return redactor
        .sendRules()
        .get(0)
        .check(new SendRequest(
            Account.of("106540352242922", "102290129340398"),
            Set.of(customer),
            Optional.empty(),
            TextMessage.to(customer, body),
            by,
            Instant.EPOCH));
  }
}
