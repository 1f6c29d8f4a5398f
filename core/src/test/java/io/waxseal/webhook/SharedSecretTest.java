package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Account;
import io.waxseal.account.InvalidSignatureException;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretSource;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import io.waxseal.internal.crypto.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a webhook costs when many accounts are of one app: counted, not timed. */
final class SharedSecretTest {
  private static final int ACCOUNTS = 100;
  private static final byte[] BODY = new byte[3 * 1_048_576];
  private static final String NOT_SIGNED = "sha256=" + "0".repeat(64);

  @TempDir
  Path folder;

  private int asked;
  private long hashed;

  private byte[] counting(Secret secret, byte[] message) {
    hashed += message.length;
    return Digests.hmacSha256(secret, message);
  }

  private SecretSource counted(String secret) {
    return () -> {
      asked++;
      return Secret.of(secret);
    };
  }

  private SignatureVerifier verifier(IntFunction<SecretSource> source) {
    List<Account> accounts = IntStream.range(0, ACCOUNTS)
        .mapToObj(i -> Account.of("1" + i, "222").appSecrets(source.apply(i)))
        .toList();
    return SignatureVerifier.of(accounts, this::counting);
  }

  private static void refused(SignatureVerifier verifier) {
    assertThatThrownBy(() -> verifier.verify(BODY, NOT_SIGNED))
        .isInstanceOf(InvalidSignatureException.class);
  }

  @Test
  void aHundredAccountsOfOneSourceAskItOnceAndHashOnce() {
    SecretSource one = counted("of the one app");
    refused(verifier(i -> one));
    assertThat(asked).isEqualTo(1);
    assertThat(hashed).isLessThanOrEqualTo(BODY.length * 12L / 10);
  }

  @Test
  void aHundredSourcesOfOneSecretHashOnce() {
    refused(verifier(i -> counted("of the one app")));
    assertThat(asked).isEqualTo(ACCOUNTS);
    assertThat(hashed).isLessThanOrEqualTo(BODY.length * 12L / 10);
  }

  @Test
  void eachDistinctSecretHashesOnceAndAMatchEndsNothingEarly() {
    byte[] body = Payloads.fixture("text.json");
    SignatureVerifier three = verifier(i -> counted("of app " + i % 3));
    for (int signer = 0; signer < 3; signer++) {
      hashed = 0;
      three.verify(body, Payloads.sign(Secret.of("of app " + signer), body));
      assertThat(hashed).isEqualTo(3L * body.length);
    }
  }

  @Test
  void aLargeBodyIsCheckedAgainOnceItIsCopied() {
    byte[] changing = BODY.clone();
    SignatureVerifier verifier = SignatureVerifier.of(
        List.of(Account.of("111", "222").appSecrets(counted("of the one app"))),
        (secret, message) -> {
          byte[] hash = Digests.hmacSha256(secret, message);
          changing[0]++;
          return hash;
        });
    String signature = Payloads.sign(Secret.of("of the one app"), BODY);
    assertThatThrownBy(() -> verifier.verify(changing, signature))
        .isInstanceOf(InvalidSignatureException.class);
    assertThat(asked).isEqualTo(1);
    VerifiedPayload payload = verifier(i -> counted("of the one app")).verify(BODY, signature);
    assertThat(payload.body()).isEqualTo(BODY).isNotSameAs(BODY);
  }

  @Test
  void aHeaderThatIsNoSignatureCostsNothing() {
    SignatureVerifier one = verifier(i -> counted("of the one app"));
    for (String header : new String[] {null, "", "sha256=00", "sha1=" + "0".repeat(64)}) {
      assertThatThrownBy(() -> one.verify(BODY, header))
          .isInstanceOf(InvalidSignatureException.class);
    }
    assertThat(asked).isZero();
    assertThat(hashed).isZero();
  }

  @Test
  void allAccountsOfTheSecretAreSaidToHaveSigned() {
    byte[] body = Payloads.fixture("text.json");
    String signature = Payloads.sign(Secret.of("of app 0"), body);
    assertThat(verifier(i -> counted("of app " + i % 2)).verify(body, signature).accounts())
        .hasSize(ACCOUNTS / 2)
        .contains(new PhoneNumberId("10"), new PhoneNumberId("198"))
        .doesNotContain(new PhoneNumberId("11"));
  }

  @Test
  void sourcesOfOneFileAreEqual() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "of the one app\n");
    assertThat(Secrets.file(file))
        .isEqualTo(Secrets.file(file))
        .hasSameHashCodeAs(Secrets.file(file));
    assertThat(Secrets.file(file)).isNotEqualTo(Secrets.file(folder.resolve("other")));
    assertThat(Secrets.file(file).toString()).doesNotContain("of the one app");
  }

  @Test
  void whoseSourceWasDownIsSaidBesideWhoSigned() {
    byte[] body = Payloads.fixture("text.json");
    SecretSource down = () -> {
      throw new SecretUnavailableException("the secret manager is down");
    };
    VerifiedPayload payload = verifier(i -> i < 2 ? down : counted("of the one app"))
        .verify(body, Payloads.sign(Secret.of("of the one app"), body));
    assertThat(payload.unavailable())
        .containsExactlyInAnyOrder(new PhoneNumberId("10"), new PhoneNumberId("11"));
    assertThat(payload.accounts()).hasSize(ACCOUNTS - 2);
  }
}
