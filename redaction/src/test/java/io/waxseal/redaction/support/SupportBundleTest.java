package io.waxseal.redaction.support;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.OurRedactor;
import io.waxseal.Health;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.logging.Planted;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleTest {
  private static final String CARD = "4111 1111 " + "1111 1111";

  @TempDir
  private Path folder;

  @Test
  void nothingThatMayBeInNoLogIsInTheBundle() throws IOException {
    StringBuilder log = new StringBuilder();
    for (Planted planted : Planted.all()) {
      log.append("INFO sent to ").append(planted.value()).append(" now\n");
    }
    for (Planted planted : Planted.named()) {
      log.append("GET /?")
          .append(planted.kind())
          .append('=')
          .append(planted.value())
          .append('\n');
    }
    String all =
        String.join("\n", files(bundle().addLog(log("app.log", log.toString()))).values());
    assertThat(all).contains("INFO sent to [CREDIT_CARD] now");
    for (Planted planted : Planted.all()) {
      assertThat(all).as(planted.kind()).doesNotContain(planted.value());
    }
    for (Planted planted : Planted.named()) {
      assertThat(all).as(planted.kind()).doesNotContain(planted.value());
    }
  }

  @Test
  void theManifestCountsWhatWasFoundByFileAndType() throws IOException {
    SupportBundle bundle = bundle()
        .addLog(log("app.log", "card " + CARD + "\ncard " + CARD + "\nfine\n"))
        .build();
    SupportManifest manifest = bundle.writeTo(OutputStream.nullOutputStream());
    assertThat(manifest.found()).isEqualTo(Map.of("CREDIT_CARD", 2L));
    assertThat(manifest.entries())
        .extracting(SupportManifest.Entry::name)
        .containsExactly("versions.json", "properties.json", "composition.txt", "logs/4.log");
    assertThat(files(bundle).get("manifest.json"))
        .isEqualTo(manifest.toJson() + "\n")
        .contains("\"source\":\"app.log\"", "\"found\":{\"CREDIT_CARD\":2}")
        .contains("\"made\":\"2026-01-01T00:00:00Z\"");
  }

  @Test
  void healthIsRedactedToo() throws IOException {
    Health health = new Health(
        Instant.EPOCH,
        List.of(new Health.Check(
            "inbox", Health.Status.DEGRADED, "look at " + CARD, Map.of("parked", 7L))));
    JsonValue tree = JsonValue.parse(files(bundle().health(health)).get("health.json"));
    assertThat(tree.toText())
        .contains("\"status\":\"DEGRADED\"", "\"parked\":7", "look at [CREDIT_CARD]");
  }

  @Test
  void theNamesAndNumbersOfHealthAreRedactedToo() throws IOException {
    Map<String, Long> figures = Map.of(
        "sent to +49151" + "12345678",
        1L,
        "sent to +49151" + "12345679",
        2L,
        "card",
        4111_1111_1111_1111L,
        "parked",
        7L);
    Health.Check check =
        new Health.Check("sms +49151" + "12345678", Health.Status.UP, "fine", figures);
    String json =
        files(bundle().health(new Health(Instant.EPOCH, List.of(check)))).get("health.json");
    assertThat(json)
        .contains("\"name\":\"sms [PHONE]\"", "\"card\":\"[CREDIT_CARD]\"", "\"parked\":7")
        .doesNotContain("49151", "1111");
    JsonValue.parse(json);
  }

  @Test
  void aFigureThatCannotBeExaminedIsWithheld() throws IOException {
    Redactor failing = Redactor.builder()
        .addDetector((text, found) -> {
          throw new IllegalStateException();
        })
        .build();
    Health.Check check = new Health.Check("inbox", Health.Status.UP, "fine", Map.of("parked", 7L));
    Health health = new Health(Instant.EPOCH, List.of(check));
    assertThat(files(bundle().redactor(failing).health(health)).get("health.json"))
        .endsWith(":\"[REDACTED]\"}}]}\n");
  }

  @Test
  void theCompositionIsTheTextOfItsPartsAndAPartThatFailsCostsNothing() throws IOException {
    Object broken = new Object() {
      @Override
      public String toString() {
        throw new IllegalStateException(CARD);
      }
    };
    Map<String, String> files =
        files(bundle().part("vault", "SealedVault").part("desk", "card " + CARD).part("x", broken));
    assertThat(files.get("composition.txt"))
        .isEqualTo("vault: SealedVault\ndesk: card [CREDIT_CARD]\nx: [REDACTED]\n");
  }

  @Test
  void theHostsOwnRedactorKeepsItsTreatment() throws IOException {
    SupportBundle.Builder bundle = bundle().redactor(new OurRedactor().get()).part("desk", CARD);
    assertThat(files(bundle).get("composition.txt")).endsWith("1111\n").doesNotContain(CARD);
  }

  @Test
  void versionsNameWaxsealAndLeaveOutTheModulesOfTheJdk() throws IOException {
    JsonObject versions = (JsonObject) JsonValue.parse(files(bundle()).get("versions.json"));
    assertThat(versions.members().get("waxseal").toText()).matches("\"[^\"]+\"");
    assertThat(((JsonObject) versions.members().get("modules")).members().keySet())
        .noneMatch(name -> name.startsWith("java.") || name.startsWith("jdk."));
  }

  @Test
  void ofSystemPropertiesOnlyAListIsTaken() throws IOException {
    System.setProperty("waxseal.secret", "swordfish");
    try {
      assertThat(files(bundle()).get("properties.json"))
          .contains("\"java.version\"", "\"os.name\"")
          .doesNotContain("swordfish", "user.name", "user.home", "class.path");
    } finally {
      System.clearProperty("waxseal.secret");
    }
  }

  @Test
  void onlyTheEndOfALogIsTakenAndNoHalfLine() throws IOException {
    Path log = log("app.log", "first line\n4111 1111 1111 " + "1111\nlast line\nend");
    assertThat(files(bundle().addLog(log).tail(20)).get("logs/4.log"))
        .isEqualTo("last line\nend\n");
    assertThat(files(bundle().addLog(log).tail(1)).get("logs/4.log")).isEmpty();
    assertThat(files(bundle().addLog(log)).get("logs/4.log"))
        .startsWith("first line\n[CREDIT_CARD]");
  }

  @Test
  void aPrivateKeyIsWithheldAlsoWhereItsFirstLineIsNotSeen() throws IOException {
    String key = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us";
    String pem = "-----BEGIN PRIVATE " + "KEY-----\n" + key + "\n-----END PRIVATE " + "KEY-----\n";
    Map<String, String> files = files(bundle()
        .addLog(log("a.log", "before\n" + pem + "after\n"))
        .addLog(log("b.log", key + "\nafter\n")));
    assertThat(files.get("logs/4.log"))
        .startsWith("before\n")
        .endsWith("after\n")
        .doesNotContain(key);
    assertThat(files.get("logs/5.log")).isEqualTo("[REDACTED]\nafter\n");
  }

  @Test
  void noLineOfAPrivateKeyIsTakenAndWhatFollowsItIs() throws IOException {
    String begin = "-----BEGIN RSA PRIVATE " + "KEY-----";
    String end = "-----END RSA PRIVATE " + "KEY-----";
    String log = String.join("\n", "before", begin, "Proc-Type: 4", "abcd", "efgh", end, "after\n");
    assertThat(files(bundle().addLog(log("a.log", log))).get("logs/4.log"))
        .startsWith("before\n")
        .endsWith("]\nafter\n")
        .doesNotContain("Proc", "abcd", "efgh", "\n\n");
    assertThat(lines(begin + "abcd" + end + "\nafter\n")).endsWith("\nafter\n");
  }

  @Test
  void eachLineOfAKeyThatIsWithheldIsCounted() throws IOException {
    String key = "  -----BEGIN PGP PRIVATE " + "KEY BLOCK-----\n\n  abcd\n  -----END PGP\nfine\n";
    SupportBundle bundle = bundle().addLog(log("a.log", key)).build();
    assertThat(files(bundle).get("logs/4.log"))
        .isEqualTo("  [SECRET_PEM]\n\n[REDACTED]\n[REDACTED]\nfine\n");
    assertThat(bundle.writeTo(OutputStream.nullOutputStream()).entries().get(3).withheld())
        .isEqualTo(2);
  }

  @Test
  void aKeyThatIsOnlySpokenOfHidesNothingBehindIt() throws IOException {
    assertThat(lines("expected '-----BEGIN PRIVATE " + "KEY-----'\nINFO all fine\n"))
        .endsWith("\nINFO all fine\n");
  }

  @Test
  void whatOnlyLooksLikeTheFirstLineOfAKeyHidesNothing() throws IOException {
    for (String line : List.of(
        "-----BEGIN CERTIFICATE-----",
        "a PRIVATE " + "KEY----- without its first words",
        "-----BEGIN nothing")) {
      assertThat(lines(line + "\nafter\nlast\n")).endsWith("\nafter\nlast\n");
    }
  }

  @Test
  void aLineOfBase64IsWithheldFromTheLengthThatKeysHave() throws IOException {
    String line = "azAZ09+/".repeat(6) + "azAZ09+=";
    assertThat(lines(line + "\n  " + line + "\r\nfine\n"))
        .isEqualTo("[REDACTED]\n[REDACTED]\nfine\n");
    for (String other : List.of(" ", "-", ":", "@", "[", "`", "{")) {
      String words = ("shelf" + other + "a ").repeat(12).strip();
      assertThat(lines(words + "\n")).isEqualTo(words + "\n");
    }
  }

  @Test
  void theLongestLineIsTakenAndALineThatBeginsWithZeroEndsNothing() throws IOException {
    String longest = "x ".repeat(32 << 10);
    assertThat(lines(longest + "\n")).isEqualTo(longest + "\n");
    assertThat(lines("x" + longest + "\n")).isEqualTo("[REDACTED]\n");
    assertThat(lines("\0a\nfine\n")).isEqualTo("[REDACTED]\nfine\n");
  }

  @Test
  void whatIsLoggedMeanwhileIsNotTaken() throws IOException {
    for (String content : List.of("one", "one\n")) {
      Path file = log("app.log", content);
      try (LogTail tail = new LogTail(file, content.length(), new SafeText(Redactor.standard()))) {
        Files.writeString(file, "two\nthree\n", StandardOpenOption.APPEND);
        assertThat(tail.next()).isEqualTo("one");
        assertThat(tail.next()).isNull();
      }
    }
  }

  @Test
  void whatCannotBeExaminedIsWithheldLineByLine() throws IOException {
    Path log = folder.resolve("odd.log");
    try (OutputStream out = Files.newOutputStream(log)) {
      out.write(("x".repeat(70_000) + CARD + "\n").getBytes(UTF_8));
      out.write(new byte[] {'a', (byte) 0xff, '\n'});
      out.write("4111\0 1111 1111 1111\nfine\n".getBytes(UTF_8));
    }
    SupportBundle bundle = bundle().addLog(log).build();
    assertThat(files(bundle).get("logs/4.log"))
        .isEqualTo("[REDACTED]\n[REDACTED]\n[REDACTED]\nfine\n");
    assertThat(bundle.writeTo(OutputStream.nullOutputStream()).entries().get(3).withheld())
        .isEqualTo(3);
  }

  @Test
  void aLogInAnotherEncodingShowsNothing() throws IOException {
    Path log = folder.resolve("wide.log");
    Files.write(log, ("card " + CARD + "\ncard " + CARD + "\n").getBytes(UTF_16));
    assertThat(files(bundle().addLog(log)).get("logs/4.log").replace("\0", ""))
        .doesNotContain("1111");
  }

  @Test
  void aLogThatCannotBeReadIsNamedInTheManifest() throws IOException {
    SupportManifest manifest = bundle()
        .addLog(folder.resolve("missing.log"))
        .addLog(folder)
        .build()
        .writeTo(OutputStream.nullOutputStream());
    assertThat(manifest.entries().subList(3, 5))
        .extracting(entry -> entry.failure().orElse(""))
        .containsExactly("NoSuchFile", "NotAFile");
    assertThat(manifest.toJson())
        .contains("\"failure\":\"NoSuchFile\"", "\"failure\":\"NotAFile\"");
  }

  @Test
  void theNameOfALogIsRedactedAndNamesNoFolder() throws IOException {
    SupportManifest manifest = bundle()
        .addLog(log("4111111111111111" + ".log", "fine\n"))
        .build()
        .writeTo(OutputStream.nullOutputStream());
    assertThat(manifest.toJson()).doesNotContain("1111").doesNotContain(folder.toString());
  }

  @Test
  void theFileOpensAsAZipDatedByTheClock() throws IOException {
    Path file = folder.resolve("bundle.zip");
    SupportManifest manifest = bundle().addLog(log("app.log", "fine\n")).build().writeTo(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .startsWith(
              manifest.entries().stream().map(SupportManifest.Entry::name).toArray(String[]::new))
          .endsWith("manifest.json");
      assertThat(zip.stream().map(ZipEntry::getTimeLocal))
          .containsOnly(LocalDateTime.of(2026, 1, 1, 0, 0));
    }
  }

  @Test
  void whatIsWrittenHasReachedTheStreamWhichStaysOpen() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    bundle().build().writeTo(new BufferedOutputStream(out, 1 << 20));
    Path file = Files.write(folder.resolve("copy.zip"), out.toByteArray());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.getEntry("manifest.json")).isNotNull();
    }
  }

  @Test
  void onlyItsOwnerMayReadTheFile() throws IOException {
    Path file = folder.resolve("bundle.zip");
    bundle().build().writeTo(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatExistsStaysAsItIs() throws IOException {
    Path file = log("bundle.zip", "mine");
    assertThatThrownBy(() -> bundle().build().writeTo(file))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("mine");
  }

  @Test
  void aStreamThatFailsIsTold() {
    OutputStream full = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("full");
      }
    };
    assertThatThrownBy(() -> bundle().build().writeTo(full)).isInstanceOf(IOException.class);
  }

  @Test
  void aLongLogNeedsNoMoreMemoryThanAShortOne() throws IOException {
    Path log = folder.resolve("long.log");
    try (OutputStream out = Files.newOutputStream(log)) {
      byte[] lines = "worker handled 3 of 4\n".repeat(10_000).getBytes(UTF_8);
      for (int i = 0; i < 15; i++) {
        out.write(lines);
      }
    }
    long[] most = new long[1];
    OutputStream watching = new OutputStream() {
      @Override
      public void write(int b) {}

      @Override
      public void write(byte[] bytes, int from, int length) {
        most[0] = Math.max(most[0], length);
      }
    };
    SupportManifest manifest =
        bundle().addLog(log).tail(Integer.MAX_VALUE).build().writeTo(watching);
    assertThat(manifest.entries().get(3).bytes()).isEqualTo(Files.size(log));
    assertThat(most[0]).isLessThan(100_000);
  }

  @Test
  void misuseIsNamed() {
    assertThatThrownBy(() -> bundle().tail(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bundle().part("a", "b").part("a", "c"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(bundle().addLog(folder).build()).hasToString("SupportBundle[logs=1]");
  }

  private static SupportBundle.Builder bundle() {
    return SupportBundle.builder()
        .clock(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
  }

  private Path log(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private String lines(String log) throws IOException {
    return files(bundle().addLog(log("lines.log", log))).get("logs/4.log");
  }

  private static Map<String, String> files(SupportBundle.Builder bundle) throws IOException {
    return files(bundle.build());
  }

  private static Map<String, String> files(SupportBundle bundle) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    bundle.writeTo(out);
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return files;
  }
}
