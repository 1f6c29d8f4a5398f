package io.waxseal.redaction.logback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.WarnStatus;
import io.waxseal.redaction.logging.LoggingPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the configurations that docs/logging.md shows. */
class DocumentedLogbackTest {
  private static final String CARD = "4111 1111 " + "1111 1111";

  @TempDir
  private Path folder;

  private final LoggerContext context = new LoggerContext();

  @Test
  void theAppenderOfThePageRedactsTextAndJson() throws Exception {
    log(configured("Logback"));
    assertThat(file("app.log"))
        .contains("paid with ", "1111 by ana", "at io.waxseal.redaction.logback.Documented")
        .contains("Caused by: java.lang.Exception")
        .doesNotContain(CARD, CARD.substring(0, 9), "swordfish");
    assertThat(file("app.json"))
        .contains("paid with", "\"mdc\"", "\"kvpList\"", "\"throwable\"")
        .doesNotContain(CARD, CARD.substring(0, 9), "swordfish");
  }

  @Test
  void theEncoderOfThePageRedacts() throws Exception {
    log(configured("One encoder"));
    assertThat(file("app.log"))
        .contains("paid with [CREDIT_CARD] by ana", "Exception: again [CREDIT_CARD]")
        .doesNotContain("1111");
  }

  @Test
  void theHostsRedactorOfThePageIsTheOneThatRan() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path module = here.endsWith("redaction") ? here : here.resolve("redaction");
    assertThat(Files.readString(module.resolve("src/test/java/com/example/OurRedactor.java")))
        .endsWith(LoggingPage.block("", ""));
  }

  private void log(Logger log) {
    context.getMDCAdapter().put("payment", CARD);
    log.atInfo()
        .addKeyValue("password", "swordfish")
        .addArgument(CARD)
        .addArgument("ana")
        .setCause(new IllegalStateException("failed", new Exception("again " + CARD)))
        .log("paid with {} by {}");
    context.stop();
    assertThat(context.getStatusManager().getCopyOfStatusList())
        .noneMatch(status -> status.getLevel() >= Status.WARN || status instanceof WarnStatus);
  }

  private Logger configured(String heading) throws JoranException {
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.putProperty("LOG_FOLDER", folder.toString());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        new ByteArrayInputStream(LoggingPage.block(heading, "xml").getBytes(UTF_8)));
    return context.getLogger("io.example.Desk");
  }

  private String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
