package io.waxseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookVerifyTest {
  private static final String SECRET = "planted-app-secret";

  @TempDir
  private Path folder;

  private Path body;
  private Path secret;
  private String signature;

  @BeforeEach
  void sign() throws IOException, GeneralSecurityException {
    body = Files.write(folder.resolve("body"), Webhooks.text());
    secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(), "HmacSHA256"));
    signature = "sha256=" + HexFormat.of().formatHex(mac.doFinal(Webhooks.text()));
  }

  @Test
  void aRightSignatureIsValid() {
    Run run = verify(secret, signature, body);
    assertThat(run.code()).isZero();
    assertThat(run.lines()).containsExactly("valid");
  }

  @Test
  void oneMoreByteIsNotValid() throws IOException {
    Files.writeString(body, Files.readString(body) + " ");
    Run run = verify(secret, signature, body);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).containsExactly("not valid");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aSignatureOfAnotherShapeIsNotValid() {
    assertThat(verify(secret, "sha1=00", body).code()).isEqualTo(1);
    assertThat(verify(secret, "", body).code()).isEqualTo(1);
  }

  @Test
  void oneOfSeveralSecretsIsEnough() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "another");
    Run run = Run.of(
        "webhook",
        "verify",
        "--secret-file",
        other,
        "--secret-file",
        secret,
        "--signature",
        signature,
        body);
    assertThat(run.code()).isZero();
  }

  @Test
  void aBodyCanComeFromStandardInput() {
    Run run = Run.withInput(
        Webhooks.text(),
        "webhook",
        "verify",
        "--secret-file",
        secret,
        "--signature",
        signature,
        "-");
    assertThat(run.code()).isZero();
  }

  @Test
  void aMissingSecretOrBodyIsNeitherValidNorNotValid() {
    Path missing = folder.resolve("missing");
    for (Run run :
        new Run[] {verify(missing, signature, body), verify(secret, signature, missing)}) {
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines()).hasSize(1);
    }
  }

  @Test
  void aPaddedSecretIsNamedAndNothingIsSaidOfTheSignature() throws IOException {
    for (String padded :
        new String[] {SECRET + " ", SECRET + " \n", SECRET + "\n\n", "\ufeff" + SECRET, " " + SECRET
        }) {
      Files.writeString(secret, padded);
      Run run = verify(secret, signature, body);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .contains(secret.toString())
          .containsAnyOf("white space", "line break", "byte order mark")
          .doesNotContain(SECRET);
    }
  }

  @Test
  void aPaddedSecretIsNamedBesideOneThatMatches() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "another ");
    Run run = Run.of(
        "webhook",
        "verify",
        "--secret-file",
        secret,
        "--secret-file",
        other,
        "--signature",
        signature,
        body);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(other.toString()).contains("white space");
  }

  @Test
  void aForgottenOptionIsNamedInOneLine() {
    Run run = Run.of("webhook", "verify", "--secret-file", secret, body);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains("--signature");
  }

  @Test
  void theSecretIsNeverPrinted() {
    Run valid = verify(secret, signature, body);
    Run invalid = verify(secret, "sha256=00", body);
    assertThat(valid.out() + valid.err() + invalid.out() + invalid.err()).doesNotContain(SECRET);
  }

  private static Run verify(Path secret, String signature, Path body) {
    return Run.of("webhook", "verify", "--secret-file", secret, "--signature", signature, body);
  }
}
