package io.waxseal.redaction.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
