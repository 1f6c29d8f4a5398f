package io.waxseal.graph.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.Locale;

/** Whatever somebody calls a file, its name here is one harmless name of one file in the folder. */
class SafeNameFuzzTest {
  private static final Path FOLDER = Path.of("/srv/files");

  @FuzzTest
  void aNameLeadsNowhereElse(FuzzedDataProvider data) {
    String type = data.pickValue(new String[] {"image/jpeg", "application/pdf", "odd/odd", ""});
    String name = SafeName.of(data.consumeRemainingAsString(), type);
    assertThat(name).isNotBlank().doesNotContain("/", "\\", "\0").doesNotStartWith(".");
    assertThat(name.length()).isLessThanOrEqualTo(160);
    assertThat(name.codePoints()).noneMatch(Character::isISOControl);
    Path file = FOLDER.resolve(name);
    assertThat(file.normalize()).isEqualTo(file);
    assertThat(file.getParent()).isEqualTo(FOLDER);
    assertThat(SafeName.of(name, type).toLowerCase(Locale.ROOT)).isNotBlank();
  }
}
