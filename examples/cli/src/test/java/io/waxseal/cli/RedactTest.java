package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactTest {
  private static final String CARD = "4111 1111 1111 1111";

  @TempDir
  private Path folder;

  @Test
  void eachLineOfStandardInputIsRedacted() {
    Run run = redacted("card " + CARD + "\nhello\n");
    assertThat(run.lines()).containsExactly("card [CREDIT_CARD]", "hello");
    assertThat(run.code()).isZero();
  }

  @Test
  void aLineOfJsonIsWalkedAsATree() {
    Run run = redacted("{\"password\":\"abc\",\"n\":1}\n");
    assertThat(run.lines()).containsExactly("{\"password\":\"[SECRET_PASSWORD]\",\"n\":1}");
  }

  @Test
  void theLinesOfAPrivateKeyAreLeftOut() {
    Run run = redacted("-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----\nafter\n");
    assertThat(run.lines()).containsExactly("[SECRET_PEM]", "after");
  }

  @Test
  void aLineTooLongToBeExaminedIsWithheldAndTheNextIsNot() {
    Run run = redacted("card ".repeat(RedactedLines.LONGEST_LINE / 5 + 1) + CARD + "\nafter\r\n");
    assertThat(run.lines()).containsExactly("[REDACTED]", "after");
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertThat(redacted("first\n\ncard " + CARD).lines())
        .containsExactly("first", "", "card [CREDIT_CARD]");
  }

  @Test
  void explainingNamesSpanAndRuleAndNeverTheValue() {
    Run run = Run.withInput(("card " + CARD).getBytes(UTF_8), "redact", "--explain");
    assertThat(run.out()).contains("\"type\":\"CREDIT_CARD\",\"start\":5,\"end\":24", "\"why\":");
    assertThat(run.out()).doesNotContain("1111");
  }

  @Test
  void anEvaluationCountsHitsFalseAlarmsAndMisses() throws IOException {
    Path file = write(
        "{\"text\":\"🙏 card " + CARD
            + "\",\"spans\":[{\"type\":\"CREDIT_CARD\",\"start\":7,\"end\":26}]}",
        "{\"text\":\"Ana, a@example.com\",\"spans\":[{\"type\":\"PERSON\",\"start\":0,\"end\":3}]}",
        "{\"text\":\"x\",\"spans\":[{\"type\":\"IBAN\",\"start\":0,\"end\":1}]}",
        "{\"text\":\"b@example.com\",\"spans\":[]}");
    Run run = Run.of("redact", "--evaluate", file);
    assertThat(run.out())
        .startsWith("{\"overall\":{\"precision\":0.3333,\"recall\":0.5000,\"f1\":0.4000,"
            + "\"tp\":1,\"fp\":2,\"fn\":1}")
        .contains("\"EMAIL\":{\"precision\":0.0000", "\"rows\":4,\"flagged\":1}")
        .doesNotContain("PERSON");
  }

  @Test
  void onlyConfirmedVectorsCount() throws IOException {
    Path file = write(
        "{\"type\":\"BR_CPF\",\"value\":\"529.982.247-25\",\"valid\":true,\"xcheck\":\"agree\"}",
        "{\"type\":\"BR_CPF\",\"value\":\"529.982.247-26\",\"valid\":true,\"xcheck\":\"self\"}",
        "{\"type\":\"BR_CPF\",\"value\":\"1\",\"valid\":true,\"xcheck\":null}");
    Run run = Run.of("redact", "--vectors", file);
    assertThat(run.out())
        .contains("\"overall\":{\"agreements\":1,\"disagreements\":1,\"share\":0.5000}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--evaluate no-such-file",
        "--region Germany",
        "--profile lax",
        "no-such-file",
        "--evaluate a --vectors b",
        "--evaluate a b"
      })
  void wrongUsageIsOneLine(String arguments) {
    Run run = Run.of((Object[]) ("redact " + arguments).split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
  }

  private static Run redacted(String input) {
    return Run.withInput(input.getBytes(UTF_8), "redact");
  }

  private Path write(String... lines) throws IOException {
    return Files.write(folder.resolve("lines.jsonl"), List.of(lines), UTF_8);
  }
}
