package io.waxseal.internal.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The table in the jar is what the generator makes of libphonenumber's data; its licence is Apache-2.0, see NOTICE. */
class PhonePlansTableTest {

  private static final Path WRITTEN =
      Path.of("src/main/resources/io/waxseal/internal/phone").resolve(PhonePlans.RESOURCE);

  /** {@code mvn -pl core -Dtest=PhonePlansTableTest -Dwaxseal.write=true test} writes the table anew. */
  @Test
  void theTableIsWhatTheGeneratorMakes() throws IOException {
    byte[] table = new PhonePlansGenerator().bytes();
    if (Boolean.getBoolean("waxseal.write")) {
      Files.write(WRITTEN, table);
    }
    assertThat(Files.readAllBytes(WRITTEN))
        .as("the table is stale; write it with -Dwaxseal.write=true")
        .isEqualTo(table);
    assertThat(table).hasSizeLessThan(100_000);
  }

  @Test
  void aTableCutShortIsNotRead() throws IOException {
    try (InputStream in = PhonePlans.class.getResourceAsStream(PhonePlans.RESOURCE)) {
      byte[] table = in.readAllBytes();
      byte[] half = Arrays.copyOf(table, table.length / 2);
      assertThatThrownBy(() -> PhonePlans.read(new ByteArrayInputStream(half)))
          .isInstanceOf(EOFException.class);
    }
  }
}
