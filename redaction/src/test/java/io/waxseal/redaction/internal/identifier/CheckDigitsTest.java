package io.waxseal.redaction.internal.identifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds each kind of number to {@code check-digits.txt}. Its lines are type, country, a made-up value, and whether it is
 * admitted, or what may stand where the value has an asterisk.
 */
class CheckDigitsTest {

  static final String FILE = "check-digits.txt";

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void aKindAdmitsWhatItsCheckDigitsAllow(String kind, List<String[]> lines) {
    List<String> wrong = new ArrayList<>();
    for (String[] line : lines) {
      String value = line[2];
      String now = CheckDigits.answer(value, CheckDigits.admitted(kind, value));
      if (!now.equals(line[3])) {
        wrong.add(value + " " + line[3] + ", now " + now);
      }
    }
    assertThat(wrong).as("made-up numbers judged otherwise than before").isEmpty();
  }

  @Test
  void everyKindOfTheTableIsInTheFile() throws IOException {
    assertThat(kinds().map(arguments -> arguments.get()[0]))
        .containsExactlyInAnyOrderElementsOf(CheckDigits.kinds());
  }

  static Stream<Arguments> kinds() throws IOException {
    Map<String, List<String[]>> kinds = new LinkedHashMap<>();
    for (String line : written()) {
      String[] columns = line.split("\\|", -1);
      kinds
          .computeIfAbsent(columns[0] + "|" + columns[1], key -> new ArrayList<>())
          .add(columns);
    }
    return kinds.entrySet().stream().map(kind -> Arguments.of(kind.getKey(), kind.getValue()));
  }

  static List<String> written() throws IOException {
    try (InputStream in = CheckDigitsTest.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
          .lines()
          .toList();
    }
  }
}
