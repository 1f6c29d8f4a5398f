package io.waxseal.redaction.internal.find;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.waxseal.redaction.Profile;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.internal.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind the end of a text its array holds what another text left there, or nothing at all. */
class EndOfTextTest {

  private static final List<String> FILES = List.of("more-texts.txt", "scores.txt");

  /** A text that cannot be read behind its end. */
  private static final class Bounded extends Text {

    @Override
    public char charAt(int index) {
      Objects.checkIndex(index, length());
      return super.charAt(index);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DE", "FR"})
  void whereverATextEndsNothingBehindItIsRead(String region) throws IOException {
    Settings settings = new Settings(Profile.STRICT.threshold(), region);
    Scan scan = new Scan(new Bounded(), settings, new Shapes(settings));
    for (String text : texts()) {
      for (int end = 0; end <= text.length(); end++) {
        String cut = text.substring(0, end);
        assertThatCode(() -> scan.run(cut, finding -> {})).as(cut).doesNotThrowAnyException();
      }
    }
  }

  /** What is found in a text follows it behind an arrow. */
  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (String file : FILES) {
      try (InputStream in =
          Objects.requireNonNull(Redactor.class.getResourceAsStream(file), file)) {
        new String(in.readAllBytes(), UTF_8)
            .lines()
            .map(line -> line.split(" ⇒", 2)[0])
            .forEach(texts::add);
      }
    }
    return texts;
  }
}
