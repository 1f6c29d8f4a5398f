package io.waxseal.redaction.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.Health;
import io.waxseal.WhatsApp;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.redaction.Redactor;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes one bundle, file after file. */
final class BundleWriter {

  private static final List<String> PROPERTIES = List.of(
      "file.encoding",
      "java.runtime.version",
      "java.vendor",
      "java.version",
      "java.vm.name",
      "java.vm.version",
      "native.encoding",
      "os.arch",
      "os.name",
      "os.version",
      "user.country",
      "user.language",
      "user.timezone");

  private final ZipOutputStream zip;
  private final Redactor redactor;
  private final Instant made;
  private final List<SupportManifest.Entry> entries = new ArrayList<>();
  private String open = "";

  BundleWriter(OutputStream out, Redactor redactor, Instant made) {
    this.zip = new ZipOutputStream(out, UTF_8);
    this.redactor = redactor;
    this.made = made;
  }

  void health(Health health) throws IOException {
    SafeText text = new SafeText(redactor);
    List<JsonObject> checks = new ArrayList<>();
    for (Health.Check check : health.checks()) {
      checks.add(JsonObject.builder()
          .put("name", text.of(check.name()))
          .put("status", check.status().name())
          .put("says", text.of(check.says()))
          .put("figures", figures(check, text))
          .build());
    }
    json(
        "health.json",
        text,
        JsonObject.builder()
            .put("at", health.at().toString())
            .put("status", health.status().name())
            .put("checks", JsonArray.of(checks))
            .build());
  }

  /** As one JSON document, so that a name counts for its number and two names may become the same. */
  private static JsonValue figures(Health.Check check, SafeText text) {
    JsonObject.Builder figures = JsonObject.builder();
    check.figures().forEach(figures::put);
    String safe = text.of(figures.build().toText());
    return safe.startsWith("{") ? JsonValue.parse(safe) : new JsonString(safe);
  }

  void versions() throws IOException {
    SafeText text = new SafeText(redactor);
    JsonObject.Builder modules = JsonObject.builder();
    ModuleLayer.boot().modules().stream()
        .map(Module::getDescriptor)
        .filter(module -> module.rawVersion().isPresent() && !module.name().startsWith("java."))
        .filter(module -> !module.name().startsWith("jdk."))
        .sorted(Comparator.comparing(ModuleDescriptor::name))
        .forEach(module -> modules.put(module.name(), module.rawVersion().orElse("")));
    json(
        "versions.json",
        text,
        JsonObject.builder()
            .put("waxseal", version())
            .put("java", Runtime.version().toString())
            .put("modules", modules.build())
            .build());
  }

  /** The version in the manifest of core's jar, or of its module. */
  private static String version() {
    String version = WhatsApp.class.getPackage().getImplementationVersion();
    ModuleDescriptor module = WhatsApp.class.getModule().getDescriptor();
    return version != null
        ? version
        : module == null ? "unknown" : module.rawVersion().orElse("unknown");
  }

  void properties() throws IOException {
    SafeText text = new SafeText(redactor);
    JsonObject.Builder properties = JsonObject.builder();
    for (String name : PROPERTIES) {
      properties.put(name, text.of(System.getProperty(name, "")));
    }
    json("properties.json", text, properties.build());
  }

  void composition(Map<String, Object> parts) throws IOException {
    SafeText text = new SafeText(redactor);
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, Object> part : parts.entrySet()) {
      lines.append(text.of(part.getKey())).append(": ").append(text.ofObject(part.getValue()));
      lines.append('\n');
    }
    entry("composition.txt", text, lines.toString());
  }

  void log(Path file, int tail) throws IOException {
    SafeText text = new SafeText(redactor);
    Path last = file.getFileName();
    String source = text.of(last == null ? "" : last.toString());
    begin("logs/" + (entries.size() + 1) + ".log");
    long bytes = 0;
    Optional<String> failure;
    try (LogTail lines = new LogTail(file, tail, text)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        bytes += write(line + "\n");
      }
      failure = lines.failure();
    }
    end(source, bytes, text, failure);
  }

  private void json(String name, SafeText text, JsonObject content) throws IOException {
    entry(name, text, content.toText() + "\n");
  }

  private void entry(String name, SafeText text, String content) throws IOException {
    begin(name);
    end("", write(content), text, Optional.empty());
  }

  /** The manifest comes last, since only then the counts are known. */
  SupportManifest manifest() throws IOException {
    SupportManifest manifest = new SupportManifest(made, entries);
    begin("manifest.json");
    write(manifest.toJson() + "\n");
    zip.finish();
    zip.flush();
    return manifest;
  }

  private void begin(String name) throws IOException {
    open = name;
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.ofInstant(made, ZoneOffset.UTC));
    zip.putNextEntry(entry);
  }

  private int write(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    zip.write(bytes);
    return bytes.length;
  }

  private void end(String source, long bytes, SafeText text, Optional<String> failure) {
    entries.add(
        new SupportManifest.Entry(open, source, bytes, text.withheld(), text.found(), failure));
  }
}
