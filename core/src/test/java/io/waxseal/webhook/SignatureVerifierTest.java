package io.waxseal.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Account;
import io.waxseal.account.InvalidSignatureException;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretSource;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignatureVerifierTest {
  private static final Secret OLD = Secret.of("the old app secret");
  private static final Secret NEW = Secret.of("the new app secret");
  private static final byte[] BODY = Payloads.fixture("text.json");
  private static final SecretSource MISSING = () -> {
    throw new SecretUnavailableException("the secret manager is down");
  };

  private final SignatureVerifier verifier =
      SignatureVerifier.withSecrets(Secrets.fixed(NEW), Secrets.fixed(OLD));

  @TempDir
  Path folder;

  @Test
  void theVectorsOfTheCorpusMatchAndNoneMatchesAnothersBody() {
    Path file =
        Payloads.corpus("signature\\.x_hub_signature_256\\.vectors\\.json").get(0);
    JsonObject document = (JsonObject) JsonValue.parse(Payloads.read(file));
    List<JsonValue> vectors = ((JsonArray) document.get("vectors").orElseThrow()).elements();
    assertThat(vectors).hasSizeGreaterThan(2);
    for (JsonValue one : vectors) {
      SignatureVerifier vector =
          SignatureVerifier.withSecrets(Secrets.fixed(Secret.of(text(one, "app_secret"))));
      for (JsonValue other : vectors) {
        byte[] body = text(other, "raw_body").getBytes(UTF_8);
        String header = text(one, "x_hub_signature_256");
        if (one.equals(other)) {
          assertThat(vector.verify(body, header).body()).isEqualTo(body);
        } else {
          refused(vector, body, header);
        }
      }
    }
  }

  private static String text(JsonValue vector, String name) {
    return ((JsonString) ((JsonObject) vector).get(name).orElseThrow()).value();
  }

  @Test
  void anyOfSeveralSecretsMaySign() {
    assertThat(verifier.verify(BODY, Payloads.sign(OLD, BODY)).body()).isEqualTo(BODY);
    assertThat(verifier.verify(BODY, Payloads.sign(NEW, BODY)).body()).isEqualTo(BODY);
    refused(verifier, BODY, Payloads.sign(Secret.of("a third"), BODY));
  }

  @Test
  void itTellsWhichAccountsSecretSigned() {
    Account mine = Account.of("111", "222").appSecrets(Secrets.fixed(NEW), Secrets.fixed(OLD));
    Account yours = Account.of("333", "444").appSecrets(Secrets.fixed(Secret.of("yours")));
    Account shared = Account.of("555", "222").appSecrets(Secrets.fixed(NEW));
    SignatureVerifier all = SignatureVerifier.of(List.of(mine, yours, shared));
    assertThat(all.verify(BODY, Payloads.sign(NEW, BODY)).accounts())
        .containsExactlyInAnyOrder(new PhoneNumberId("111"), new PhoneNumberId("555"));
    assertThat(all.verify(BODY, Payloads.sign(OLD, BODY)).accounts())
        .containsExactly(new PhoneNumberId("111"));
    assertThat(all.verify(BODY, Payloads.sign(Secret.of("yours"), BODY)).accounts())
        .containsExactly(new PhoneNumberId("333"));
  }

  @Test
  void aSecretInAFileRotatesWithoutARestart() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "the old app secret\n");
    SignatureVerifier rotating = SignatureVerifier.withSecrets(Secrets.file(file));
    assertThat(rotating.verify(BODY, Payloads.sign(OLD, BODY))).isNotNull();
    Files.writeString(file, "the new app secret\n");
    assertThat(rotating.verify(BODY, Payloads.sign(NEW, BODY))).isNotNull();
    refused(rotating, BODY, Payloads.sign(OLD, BODY));
  }

  @Test
  void aMissingSecretIsNoRefusalSinceItMightHaveSigned() {
    SignatureVerifier half = SignatureVerifier.withSecrets(MISSING, Secrets.fixed(OLD));
    assertThat(half.verify(BODY, Payloads.sign(OLD, BODY))).isNotNull();
    assertThatThrownBy(() -> half.verify(BODY, Payloads.sign(NEW, BODY)))
        .isInstanceOf(SecretUnavailableException.class);
  }

  @Test
  void aMissingSecretBehindTheOneThatSignedIsNotMissed() {
    SignatureVerifier half = SignatureVerifier.withSecrets(Secrets.fixed(OLD), MISSING);
    assertThat(half.verify(BODY, Payloads.sign(OLD, BODY))).isNotNull();
  }

  @Test
  void aHeaderThatIsNoSignatureIsRefusedEvenWhileSecretsAreMissing() {
    refused(SignatureVerifier.withSecrets(MISSING), BODY, null);
    refused(SignatureVerifier.withSecrets(MISSING), BODY, "sha256=");
  }

  @Test
  void oneMoreSpaceIsAnotherBody() {
    String text = new String(BODY, UTF_8);
    refused(verifier, (text + " ").getBytes(UTF_8), Payloads.sign(NEW, BODY));
    refused(verifier, text.replaceFirst(":", " :").getBytes(UTF_8), Payloads.sign(NEW, BODY));
    refused(verifier, text.stripTrailing().getBytes(UTF_8), Payloads.sign(NEW, BODY));
  }

  @Test
  void everySingleBitOfTheBodyCounts() {
    String header = Payloads.sign(NEW, BODY);
    for (int bit = 0; bit < BODY.length * 8; bit++) {
      byte[] changed = BODY.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      refused(verifier, changed, header);
    }
  }

  @Test
  void everySingleCharacterOfTheHeaderCounts() {
    String header = Payloads.sign(NEW, BODY);
    for (int i = 0; i < header.length(); i++) {
      for (char c : "0f=g \u0000\u0661\uff10".toCharArray()) {
        if (header.charAt(i) != c) {
          refused(verifier, BODY, header.substring(0, i) + c + header.substring(i + 1));
        }
      }
      refused(verifier, BODY, header.substring(0, i));
      refused(verifier, BODY, header.substring(i + 1));
    }
  }

  @Test
  void aHeaderOfAnotherShapeIsRefused() {
    String hex = Payloads.sign(NEW, BODY).substring("sha256=".length());
    List<String> headers = new ArrayList<>(List.of(
        "",
        "sha256",
        "sha256=",
        "=",
        hex,
        "sha1=" + hex,
        "SHA256=" + hex,
        "sha256:" + hex,
        "sha256= " + hex,
        " sha256=" + hex,
        "sha256=" + hex + " ",
        "sha256=" + hex + "\n",
        "sha256=" + hex + hex,
        "sha256=" + hex + ",sha256=" + hex,
        "sha256=0x" + hex.substring(2),
        "sha256=" + "0".repeat(64),
        "sha256=\ud83d\ude00".repeat(7)));
    headers.forEach(header -> refused(verifier, BODY, header));
    refused(verifier, BODY, null);
  }

  @Test
  void hexDigitsMayBeOfEitherCase() {
    String header = Payloads.sign(NEW, BODY);
    String upper = "sha256=" + header.substring(7).toUpperCase(Locale.ROOT);
    assertThat(verifier.verify(BODY, upper).body()).isEqualTo(BODY);
  }

  @Test
  void anEmptyBodyNeedsASignatureToo() {
    byte[] empty = new byte[0];
    assertThat(verifier.verify(empty, Payloads.sign(NEW, empty)).body()).isEmpty();
    refused(verifier, empty, null);
  }

  @Test
  void whoChangesTheArrayAfterTheCheckChangesNoEvent() {
    byte[] body = BODY.clone();
    VerifiedPayload payload = verifier.verify(body, Payloads.sign(NEW, body));
    java.util.Arrays.fill(body, (byte) ' ');
    assertThat(payload.body()).isEqualTo(BODY);
    assertThat(WebhookParser.parse(payload, Payloads.ARRIVED)).hasSize(1);
  }

  @Test
  void whoChangesTheArrayDuringTheCheckChangesNoEvent() {
    byte[] body = BODY.clone();
    String header = Payloads.sign(NEW, body);
    SignatureVerifier slow = SignatureVerifier.withSecrets(() -> {
      java.util.Arrays.fill(body, (byte) ' ');
      return NEW;
    });
    assertThat(slow.verify(body, header).body()).isEqualTo(BODY);
  }

  @Test
  void acceptUnsignedTakesAllForTheNamedAccountsAndNeedsAReason() {
    List<Account> accounts = List.of(Account.of("111", "222"));
    SignatureVerifier open = SignatureVerifier.acceptUnsigned(accounts, "a trial");
    assertThat(open.verify(BODY, null).accounts()).containsExactly(new PhoneNumberId("111"));
    assertThat(open.verify(BODY, "sha256=nonsense").body()).isEqualTo(BODY);
    assertThatThrownBy(() -> SignatureVerifier.acceptUnsigned(accounts, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theExceptionTellsNothingAboutTheRequest() {
    String header = Payloads.sign(Secret.of("wrong"), BODY);
    assertThatThrownBy(() -> verifier.verify(BODY, header))
        .hasMessageNotContaining(header)
        .hasMessageNotContaining(header.substring(7, 20))
        .hasMessageNotContaining("4915550100001")
        .hasNoCause();
    assertThat(verifier.verify(BODY, Payloads.sign(NEW, BODY)).toString())
        .doesNotContain("4915550100001");
  }

  private static void refused(SignatureVerifier verifier, byte[] body, String header) {
    assertThatThrownBy(() -> verifier.verify(body, header))
        .as(header)
        .isExactlyInstanceOf(InvalidSignatureException.class)
        .hasNoCause();
  }
}
