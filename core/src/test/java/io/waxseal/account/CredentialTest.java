package io.waxseal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CredentialTest {
  private static final String VALUE = "0f1e2d3c4b5a6978";

  @TempDir
  Path folder;

  private static Secret credential(Secret secret) {
    return Secrets.credential("the access token", Secrets.fixed(secret));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ' ', ends with white space",
    "'', '\t', ends with white space",
    "'', '\u00a0', ends with white space",
    "'', '\u3000', ends with white space",
    "'', '\u200b', ends with white space",
    "'', '\ufeff', ends with white space",
    "' ', '', begins with white space",
    "'\u2060', '', begins with white space",
    "'\ufeff', '', begins with a byte order mark",
    "'\ufeff\ufeff', '', begins with a byte order mark",
    "'\ufeff', ' ', begins with a byte order mark",
    "'', '\n', ends with a line break",
    "'', '\r', ends with a line break",
    "'', '\n\n', ends with a line break",
    "'', ' \n', ends with a line break",
    "'one\n', '', holds a line break",
    "'\u0000', '', holds a line break or another control character"
  })
  void whatWasPastedAlongIsNamed(String before, String after, String wrong) {
    assertThatThrownBy(() -> credential(Secret.of(before + VALUE + after)))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageStartingWith("the access token cannot be used: it " + wrong)
        .hasMessageNotContaining(VALUE)
        .hasNoCause();
  }

  @Test
  void aSecretOfNothingButWhiteSpaceIsNone() {
    for (String blank : List.of(" ", "\t\t", "\n", "\ufeff", "\u00a0")) {
      assertThatThrownBy(() -> credential(Secret.of(blank)))
          .isInstanceOf(SecretUnavailableException.class);
    }
  }

  @Test
  void aFileThatWasSavedAsUtf16IsNamed() {
    for (var charset :
        List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThatThrownBy(() -> credential(Secret.of(VALUE.getBytes(charset))))
          .isInstanceOf(SecretUnavailableException.class);
    }
    assertThatThrownBy(
            () -> credential(Secret.of(("\ufeff" + VALUE).getBytes(StandardCharsets.UTF_16LE))))
        .hasMessageContaining("byte order mark");
  }

  @Test
  void whiteSpaceInsideBelongsToIt() {
    for (String fine :
        List.of(VALUE, "a verify token", "x", "m\u00fcnchen", "EAAG\u00a0x", "a|b")) {
      assertThat(credential(Secret.of(fine))).isEqualTo(Secret.of(fine));
    }
  }

  @Test
  void aFileMayEndWithOneLineBreakAndNoMore() throws Exception {
    Path file = folder.resolve("secret");
    for (String end : List.of("", "\n", "\r\n")) {
      Files.writeString(file, VALUE + end);
      assertThat(Secrets.credential("it", Secrets.file(file))).isEqualTo(Secret.of(VALUE));
    }
    for (String end : List.of("\n\n", "\r\n\r\n", "\n\r\n", " \n", " ", "\n ")) {
      Files.writeString(file, VALUE + end);
      assertThatThrownBy(() -> Secrets.credential("it", Secrets.file(file)))
          .isInstanceOf(SecretUnavailableException.class);
    }
  }

  @Test
  void whatTheSourceSaysIsKeptAndWhatItThrowsOtherwiseIsNot() {
    assertThatThrownBy(() -> Secrets.credential("the token", () -> {
          throw new SecretUnavailableException("the secret manager is down");
        }))
        .hasMessage("the token cannot be used: the secret manager is down");
    assertThatThrownBy(() -> Secrets.credential("the token", () -> {
          throw new IllegalStateException(VALUE);
        }))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageNotContaining(VALUE);
  }
}
