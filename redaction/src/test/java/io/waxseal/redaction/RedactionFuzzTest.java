package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever the text: disjoint findings inside it, no failure of a detector, and a result that stays as it is. */
class RedactionFuzzTest {

  private static final Redactor REDACTOR = Redactor.standard();

  @FuzzTest
  void redactingTwiceIsRedactingOnce(byte[] bytes) {
    String text = text(bytes);
    List<Finding> findings = REDACTOR.findings(text);
    int end = 0;
    for (Finding finding : findings) {
      assertThat(finding.start()).isGreaterThanOrEqualTo(end);
      assertThat(finding.type()).isNotEqualTo(EntityType.REDACTED);
      end = finding.end();
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
    String once = REDACTOR.redact(text).text();
    assertThat(REDACTOR.redact(once).text()).isEqualTo(once);
  }

  /** Bytes that are no UTF-8 become half a surrogate pair. */
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replace('\uFFFD', '\uD83D');
  }
}
