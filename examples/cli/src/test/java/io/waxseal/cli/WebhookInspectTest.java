package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookInspectTest {
  @TempDir
  private Path folder;

  @Test
  void aWebhookIsOneLineInTheDocumentedShape() throws IOException {
    Path file = write("a.json", Webhooks.messages("text", "hologram"));
    Run run = inspect(file);
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .containsExactly("{\"file\":\"" + file + "\",\"ok\":true,\"events\":["
            + "{\"field\":\"messages\",\"kind\":\"message.text\",\"unknown\":false},"
            + "{\"field\":\"messages\",\"kind\":\"message.hologram\",\"unknown\":true}],"
            + "\"error\":null}");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void anythingElseIsALineWithTheErrorAndExitCodeOne() throws IOException {
    Run run = inspect(write("a.json", Webhooks.notAWebhook()));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines())
        .singleElement()
        .asString()
        .contains("\"ok\":false,\"events\":[],\"error\":\"a webhook's object is");
  }

  @Test
  void oneBadFileDoesNotHideTheOthers() throws IOException {
    write("a.json", "[".repeat(100_000).getBytes(UTF_8));
    write("b.json", new byte[] {(byte) 0xff, 0, 1});
    write("c.json", new byte[0]);
    write("d.json", Webhooks.text());
    Run run = inspect(folder);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(4);
    assertThat(run.lines().get(3)).contains("\"ok\":true");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void foldersAreReadInTheOrderOfNamesWithTheirSubfolders() throws IOException {
    write("c.json", Webhooks.text());
    write("b/z.json", Webhooks.text());
    write("b/a.json", Webhooks.text());
    write("a.json", Webhooks.text());
    write("notes.txt", Webhooks.text());
    assertThat(inspect(folder).lines())
        .extracting(this::file)
        .containsExactly("a.json", "b/a.json", "b/z.json", "c.json");
  }

  @Test
  void aLinkThatLeadsInACircleIsNotFollowed() throws IOException {
    write("a.json", Webhooks.text());
    Files.createSymbolicLink(folder.resolve("again"), folder);
    assertThat(inspect(folder).lines()).hasSize(1);
  }

  @Test
  void aFileNamedItselfNeedsNoSuffix() throws IOException {
    assertThat(inspect(write("captured", Webhooks.text())).code()).isZero();
  }

  @Test
  void aNameFullOfQuotesStillGivesJson() throws IOException {
    Run run = inspect(write("a\"\n\u001b[2J.json", Webhooks.text()));
    assertThat(run.lines()).hasSize(1);
    assertThat(run.out()).doesNotContain("\u001b");
    assertThat(file(run.lines().get(0))).isEqualTo("a\"\n\u001b[2J.json");
  }

  @Test
  void aFileOverThreeMegabytesIsAnError() throws IOException {
    Run run = inspect(write("a.json", new byte[3 * 1024 * 1024 + 1]));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("\"ok\":false").contains("longer than 3 MB");
  }

  @Test
  void aWebhookOfExactlyThreeMegabytesIsRead() throws IOException {
    byte[] text = Webhooks.text();
    byte[] padded = " ".repeat(3 * 1024 * 1024).getBytes(UTF_8);
    System.arraycopy(text, 0, padded, 0, text.length);
    assertThat(inspect(write("a.json", padded)).code()).isZero();
  }

  @Test
  void aDashIsStandardInput() {
    Run run = Run.withInput(Webhooks.text(), "webhook", "inspect", "-");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("{\"file\":\"-\",\"ok\":true");
  }

  @Test
  void aPathThatDoesNotExistIsWrongUsageBeforeAnythingIsPrinted() throws IOException {
    Run run = inspect(write("a.json", Webhooks.text()), folder.resolve("missing.json"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1).first().asString().contains("does not exist");
  }

  @Test
  void aFolderWithoutWebhooksDoesNotPassSilently() {
    Run run = inspect(folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("ends in .json");
  }

  @Test
  void nothingOfTheContentIsPrinted() throws IOException {
    write("a.json", Webhooks.messages("text", "image", Webhooks.TEXT));
    write("b.json", Webhooks.notAWebhook());
    Run run = inspect(folder);
    assertThat(run.out() + run.err())
        .doesNotContain("planted", Webhooks.NUMBER, Webhooks.MESSAGE_ID);
  }

  private static Run inspect(Path... paths) {
    Object[] args = new Object[paths.length + 2];
    args[0] = "webhook";
    args[1] = "inspect";
    System.arraycopy(paths, 0, args, 2, paths.length);
    return Run.of(args);
  }

  private Path write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private String file(String line) {
    JsonObject object = (JsonObject) JsonValue.parse(line);
    String file = ((JsonString) object.get("file").orElseThrow()).value();
    return folder.relativize(Path.of(file)).toString();
  }
}
