package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
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
  void theLinesOfAPrivateKeyAreWithheld() {
    Run run = redacted("-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----\nafter\n");
    assertThat(run.lines()).containsExactly("[SECRET_PEM]", "[REDACTED]", "[REDACTED]", "after");
  }

  @Test
  void aKeyThatBeginsInTheLastLineOfACertificateIsWithheld() {
    Run run = redacted("-----END CERTIFICATE----------BEGIN PRIVATE KEY-----\nMIIEvQ\n"
        + "-----END PRIVATE KEY-----\n");
    assertThat(run.lines())
        .containsExactly("-----END CERTIFICATE-----[SECRET_PEM]", "[REDACTED]", "[REDACTED]");
  }

  @Test
  void behindAnIndentedKeyNoLineIsLost() {
    Run run = redacted("key: |\n  -----BEGIN PRIVATE KEY-----\n  MIIEvQ\n"
        + "  -----END PRIVATE KEY-----\nother: value\nafter\n");
    assertThat(run.lines())
        .containsExactly(
            "key: |", "  [SECRET_PEM]", "[REDACTED]", "[REDACTED]", "other: value", "after");
  }

  @Test
  void textInAnotherEncodingIsWithheld() {
    assertThat(run("card 4111\u00a01111\u00a01111\u00a01111\nfine\n".getBytes(ISO_8859_1))
            .lines())
        .containsExactly("[REDACTED]", "fine");
    assertThat(run("password: hunter2x!\n".getBytes(UTF_16LE)).lines())
        .isNotEmpty()
        .containsOnly("[REDACTED]");
  }

  @Test
  void aLineOfJsonBehindAByteOrderMarkIsWalkedAsATree() {
    assertThat(redacted("\uFEFF{\"password\":{\"v\":\"hunter2\"}}\n").lines())
        .containsExactly("{\"password\":{\"v\":\"[SECRET_PASSWORD]\"}}");
  }

  @Test
  void explainingSaysWhichLineIsWithheld() {
    assertThat(
            Run.withInput("a\0\nfine\n".getBytes(UTF_8), "redact", "--explain").lines())
        .containsExactly(
            "{\"line\":1,\"withheld\":true,\"findings\":[]}",
            "{\"line\":2,\"withheld\":false,\"findings\":[]}");
  }

  @Test
  void whatCannotBeWrittenIsNoSuccess() throws IOException {
    PrintWriter full = new PrintWriter(new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("full");
      }
    });
    StringWriter err = new StringWriter();
    String file = write("fine").toString();
    assertThat(Waxseal.run(full, new PrintWriter(err), "redact", file)).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
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
    return run(input.getBytes(UTF_8));
  }

  private static Run run(byte[] input) {
    return Run.withInput(input, "redact");
  }

  private Path write(String... lines) throws IOException {
    return Files.write(folder.resolve("lines.jsonl"), List.of(lines), UTF_8);
  }
}
