package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.waxseal.account.InvalidSignatureException;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import java.util.Locale;

/** Whatever header and body: a refusal, or exactly the signature of exactly these bytes. */
class SignatureVerifierFuzzTest {
  private static final Secret SECRET = Secret.of("an app secret");
  private static final SignatureVerifier VERIFIER =
      SignatureVerifier.withSecrets(Secrets.fixed(Secret.of("another")), Secrets.fixed(SECRET));

  @FuzzTest
  void onlyWhatWasSignedIsVerified(FuzzedDataProvider data) {
    String header = data.consumeString(80);
    byte[] body = data.consumeRemainingAsBytes();
    String right = Payloads.sign(SECRET, body);
    assertThat(VERIFIER.verify(body, right).body()).isEqualTo(body);
    try {
      VERIFIER.verify(body, header);
      assertThat(header.toLowerCase(Locale.ROOT)).isEqualTo(right);
    } catch (InvalidSignatureException e) {
      assertThat(header).isNotEqualTo(right);
      assertThat(e).hasNoCause();
    }
  }
}
