package io.waxseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleCommandTest {
  private static final String CARD = "4111 1111 " + "1111 1111";

  @TempDir
  private Path folder;

  @Test
  void theBundleHoldsTheRedactedLogAndTheCountsAreTold() throws IOException {
    Path log = Files.writeString(folder.resolve("app.log"), "card " + CARD + "\nfine\n");
    Path bundle = folder.resolve("bundle.zip");
    Run run = Run.of("support-bundle", "--output", bundle, log);
    assertThat(run.code()).isZero();
    assertThat(run.lines()).containsExactly("4 files and a manifest; replaced:", "  CREDIT_CARD 1");
    try (ZipFile zip = new ZipFile(bundle.toFile())) {
      assertThat(zip.getInputStream(zip.getEntry("logs/4.log")))
          .hasContent("card [CREDIT_CARD]\nfine");
    }
  }

  @Test
  void aLogThatIsMissingIsAnExitCode() {
    Run run = Run.of("support-bundle", "--output", folder.resolve("b.zip"), folder.resolve("no"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).containsExactly("4 files and a manifest; replaced: nothing");
  }

  @Test
  void aFileThatExistsIsNotWrittenOver() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.zip"), "mine");
    Run run = Run.of("support-bundle", "--output", mine);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(mine).hasContent("mine");
  }

  @Test
  void wrongUsageIsOneLine() {
    Run run = Run.of("support-bundle", "--output", folder.resolve("b.zip"), "--tail", "0");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(Run.of("support-bundle").code()).isEqualTo(2);
  }
}
