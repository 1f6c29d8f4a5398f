package io.waxseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaxsealTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "webhook inspect",
        "webhook verify",
        "audit verify",
        "redact",
        "optout detect",
        "people links",
        "people unlink",
        "upgrade",
        "simulate"
      })
  void everyCommandExplainsItself(String command) {
    Run run = Run.of((Object[]) (command + " --help").split(" "));
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Usage: waxseal " + command, "Exit codes:", "Example", "--version")
        .doesNotContain("${");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void helpFitsOnATerminal() {
    for (List<String> command : List.of(
        List.of("webhook", "inspect"),
        List.of("people", "unlink"),
        List.of("upgrade"),
        List.of("simulate"))) {
      Run run = Run.of(command.get(0), command.size() > 1 ? command.get(1) : "--help", "--help");
      assertThat(run.lines()).allMatch(line -> line.length() <= 80);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "webhook", "audit", "people"})
  void aGroupAloneShowsItsCommandsAsAnError(String group) {
    Run run = group.isEmpty() ? Run.of() : Run.of(group);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Usage: waxseal", "Commands:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"webhok", "webhook inspect", "webhook inspect --no", "audit verify", "--no", "@x"})
  void wrongUsageIsOneLineAndExitCodeTwo(String line) {
    Run run = Run.of((Object[]) line.split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("waxseal: ").contains("--help");
  }

  @Test
  void theVersionIsPrinted() {
    Run run = Run.of("--version");
    assertThat(run.code()).isZero();
    assertThat(run.lines()).singleElement().asString().startsWith("waxseal ");
  }
}
