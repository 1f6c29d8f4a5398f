package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Account;
import io.waxseal.account.InvalidSignatureException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SecretlessVerifierTest {
  private static final byte[] BODY = Payloads.fixture("text.json");

  @Test
  void aVerifierWithoutSecretsAcceptsNothing() {
    for (SignatureVerifier bare : List.of(
        SignatureVerifier.withSecrets(),
        SignatureVerifier.of(List.of()),
        SignatureVerifier.of(List.of(Account.of("111", "222"))))) {
      assertThatThrownBy(() -> bare.verify(BODY, null))
          .isInstanceOf(InvalidSignatureException.class);
      assertThatThrownBy(() -> bare.verify(BODY, "sha256=" + "0".repeat(64)))
          .isInstanceOf(InvalidSignatureException.class);
    }
  }
}
