package io.waxseal.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.internal.crypto.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The canonical form of a stored point never changes: stops of erased people are kept as keyed hashes of it, and nobody can
 * index them again.
 */
class CanonicalPointsTest {
  private static final String FROZEN =
      "7b26bba4af64a3856f291f0f3a7d6b5527065f253259b26b52d3fee470f49da7";

  @Test
  void noCanonicalFormEverChanges() throws IOException {
    List<String> lines = new String(resource(), UTF_8).lines().skip(1).toList();
    assertThat(lines).hasSizeGreaterThan(300);
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      assertThat(ContactPoint.restore(parts[0], parts[1]).canonical()).as(line).isEqualTo(parts[2]);
    }
  }

  @Test
  void noFrozenLineEverChanges() throws IOException {
    assertThat(HexFormat.of().formatHex(Digests.sha256(resource())))
        .as("stops of erased people lie under these forms; leave the file as it is")
        .isEqualTo(FROZEN);
  }

  private static byte[] resource() throws IOException {
    try (InputStream in = CanonicalPointsTest.class.getResourceAsStream("canonical-points.tsv")) {
      return in.readAllBytes();
    }
  }
}
