package io.waxseal.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuickstartTest {
  @TempDir
  Path folder;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @Test
  void everyStepHoldsWithAllGuards() throws IOException {
    assertThat(tell(Variation.NONE)).isZero();
    assertThat(printed())
        .contains("Every step held")
        .doesNotContain("NOT TRUE")
        .doesNotContain("BROKEN");
  }

  @ParameterizedTest
  @EnumSource(RemovedGuards.class)
  void theStoryEndsAtTheStepOfTheGuardThatIsMissing(RemovedGuards removed) throws IOException {
    assertThat(tell(removed)).as(printed()).isEqualTo(10 + removed.step());
    assertThat(printed())
        .containsPattern("(NOT TRUE: step|BROKEN in step) " + removed.step())
        .doesNotContain("Every step held");
  }

  private int tell(Variation variation) throws IOException {
    Story story = new Story(new PrintStream(output, true, StandardCharsets.UTF_8));
    try (Quickstart quickstart = new Quickstart(folder, story, variation)) {
      return quickstart.tell();
    }
  }

  private String printed() {
    return output.toString(StandardCharsets.UTF_8);
  }
}
