package io.waxseal.redaction.log4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.logging.LoggingPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the configurations that docs/logging.md shows. */
class DocumentedLog4jTest {
  private static final String CARD = "4111 1111 " + "1111 1111";

  @TempDir
  private Path folder;

  @BeforeEach
  void set() {
    System.setProperty("LOG_FOLDER", folder.toString());
    ThreadContext.put("payment", CARD);
  }

  @AfterEach
  void clear() {
    System.clearProperty("LOG_FOLDER");
    ThreadContext.clearAll();
  }

  @Test
  void thePolicyOfThePageRedactsTextAndJson() throws IOException {
    log(LoggingPage.block("Log4j 2", "xml"));
    assertThat(file("app.log"))
        .contains("paid with ", "1111 by ana", "Caused by: java.lang.Exception: again ")
        .contains("at io.waxseal.redaction.log4j.Documented", "payment=")
        .doesNotContain(CARD, CARD.substring(0, 9));
    assertThat(file("app.json"))
        .contains("paid with ", "\"payment\"", "\"error.stack_trace\"")
        .doesNotContain(CARD, CARD.substring(0, 9));
  }

  @Test
  void asynchronousLoggersAreRedactedOnTheirThread() throws IOException {
    log(LoggingPage.block("Asynchronous loggers", "xml"));
    assertThat(file("app.log"))
        .contains("paid with [CREDIT_CARD] by ana", "Exception: again [CREDIT_CARD]")
        .doesNotContain("1111");
  }

  private static void log(String configuration) throws IOException {
    try (LoggerContext context = new LoggerContext("page")) {
      context.start(new XmlConfiguration(
          context,
          new ConfigurationSource(new ByteArrayInputStream(configuration.getBytes(UTF_8)))));
      Logger log = context.getLogger("io.example.Desk");
      log.info("paid with {} by {}", CARD, "ana");
      log.error("failed", new IllegalStateException("x", new Exception("again " + CARD)));
    }
  }

  private String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
