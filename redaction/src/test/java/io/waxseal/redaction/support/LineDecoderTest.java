package io.waxseal.redaction.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDecoderTest {
  private static final String BEGIN = "-----BEGIN RSA PRIVATE " + "KEY-----";
  private static final String END = "-----END RSA PRIVATE " + "KEY-----";
  private static final String BODY = "azAZ09+/".repeat(8);
  private static final String NONE = "withheld";

  @Test
  void aKeyEndsWithItsLastLine() {
    assertThat(decoded("before", BEGIN, BODY, "abcd==", END, "after"))
        .containsExactly("before", BEGIN, NONE, NONE, NONE, "after");
  }

  @Test
  void aKeyMayBeginBehindTheEndOfAnother() {
    assertThat(decoded(BEGIN, BODY, END + BEGIN, "abcd", END, "after"))
        .containsExactly(BEGIN, NONE, NONE, NONE, NONE, "after");
    assertThat(decoded("-----END CERTIFICATE-----" + BEGIN, "abcd"))
        .endsWith(NONE)
        .doesNotContain("abcd");
  }

  @Test
  void aKeyOnOneLineOpensNothing() {
    assertThat(decoded(BEGIN + "abcd" + END, "after")).endsWith("after");
    assertThat(decoded(BEGIN + "abcd" + END + " " + BEGIN + "abcd" + END, "after"))
        .endsWith("after");
  }

  @Test
  void headersBelongToAKey() {
    assertThat(decoded(BEGIN, "Proc-Type: 4,ENCRYPTED", "DEK-Info: AES-128-CBC,00", "", BODY))
        .containsExactly(BEGIN, NONE, NONE, "", NONE);
    assertThat(decoded("Version: 3")).containsExactly("Version: 3");
  }

  @Test
  void aLineOfABodyIsKnownInQuotesAndBehindWhatALogPutsBeforeIt() {
    String logged = "2026-01-01 INFO " + BODY;
    String quoted = "\"" + BODY + "\\n\" +";
    assertThat(decoded(BEGIN, logged, "other thread: fine", quoted))
        .containsExactly(BEGIN, NONE, "other thread: fine", NONE);
    assertThat(decoded(logged)).containsExactly(logged);
  }

  @Test
  void withoutBase64AKeySoonEnds() {
    List<String> lines = new ArrayList<>(List.of(BEGIN));
    lines.addAll(Collections.nCopies(20, "word"));
    lines.add("after");
    assertThat(decoded(lines.toArray(String[]::new)))
        .endsWith("after")
        .doesNotContain("word")
        .hasSize(22);
  }

  @Test
  void aKeyOfHundredsOfLinesIsWithheldToItsEnd() {
    List<String> lines = new ArrayList<>(List.of(BEGIN));
    lines.addAll(Collections.nCopies(370, "> " + BODY));
    lines.addAll(List.of("abcd", END, "after"));
    assertThat(decoded(lines.toArray(String[]::new)).subList(370, 374))
        .containsExactly(NONE, NONE, NONE, "after");
  }

  @Test
  void whatEndsWithoutABeginningIsText() {
    assertThat(decoded(END, "abcd")).containsExactly(END, "abcd");
  }

  @Test
  void nulAndBrokenCharactersAreWithheld() {
    assertThat(decoded("a\0b", "fine")).containsExactly(NONE, "fine");
    LineDecoder decoder = new LineDecoder();
    assertThat(decoder.decode(ByteBuffer.wrap(new byte[] {'a', (byte) 0xa0, 'b'})))
        .isEmpty();
    assertThat(decoder.decode(ByteBuffer.wrap(new byte[] {(byte) 0xe2, (byte) 0x82})))
        .isEmpty();
  }

  @Test
  void theMarkAtTheBeginningAndTheReturnAtTheEndAreNoText() {
    assertThat(decoded("\uFEFFa\uFEFF\r", "\r", "\uFEFF", ""))
        .containsExactly("a\uFEFF", "", "", "");
  }

  private static List<String> decoded(String... lines) {
    LineDecoder decoder = new LineDecoder();
    List<String> decoded = new ArrayList<>();
    for (String line : lines) {
      decoded.add(decoder.decode(ByteBuffer.wrap(line.getBytes(UTF_8))).orElse(NONE));
    }
    return decoded;
  }
}
