package io.waxseal.redaction.re2j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.redaction.Direction;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.detect.Detector;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {

  private static final EntityType CODE = new EntityType("CODE_NAME");

  @ParameterizedTest
  @CsvSource({
    "'\\bHERON-\\d{6}\\b', 'a HERON-123456, HERON-1234567', 'a [CODE_NAME], HERON-1234567'",
    "'(?i)heron', 'Heron hERON x', '[CODE_NAME] [CODE_NAME] x'",
    "'^abc', 'abcabc', '[CODE_NAME]abc'",
    "'x$', 'xx', 'x[CODE_NAME]'",
    "'a.*b|x', 'xxaxb', '[CODE_NAME][CODE_NAME][CODE_NAME]'"
  })
  void whatThePatternMatchesIsCovered(String pattern, String text, String redacted) {
    Redactor redactor =
        Redactor.builder().addDetector(Patterns.detector(CODE, pattern)).build();
    assertThat(redactor.filter(Direction.EXPORT).redact(text).text()).isEqualTo(redacted);
  }

  @Test
  void aMatchIsFoundWhereverItStands() {
    Detector detector = Patterns.detector(CODE, "<[a-z]*>");
    for (int at = 0; at < 1_100; at += 7) {
      for (int length : new int[] {2, 100, Patterns.LONGEST_MATCH}) {
        String match = "<" + "a".repeat(length - 2) + ">";
        String text = "-".repeat(at) + match + "-".repeat(600);
        assertThat(spans(detector, text)).containsExactly(at + "-" + (at + length));
      }
    }
  }

  @Test
  void aPieceIsNoTextOfItsOwn() {
    String text = "ab".repeat(2_000);
    assertThat(spans(Patterns.detector(CODE, "^a"), text)).containsExactly("0-1");
    assertThat(spans(Patterns.detector(CODE, "b$"), text)).containsExactly("3999-4000");
    assertThat(spans(Patterns.detector(CODE, "\\bab?\\b"), text)).isEmpty();
    assertThat(spans(Patterns.detector(CODE, "\\Aa"), text)).containsExactly("0-1");
    assertThat(spans(Patterns.detector(CODE, "a{256}$"), "a".repeat(2_000)))
        .containsExactly("1744-2000");
  }

  @Test
  void anEmptyMatchIsNone() {
    assertThat(spans(Patterns.detector(CODE, "\\d+|\\b"), "ab 12")).containsExactly("3-5");
  }

  @Test
  void aMatchWithoutEndIsCoveredInParts() {
    List<String> spans = spans(Patterns.detector(CODE, "\\d+"), "7".repeat(2_000));
    assertThat(spans.get(0)).startsWith("0-");
    assertThat(spans.get(spans.size() - 1)).endsWith("-2000");
    for (int i = 1; i < spans.size(); i++) {
      assertThat(spans.get(i)).startsWith(spans.get(i - 1).replaceAll(".*-", "") + "-");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a"})
  void noSpanCutsACharacter(String before) {
    String text = before + "\uD83D\uDE00".repeat(1_000);
    for (String pattern : List.of("[^a]", "[^a]+")) {
      List<Finding> found = new ArrayList<>();
      Patterns.detector(CODE, pattern).detect(text, found::add);
      assertThat(found.stream().mapToInt(one -> one.end() - one.start()).sum()).isEqualTo(2_000);
      assertThat(found)
          .allMatch(one ->
              (one.start() - before.length()) % 2 == 0 && (one.end() - before.length()) % 2 == 0);
    }
  }

  @Test
  void whatGoesBeyondTheLongestMatchIsCutBetweenCharacters() {
    String smile = "\uD83D\uDE00";
    String text = smile.repeat(150) + "b" + smile.repeat(1_000);
    List<Finding> found = new ArrayList<>();
    Patterns.detector(CODE, "[^a]+").detect(text, found::add);
    assertThat(found).hasSizeGreaterThan(1).allSatisfy(one -> {
      assertThat(Character.isLowSurrogate(text.charAt(one.start()))).isFalse();
      assertThat(Character.isHighSurrogate(text.charAt(one.end() - 1))).isFalse();
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "a**", "(?=a)", "\\1", "", "a*", "a|", "((a{50}){50}){50}"})
  void aPatternThatCannotServeIsRefused(String pattern) {
    assertThatThrownBy(() -> Patterns.detector(CODE, pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pattern");
  }

  @Test
  void aPatternAtTheLimitServes() {
    assertThat(spans(Patterns.detector(CODE, "a|" + "b".repeat(998), 0), "ca"))
        .containsExactly("1-2");
    String largest = "a{1000}".repeat(9) + "a{998}";
    assertThat(spans(Patterns.detector(CODE, largest, 1), "a")).isEmpty();
    assertThatThrownBy(() -> Patterns.detector(CODE, largest + "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("repeats");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void aScoreOutsideItsRangeIsRefused(double score) {
    assertThatThrownBy(() -> Patterns.detector(CODE, "a", score))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("score");
  }

  @Test
  void aPatternHasALimit() {
    assertThatThrownBy(() -> Patterns.detector(CODE, "a".repeat(1_001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000");
  }

  @Test
  void withoutRe2jTheErrorSaysWhatToAdd() throws ReflectiveOperationException {
    Class<?> patterns = new WithoutRe2j().loadClass(Patterns.class.getName());
    Class<?> type = patterns.getClassLoader().loadClass(EntityType.class.getName());
    Object code = type.getConstructor(String.class).newInstance("CODE_NAME");
    assertThatThrownBy(
            () -> patterns.getMethod("detector", type, String.class).invoke(null, code, "a"))
        .hasCauseInstanceOf(IllegalStateException.class)
        .cause()
        .hasMessageContaining("com.google.re2j:re2j");
  }

  private static List<String> spans(Detector detector, String text) {
    List<Finding> found = new ArrayList<>();
    detector.detect(text, found::add);
    return found.stream().map(finding -> finding.start() + "-" + finding.end()).toList();
  }

  /** Loads the library's own classes anew, and none of RE2/J. */
  private static final class WithoutRe2j extends ClassLoader {

    WithoutRe2j() {
      super(PatternsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.google.re2j.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("io.waxseal.redaction.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
