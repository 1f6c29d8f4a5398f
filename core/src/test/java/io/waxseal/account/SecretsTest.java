package io.waxseal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {
  private static final int MOST = 65_536;

  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("app-secret");
  }

  @Test
  void aReplacedFileIsTheNewSecretAtOnceWhateverItsDateSays() throws IOException {
    Files.writeString(file, "old one");
    FileTime date = Files.getLastModifiedTime(file);
    SecretSource source = Secrets.file(file);
    assertThat(source.secret()).isEqualTo(Secret.of("old one"));
    Path next = Files.writeString(folder.resolve("next"), "new one");
    Files.setLastModifiedTime(next, date);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(source.secret()).isEqualTo(Secret.of("new one"));
  }

  @Test
  void oneLineBreakAtTheEndDoesNotBelongToIt() throws IOException {
    assertThat(read("abc\n")).isEqualTo(Secret.of("abc"));
    assertThat(read("abc\r\n")).isEqualTo(Secret.of("abc"));
    assertThat(read("abc\n\n")).isEqualTo(Secret.of("abc\n"));
    assertThat(read(" abc ")).isEqualTo(Secret.of(" abc "));
  }

  @Test
  void aMissingFileIsUnavailableAndMayComeBack() throws IOException {
    SecretSource source = Secrets.file(file);
    assertThatThrownBy(source::secret)
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageContaining(file.toString())
        .satisfies(e -> assertThat(((WaxsealException) e).retryable()).isTrue());
    Files.writeString(file, "back");
    assertThat(source.secret()).isEqualTo(Secret.of("back"));
  }

  @Test
  void aFolderInTheFilesPlaceIsUnavailable() {
    assertThatThrownBy(() -> Secrets.file(folder).secret())
        .isInstanceOf(SecretUnavailableException.class);
  }

  @Test
  void anEmptyFileIsUnavailable() {
    for (String nothing : new String[] {"", "\n", "\r\n"}) {
      assertThatThrownBy(() -> read(nothing)).isInstanceOf(SecretUnavailableException.class);
    }
  }

  @Test
  void theLongestSecretIsReadAndALongerOneIsNot() throws IOException {
    assertThat(read("x".repeat(MOST) + "\r\n")).isEqualTo(Secret.of("x".repeat(MOST)));
    assertThatThrownBy(() -> read("x".repeat(MOST + 1)))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageNotContaining("xx");
  }

  @Test
  void anEnvironmentVariableThatIsNotSetIsNamedAtOnce() {
    assertThatThrownBy(() -> Secrets.environment("WAXSEAL_TEST_IS_NEVER_SET"))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageContaining("WAXSEAL_TEST_IS_NEVER_SET");
  }

  @Test
  void anEnvironmentVariableIsReadOnce() {
    String name = System.getenv().entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .findFirst()
        .orElseThrow()
        .getKey();
    SecretSource source = Secrets.environment(name);
    assertThat(source.secret()).isSameAs(source.secret());
    assertThat(source.secret()).isEqualTo(Secret.of(System.getenv(name)));
  }

  @Test
  void aFixedSecretStays() {
    Secret secret = Secret.of("fixed");
    assertThat(Secrets.fixed(secret).secret()).isSameAs(secret);
  }

  private Secret read(String content) throws IOException {
    Files.writeString(file, content);
    return Secrets.file(file).secret();
  }
}
