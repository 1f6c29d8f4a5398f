package io.waxseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter terminal = new StringWriter();
  private long now;
  private final Progress progress = new Progress(Optional.of(new PrintWriter(terminal)), () -> now);

  @Test
  void aShortRunShowsNothing() {
    at(2.9, "half");
    progress.done();
    assertThat(terminal.toString()).isEmpty();
  }

  @Test
  void aLongRunShowsALineASecond() {
    at(3, "one");
    at(3.9, "two");
    at(4, "three");
    assertThat(terminal.toString()).contains("one", "three").doesNotContain("two", "\n");
  }

  @Test
  void theLineIsGoneAtTheEnd() {
    at(3, "one");
    progress.done();
    progress.done();
    assertThat(terminal.toString()).isEqualTo("\r\u001b[Kone\r\u001b[K");
  }

  @Test
  void withoutATerminalTheStateIsNotEvenAskedFor() {
    Progress none = new Progress(Optional.empty(), () -> now);
    now = Long.MAX_VALUE;
    none.show(() -> {
      throw new AssertionError("asked");
    });
    none.done();
  }

  private void at(double seconds, String state) {
    now = (long) (seconds * 1e9);
    progress.show(() -> state);
  }
}
