package io.waxseal.consent.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of docs/consent.md. {@code -Dwaxseal.corpus=FOLDER} adds a corpus that is not in this repository. */
@Tag("data")
final class FiguresTest {
  private static final Set<String> LARGE =
      Set.of("en", "es", "pt", "fr", "de", "it", "nl", "hi", "id", "ar", "tr", "ru");

  /** Each unseen lot was written before the rules it was measured with were looked at; now they know it. */
  @ParameterizedTest
  @ValueSource(strings = {"own", "unseen-first", "unseen-second", "unseen-third"})
  void onOwnMessagesTheFiguresHold(String lot) throws IOException {
    try (InputStream in = FiguresTest.class.getResourceAsStream("/optout/" + lot + ".jsonl")) {
      hold(lot, Labelled.read(Objects.requireNonNull(in).readAllBytes()));
    }
  }

  @Test
  void onTheCorpusTheFiguresHold() throws IOException {
    String folder = System.getProperty("waxseal.corpus");
    assumeTrue(folder != null, "the system property waxseal.corpus names no folder");
    Path file = Path.of(folder, "optout", "given.jsonl");
    hold("corpus", Labelled.read(Files.readAllBytes(file)));
  }

  private static void hold(String name, List<Labelled> rows) {
    Figures figures = new Figures(rows);
    System.out.println("opt-out figures, " + name + ": " + figures);
    assertThat(
            figures.recall(row -> LARGE.contains(row.language().split("-")[0])).percent())
        .isGreaterThanOrEqualTo(95);
    assertThat(figures.recall(row -> true).percent()).isGreaterThanOrEqualTo(88);
    assertThat(figures.falseAlarms(Intent.OPT_OUT).percent()).isLessThanOrEqualTo(1);
    assertThat(figures.falseAlarms(Intent.PROVISIONAL).percent()).isLessThanOrEqualTo(4);
    assertThat(figures.rights().percent()).isGreaterThanOrEqualTo(80);
    assertThat(figures.falseStarts().hits()).isZero();
  }
}
