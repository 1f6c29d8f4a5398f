package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads recorded and documented samples; needs the folder named by {@code -Dwaxseal.corpus}. */
class CorpusTest {
  private Path corpus;

  @BeforeEach
  void find() {
    String folder = System.getProperty("waxseal.corpus");
    assumeTrue(folder != null, "the system property waxseal.corpus names no folder");
    corpus = Path.of(folder, "cloud-api");
  }

  @Test
  void everySampleWebhookIsOneLineThatIsOk() throws IOException {
    List<Object> args = inspect("webhook.*.json");
    Run run = Run.of(args.toArray());
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.lines())
        .hasSize(args.size() - 2)
        .allMatch(line -> line.contains("\"ok\":true,\"events\":[{"));
  }

  @Test
  void onlyAFieldThatNobodyKnowsIsUnknown() throws IOException {
    assertThat(Run.of(inspect("webhook.*.json").toArray()).lines())
        .filteredOn(line -> line.contains("\"unknown\":true"))
        .allMatch(line -> line.contains("unknown_field"));
  }

  @Test
  void noRequestOrAnswerOfTheApiPassesAsAWebhook() throws IOException {
    List<Object> args = inspect("api.*.json");
    Run run = Run.of(args.toArray());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines())
        .hasSize(args.size() - 2)
        .allMatch(line -> line.contains("\"ok\":false"));
  }

  @Test
  void everySampleSignatureIsValidForItsOwnBodyOnly(@TempDir Path folder) throws IOException {
    JsonObject file = (JsonObject) JsonValue.parse(
        Files.readAllBytes(corpus.resolve("signature.x_hub_signature_256.vectors.json")));
    List<JsonValue> vectors = ((JsonArray) file.get("vectors").orElseThrow()).elements();
    for (JsonValue body : vectors) {
      for (JsonValue signature : vectors) {
        Run run = Run.withInput(
            text(body, "raw_body").getBytes(UTF_8),
            "webhook",
            "verify",
            "--secret-file",
            Files.writeString(folder.resolve("secret"), text(signature, "app_secret")),
            "--signature",
            text(signature, "x_hub_signature_256"),
            "-");
        assertThat(run.code()).isEqualTo(body == signature ? 0 : 1);
      }
    }
  }

  private static String text(JsonValue object, String name) {
    return ((JsonString) ((JsonObject) object).get(name).orElseThrow()).value();
  }

  private List<Object> inspect(String pattern) throws IOException {
    List<Object> args = new ArrayList<>(List.of("webhook", "inspect"));
    try (DirectoryStream<Path> samples = Files.newDirectoryStream(corpus, pattern)) {
      samples.forEach(args::add);
    }
    assertThat(args).hasSizeGreaterThan(100);
    return args;
  }
}
