package io.waxseal.redaction.internal.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.Redacted;
import io.waxseal.redaction.Redactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-22 04:45 INFO|16",
        "2026-11-22T04:45:59Z|19",
        "2026-11-22T04:45:59.123456789+01:00|29",
        "2026-11-22 04:45:59,123 INFO|23",
        "2026-13-22 04:45|0",
        "2026-11-32 04:45|0",
        "2026-11-22 24:00|0",
        "2026-11-22 04:60|0",
        "2026-11-22|0",
        "2026/11/22 04:45|0",
        "2026-11-22 04:45:59.1234567890|19"
      })
  void anInstantIsReadToItsEnd(String text, int end) {
    assertThat(new Timestamps(Redacted.text(text)).end(0)).isEqualTo(end);
  }

  @Test
  void whatHangsOnALongerNumberIsNoInstant() {
    assertThat(new Timestamps(Redacted.text("12026-11-22 04:45")).end(1)).isEqualTo(1);
    assertThat(new Timestamps(Redacted.text("x-2026-11-22 04:45")).end(2)).isEqualTo(2);
  }

  @Test
  void whatFollowsAnInstantIsExamined() {
    Redactor redactor = Redactor.standard();
    assertThat(
            redactor.redact("2026-11-22 04:45:59.123 card 4111 1111 1111 1111").text())
        .isEqualTo("2026-11-22 04:45:59.123 card [CREDIT_CARD]");
    assertThat(redactor.redact("2026-11-22 04:45 4111 1111 1111 1111").text())
        .isEqualTo("2026-11-22 04:45 [CREDIT_CARD]");
    assertThat(redactor.redact("2026-11-22 04:45:4111111111111111").text())
        .doesNotContain("4111111111111111");
  }
}
