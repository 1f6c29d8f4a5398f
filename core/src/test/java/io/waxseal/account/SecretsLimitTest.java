package io.waxseal.account;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsLimitTest {
  @TempDir
  Path folder;

  @Test
  void aTooLongFileIsNeverCutToASecretEvenAtALineBreak() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "x".repeat(65_536) + "\nand more");
    assertThatThrownBy(() -> Secrets.file(file).secret())
        .isInstanceOf(SecretUnavailableException.class);
  }
}
