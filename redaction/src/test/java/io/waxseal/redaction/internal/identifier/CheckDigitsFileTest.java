package io.waxseal.redaction.internal.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("data")
class CheckDigitsFileTest {

  private static final Path WRITTEN = Path.of(
          "src/test/resources/io/waxseal/redaction/internal/identifier")
      .resolve(CheckDigitsTest.FILE);

  /** {@code mvn -pl redaction -am -Dtest=CheckDigitsFileTest -Dwaxseal.write=true test} writes the file anew. */
  @Test
  void theFileIsWhatTheGeneratorMakes() throws IOException {
    List<String> made = new CheckDigitsGenerator().lines();
    if (Boolean.getBoolean("waxseal.write")) {
      Files.writeString(WRITTEN, String.join("\n", made) + "\n");
    } else {
      assertThat(made)
          .as("check-digits.txt is stale; write it with -Dwaxseal.write=true")
          .isEqualTo(CheckDigitsTest.written());
    }
  }
}
