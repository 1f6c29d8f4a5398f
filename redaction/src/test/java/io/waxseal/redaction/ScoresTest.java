package io.waxseal.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.detect.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Texts that stand on either side of the edge of a rule (one digit more, one space less, the next separator), each with
 * what is found in it, its score and its reason.
 */
class ScoresTest {

  private static final String FILE = "scores.txt";
  private static final Path WRITTEN =
      Path.of("src/test/resources/io/waxseal/redaction").resolve(FILE);
  private static final String FINDS = " ⇒";
  private static final Redactor STANDARD = Redactor.standard();

  /** {@code mvn -pl redaction -am -Dtest=ScoresTest -Dwaxseal.write=true test} writes the file anew. */
  @Test
  void onEachSideOfAnEdgeIsFoundWhatTheRuleSays() throws IOException {
    List<String> before = lines();
    List<String> lines = before.stream().map(ScoresTest::judged).toList();
    if (Boolean.getBoolean("waxseal.write")) {
      Files.writeString(WRITTEN, String.join("\n", lines) + "\n");
      return;
    }
    assertThat(lines).containsExactlyElementsOf(before);
  }

  private static String judged(String line) {
    if (line.startsWith("# ")) {
      return line;
    }
    String text = line.substring(0, line.lastIndexOf(FINDS));
    StringBuilder judged = new StringBuilder(text).append(FINDS);
    for (Finding finding : STANDARD.findings(text)) {
      judged
          .append(' ')
          .append(finding.type().name())
          .append('(')
          .append(text, finding.start(), finding.end())
          .append(") ")
          .append(Math.round(finding.score() * 100))
          .append(' ')
          .append(finding.why());
    }
    return judged.toString();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ScoresTest.class.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }
}
