package io.waxseal.redaction.jul;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.logging.LoggingPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the configurations that docs/logging.md shows, each in a process of its own, since a process has but one. */
class DocumentedJulTest {
  private static final String CARD = "4111 1111 " + "1111 1111";

  @TempDir
  private Path folder;

  @Test
  void theHandlerOfThePageRedacts() throws Exception {
    assertThat(run(LoggingPage.block("java.util.logging", "properties"))).isEmpty();
    assertThat(Files.readString(folder.resolve("app.log")))
        .contains("paid with ", "1111 by ana", "Caused by: java.lang.Exception: again ")
        .contains("DocumentedJulTest$Host main")
        .doesNotContain(CARD, CARD.substring(0, 9));
  }

  @Test
  void theFormatterOfThePageRedacts() throws Exception {
    assertThat(run(LoggingPage.block("One formatter", "properties"))).isEmpty();
    assertThat(Files.readString(folder.resolve("app.log")))
        .contains(
            "<message>paid with [CREDIT_CARD] by ana</message>",
            "Exception: once [CREDIT_CARD]</message>")
        .doesNotContain("1111");
  }

  @Test
  void aRedactorThatCannotBeMadeLogsNothingAndIsNamed() throws Exception {
    String wrong = LoggingPage.block("java.util.logging", "properties")
        .replace("com.example.OurRedactor", "java.lang.String");
    assertThat(run(wrong))
        .contains("io.waxseal.redaction.jul.RedactingHandler.redactor names no public class")
        .doesNotContain("1111");
    assertThat(folder.resolve("app.log"))
        .satisfiesAnyOf(
            log -> assertThat(log).doesNotExist(), log -> assertThat(log).isEmptyFile());
  }

  private String run(String configuration) throws IOException, InterruptedException {
    Path file = folder.resolve("logging.properties");
    Files.writeString(file, configuration.replace("${LOG_FOLDER}", folder.toString()));
    Path said = folder.resolve("said.txt");
    Process host = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.util.logging.config.file=" + file,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Host.class.getName())
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
    assertThat(host.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return Files.readString(said, UTF_8);
  }

  /** A host that logs one line. */
  static final class Host {
    private Host() {}

    /**
     * Logs one line.
     *
     * @param args none
     */
    public static void main(String[] args) {
      Logger log = Logger.getLogger("io.example.Desk");
      log.log(Level.INFO, "paid with {0} by {1}", new Object[] {CARD, "ana"});
      log.log(
          Level.INFO,
          "failed",
          new IllegalStateException("once " + CARD, new Exception("again " + CARD)));
      LogManager.getLogManager().reset();
    }
  }
}
