package io.waxseal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.waxseal.account.MalformedPayloadException;

/** Whatever the text: the documented exception, or a checkpoint of which it is the one spelling and nobody's signature. */
class CheckpointFuzzTest {
  private static final VerifierKey KEY = new VerifierKey("waxseal", Ed25519.generate()[1]);

  @FuzzTest
  void aNoteHasOneSpellingAndIsSignedByNobody(FuzzedDataProvider data) {
    String note = data.consumeRemainingAsString();
    try {
      Checkpoint parsed = Checkpoint.parse(note);
      assertThat(parsed.note()).isEqualTo(note);
      assertThat(parsed.signedBy(KEY)).isFalse();
    } catch (MalformedPayloadException e) {
      assertThat(e).hasNoCause();
    }
  }
}
