package io.waxseal.redaction.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.Direction;
import io.waxseal.redaction.Policy;
import io.waxseal.redaction.PolicyRule;
import io.waxseal.redaction.Profile;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.Treatment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be in no log, whatever the policy. */
class AlwaysCoveredTest {
  private static final LogRedactor LOGS = LogRedactor.standard();

  @ParameterizedTest
  @MethodSource("io.waxseal.redaction.logging.Planted#all")
  void whatMayBeInNoLogIsReplacedWhereverItStands(Planted planted) {
    for (String line : List.of("%s", "sent to %s now", "from=%s, status=read", "[%s]", "\"%s\"")) {
      assertThat(LOGS.text(line.formatted(planted.value())))
          .as(line)
          .doesNotContain(planted.value());
    }
  }

  @ParameterizedTest
  @MethodSource("io.waxseal.redaction.logging.Planted#named")
  void whatANameGivesAwayIsReplaced(Planted planted) {
    for (String line : List.of("GET /?%s=%s HTTP/1.1", "%s: %s", "{\"%s\":\"%s\"}", "%s=%s&x=1")) {
      assertThat(LOGS.text(line.formatted(planted.kind(), planted.value())))
          .as(line)
          .doesNotContain(planted.value());
    }
    assertThat(LOGS.value(planted.kind(), planted.value())).doesNotContain(planted.value());
  }

  @ParameterizedTest
  @MethodSource("io.waxseal.redaction.logging.Planted#meta")
  void aPolicyThatKeepsEverythingInLogsKeepsNoneOfIt(Planted planted) {
    assertThat(keeping().text("sent to " + planted.value())).doesNotContain(planted.value());
  }

  @ParameterizedTest
  @MethodSource("io.waxseal.redaction.logging.Planted#named")
  void norWhatANameGivesAway(Planted planted) {
    assertThat(keeping().text("GET /?" + planted.kind() + "=" + planted.value()))
        .doesNotContain(planted.value());
    assertThat(keeping().value(planted.kind(), planted.value())).doesNotContain(planted.value());
  }

  @Test
  void whatElseThePolicyKeepsIsKeptAndWhatItTreatsIsLeftToIt() {
    assertThat(keeping().text("mail ana@example.com")).isEqualTo("mail ana@example.com");
    Policy masking = Policy.standard().with(PolicyRule.log(Treatment.mask(4), "PHONE"));
    LogRedactor logs = LogRedactor.of(Redactor.builder().policy(masking).build());
    assertThat(logs.text("call +49 1511 2345678")).endsWith("5678").contains("•");
  }

  @ParameterizedTest
  @MethodSource("ofEachType")
  void aPolicyThatKeepsOneOfItsTypesDoesNotKeepIt(String type, String text) {
    for (String kept : List.of(type, type.substring(0, 2) + "*", "*")) {
      assertThat(logging(Policy.standard().with(PolicyRule.log(Treatment.keep(), kept)))
              .text(text))
          .as("%s of %s", kept, type)
          .contains("[" + type + "]");
    }
  }

  @ParameterizedTest
  @MethodSource("ofEachType")
  void noProfileLetsItPass(String type, String text) {
    for (Profile profile : Profile.values()) {
      assertThat(logging(Policy.standard().with(Direction.LOG, profile)).text(text))
          .as("%s under %s", type, profile)
          .contains("[" + type + "]");
    }
  }

  private static Stream<Arguments> ofEachType() {
    String random = "Zz9".repeat(40);
    return Stream.of(
        Arguments.of("SECRET_AWS_KEY", "key AKIA" + "IOSFODNN7EXAMPLE"),
        Arguments.of("SECRET_GITHUB_TOKEN", "ghp_" + random.substring(0, 36)),
        Arguments.of("SECRET_BEARER", "Authorization: Bearer " + random.substring(0, 30)),
        Arguments.of("SECRET_PEM", "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----"),
        Arguments.of("SECRET_META_TOKEN", "EAAG" + random),
        Arguments.of("SECRET_WEBHOOK", "verify_token=" + "Corner-Table-7"),
        Arguments.of("SECRET_PASSWORD", "password: swordfish"),
        Arguments.of("OTP", "OTP 493" + "021"),
        Arguments.of("CARD_CVV", "cvv 381"),
        Arguments.of("PHONE", "49155" + "50100001"),
        Arguments.of("CREDIT_CARD", "42222" + "22222222"));
  }

  @Test
  void aNumberThatPassesForACardIsCoveredWhicheverOfTheTwoThePolicyKeeps() {
    for (String type : List.of("PHONE", "CREDIT_CARD", "*")) {
      assertThat(logging(Policy.standard().with(PolicyRule.log(Treatment.keep(), type)))
              .text("49151" + "12345678"))
          .doesNotContain("5678");
    }
  }

  @Test
  void theProfileAndTheTreatmentsOfThePolicyHoldForAllElse() {
    LogRedactor logs = logging(Policy.standard()
        .with(Direction.LOG, Profile.OUTBOUND)
        .with(PolicyRule.log(Treatment.mask(4), "PHONE"), PolicyRule.log(Treatment.keep(), "IP")));
    assertThat(logs.text("123-45" + "-6789")).isEqualTo("123-45" + "-6789");
    assertThat(logs.text("at 192.168.1.7")).isEqualTo("at 192.168.1.7");
    assertThat(logs.text("49155" + "50100001")).matches("•+0001");
    assertThat(logs.value("password", "swordfish")).isEqualTo("[SECRET_PASSWORD]");
    assertThat(logs.text("{\"a\":{\"pin\":7421}}")).doesNotContain("7421");
  }

  @Test
  void aRuleForARoleIsNoneOfTheLogs() {
    PolicyRule kept = PolicyRule.log(Treatment.keep(), "*").forRoles("operator");
    assertThat(logging(Policy.standard().with(kept)).text("49155" + "50100001"))
        .isEqualTo("[PHONE]");
  }

  private static LogRedactor logging(Policy policy) {
    return LogRedactor.of(Redactor.builder().policy(policy).build());
  }

  private static LogRedactor keeping() {
    Policy policy = Policy.standard().with(PolicyRule.log(Treatment.keep(), "*"));
    return LogRedactor.of(Redactor.builder().policy(policy).build());
  }
}
