package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OptOutDetectTest {
  private static Run detect(String... lines) {
    return Run.withInput(String.join("\n", lines).getBytes(UTF_8), "optout", "detect", "-");
  }

  @Test
  void aStopIsToldWithItsTierAndScopeAndWithoutItsText() {
    Run run = detect("{\"id\":\"m1\",\"text\":\"Stop promotions\",\"via\":\"button\"}");
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .singleElement()
        .asString()
        .startsWith(
            "{\"id\":\"m1\",\"intent\":\"OPT_OUT\",\"tier\":\"T1\",\"scope\":\"MARKETING\"");
    assertThat(run.out()).doesNotContain("promotions");
  }

  @Test
  void whatAsksForNothingHasNoTierAndNoScope() {
    Run run = detect("{\"id\":\"m1\",\"text\":\"where is my parcel\"}");
    assertThat(run.lines())
        .containsExactly(
            "{\"id\":\"m1\",\"intent\":\"NONE\",\"tier\":null,\"scope\":null,\"matched\":null}");
  }

  @Test
  void marketingBeforeTurnsAnAmbiguousWordIntoAStop() {
    assertThat(detect("{\"text\":\"BAJA\"}").out()).contains("NONE");
    assertThat(detect("{\"text\":\"BAJA\",\"lastOutboundMarketing\":true}").out())
        .contains("OPT_OUT");
    assertThat(detect("{\"text\":\"leave\",\"advertised\":\"LEAVE\"}").out()).contains("OPT_OUT");
  }

  @Test
  void aHostileLineHasItsErrorInItsPlaceAndLosesNoOther() {
    Run run = detect(
        "{\"id\":\"m1\",\"text\":\"stop\"}",
        "no json",
        "[1]",
        "{\"id\":\"m4\"}",
        "{\"id\":\"m5\",\"text\":7}",
        "{\"id\":\"m6\",\"text\":\"a\",\"via\":\"fax\"}",
        "{\"id\":\"m7\",\"text\":\"a\",\"advertised\":[]}",
        "{\"id\":\"m8\",\"text\":\"a\",\"lastOutboundMarketing\":\"yes\"}",
        "",
        "{\"id\":\"m10\",\"text\":\"stop\"}");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(9);
    assertThat(run.lines().get(0)).contains("OPT_OUT");
    assertThat(run.lines().get(8)).contains("\"m10\"", "OPT_OUT");
    assertThat(run.lines().subList(1, 8)).allSatisfy(line -> assertThat(line).contains("error"));
    assertThat(run.lines().get(4)).startsWith("{\"line\":5,\"id\":\"m5\"");
  }

  @Test
  void bytesThatAreNoTextAndLinesOfAMegabyteAreErrorsOfTheirOwn() {
    byte[] bytes =
        ("{\"text\":\"" + "a".repeat(2 << 20) + "\"}\n{\"text\":\"x\"}\n").getBytes(UTF_8);
    bytes[bytes.length - 4] = (byte) 0xff;
    Run run = Run.withInput(bytes, "optout", "detect");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(2).allSatisfy(line -> assertThat(line).contains("error"));
  }

  @Test
  void aFileThatIsNotThereIsWrongUsage(@TempDir Path folder) {
    Run run = Run.of("optout", "detect", folder.resolve("none.jsonl"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }
}
