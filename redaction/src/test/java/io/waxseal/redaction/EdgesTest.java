package io.waxseal.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Values that are just long enough and one character too short, begin or end a text, or stand too near to something else:
 * each line of {@code edges.txt} is a text and, behind a tab, what redaction makes of it, or nothing where it finds nothing.
 */
class EdgesTest {

  private static final String FILE = "edges.txt";
  private static final Path WRITTEN =
      Path.of("src/test/resources/io/waxseal/redaction").resolve(FILE);

  /** {@code mvn -pl redaction -am -Dtest=EdgesTest -Dwaxseal.write=true test} writes the file anew. */
  @Test
  void atTheEdgesOfWhatIsFoundNothingMoves() throws IOException {
    List<String> before = lines();
    List<String> lines = before.stream().map(EdgesTest::redacted).toList();
    if (Boolean.getBoolean("waxseal.write")) {
      Files.writeString(WRITTEN, String.join("\n", lines) + "\n");
      return;
    }
    assertThat(lines).isEqualTo(before);
  }

  private static String redacted(String line) {
    String text = line.split("\t", -1)[0];
    String plain = text.replace("\\n", "\n");
    String redacted = Redactor.standard().redact(plain).text();
    return redacted.equals(plain) ? text : text + "\t" + redacted.replace("\n", "\\n");
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = Objects.requireNonNull(EdgesTest.class.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }
}
