package io.waxseal.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.WhatsApp;
import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Guard;
import io.waxseal.person.Vault;
import io.waxseal.redaction.support.SupportBundle;
import io.waxseal.redaction.support.SupportManifest;
import io.waxseal.webhook.MessageReceived;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tells the whole story and looks at each byte of the support bundle of its composition. */
class SupportBundleOfTheStoryTest {
  private static final Path LOG = Path.of(System.getProperty("org.slf4j.simpleLogger.logFile"));

  @TempDir
  Path folder;

  @Test
  void noNumberNoTokenAndNoBodyIsInTheBundle() throws IOException {
    Host host = new Host();
    Path bundle = folder.resolve("bundle.zip");
    SupportManifest manifest;
    try (Quickstart quickstart =
        new Quickstart(folder, new Story(new PrintStream(new ByteArrayOutputStream())), host)) {
      assertThat(quickstart.tell()).isZero();
      manifest = SupportBundle.builder()
          .whatsapp(quickstart.whatsapp())
          .part("vault", host.vault)
          .part("redactor", host.redactor)
          .addLog(LOG)
          .addLog(logOfTheHost(host))
          .build()
          .writeTo(bundle);
    }
    String content = content(bundle);
    assertThat(content)
        .contains("\"name\":\"database\"", "\"name\":\"vault\"", "whatsapp: WhatsApp[1 accounts]")
        .contains("[CREDIT_CARD]", "[PHONE]", "[WAMID]");
    for (String plant : plants(host)) {
      assertThat(content.contains(plant)).as(plant).isFalse();
    }
    assertThat(manifest.found()).containsKeys("CREDIT_CARD", "PHONE", "WAMID", "SECRET_META_TOKEN");
  }

  /** A host that logs more than it should; free text alone is not in it, since nothing finds that. */
  private Path logOfTheHost(Host host) throws IOException {
    StringBuilder log = new StringBuilder();
    log.append("INFO message from wa_id ").append(Quickstart.NUMBER).append('\n');
    log.append("WARN paid with ").append(Quickstart.CARD).append('\n');
    log.append("DEBUG Authorization: Bearer ").append(Quickstart.TOKEN).append('\n');
    log.append("DEBUG app_secret=").append(Quickstart.APP_SECRET).append('\n');
    host.messageIds.forEach(id -> log.append("DEBUG handled ").append(id).append('\n'));
    return Files.writeString(folder.resolve("host.log"), log);
  }

  private static Set<String> plants(Host host) {
    Set<String> plants = new LinkedHashSet<>(host.messageIds);
    plants.addAll(List.of(
        Quickstart.TOKEN,
        Quickstart.APP_SECRET,
        Quickstart.NUMBER,
        Quickstart.NAME,
        Quickstart.WORDS,
        "corner table",
        Quickstart.CARD,
        "4111111111111111"));
    return plants;
  }

  private static String content(Path bundle) throws IOException {
    StringBuilder content = new StringBuilder(new String(Files.readAllBytes(bundle), UTF_8));
    try (ZipFile zip = new ZipFile(bundle.toFile())) {
      for (var entry : zip.stream().toList()) {
        content.append(entry.getName()).append('\n');
        content.append(new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
      }
    }
    return content.toString();
  }

  /** Keeps what the composition is made of. */
  private static final class Host implements Variation {
    private final Set<String> messageIds = new LinkedHashSet<>();
    private Vault vault;
    private Guard redactor;

    @Override
    public Vault vault(Vault vault) {
      this.vault = vault;
      return vault;
    }

    @Override
    public Guard redactor(Guard redactor) {
      this.redactor = redactor;
      return redactor;
    }

    @Override
    public WhatsApp.Builder builder(WhatsApp.Builder builder) {
      return builder.guards(new Guard() {
        @Override
        public List<AfterEvent> afterEvents() {
          return List.of((event, sender) -> {
            if (event.event() instanceof MessageReceived message) {
              messageIds.add(message.id().value());
            }
          });
        }
      });
    }
  }
}
