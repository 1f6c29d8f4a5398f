package io.waxseal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.waxseal.account.MalformedPayloadException;

/** Whatever the bytes: the documented exception, or a leaf of which these bytes are the one spelling. */
class AuditLeafFuzzTest {
  @FuzzTest
  void aLeafHasOneSpelling(byte[] bytes) {
    try {
      assertThat(AuditLeaf.decode(bytes).encode()).isEqualTo(bytes);
    } catch (MalformedPayloadException e) {
      assertThat(e).hasNoCause();
    }
  }
}
