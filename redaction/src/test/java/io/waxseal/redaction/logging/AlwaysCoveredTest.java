package io.waxseal.redaction.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.Policy;
import io.waxseal.redaction.PolicyRule;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.Treatment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  private static LogRedactor keeping() {
    Policy policy = Policy.standard().with(PolicyRule.log(Treatment.keep(), "*"));
    return LogRedactor.of(Redactor.builder().policy(policy).build());
  }
}
