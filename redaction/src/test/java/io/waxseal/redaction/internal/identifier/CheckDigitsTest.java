package io.waxseal.redaction.internal.identifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Holds each kind of number to {@code check-digits.txt}. Its lines are type, country, a made-up value, and whether it is
 * admitted, or what may stand where the value has an asterisk.
 */
class CheckDigitsTest {

  static final String FILE = "check-digits.txt";

  @Test
  void everyKindAdmitsWhatItsCheckDigitsAllow() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String line : written()) {
      int answer = line.lastIndexOf('|') + 1;
      int value = line.lastIndexOf('|', answer - 2) + 1;
      String asked = line.substring(value, answer - 1);
      String now =
          CheckDigits.answer(asked, CheckDigits.admitted(line.substring(0, value - 1), asked));
      if (!now.equals(line.substring(answer))) {
        wrong.add(line + ", now " + now);
      }
    }
    assertThat(wrong).as("made-up numbers judged otherwise than before").isEmpty();
  }

  static List<String> written() throws IOException {
    try (InputStream in = CheckDigitsTest.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
          .lines()
          .toList();
    }
  }
}
