package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.redaction.detect.Detector;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a detector of the host's sees, and how much of it. */
class HostDetectorTest {

  private static final String TEXT = "hello Ana";
  private static final int READS =
      HostDetector.READS + HostDetector.READS_PER_CHARACTER * TEXT.length();

  @Test
  void aDetectorSeesTheTextAndItsParts() {
    List<Object> seen = new ArrayList<>();
    HostDetector.run(
        (text, found) -> {
          CharSequence name = text.subSequence(6, 9);
          CharSequence end = name.subSequence(1, 3);
          seen.addAll(List.of(text.length(), text.charAt(4), text.toString()));
          seen.addAll(List.of(name.length(), name.charAt(2), name.toString()));
          seen.addAll(List.of(end.length(), end.charAt(0), end.toString()));
        },
        TEXT,
        finding -> {});
    assertThat(seen).containsExactly(9, 'o', TEXT, 3, 'a', "Ana", 2, 'n', "na");
  }

  @Test
  void aDetectorSeesNothingBesideItsPart() {
    HostDetector.run(
        (text, found) -> {
          CharSequence name = text.subSequence(2, 5);
          for (int index : new int[] {-1, 3}) {
            assertThatThrownBy(() -> name.charAt(index))
                .isInstanceOf(IndexOutOfBoundsException.class);
          }
          assertThatThrownBy(() -> name.subSequence(0, 4))
              .isInstanceOf(IndexOutOfBoundsException.class);
        },
        TEXT,
        finding -> {});
  }

  @Test
  void theBudgetOfReadingIsWhatItSays() {
    allowed((text, found) -> times(READS, () -> text.charAt(0)));
    refused((text, found) -> times(READS + 1, () -> text.charAt(0)));
    allowed((text, found) -> times(READS, () -> text.subSequence(0, 2)));
    refused((text, found) -> times(READS + 1, () -> text.subSequence(0, 2)));
    allowed((text, found) -> times(READS / 9, text::toString));
    refused((text, found) -> times(READS / 9 + 1, text::toString));
    refused((text, found) -> {
      CharSequence part = text.subSequence(6, 9);
      times(READS / 3 + 1, part::toString);
    });
  }

  @Test
  void theBudgetOfFindingsIsWhatItSays() {
    int most = HostDetector.FINDINGS + TEXT.length();
    Finding finding = new Finding(EntityType.PHONE, 0, 1, 1, "host");
    allowed((text, found) -> Collections.nCopies(most, finding).forEach(found));
    refused((text, found) -> Collections.nCopies(most + 1, finding).forEach(found));
  }

  private static void allowed(Detector detector) {
    assertThatCode(() -> HostDetector.run(detector, TEXT, finding -> {}))
        .doesNotThrowAnyException();
  }

  private static void refused(Detector detector) {
    assertThatIllegalStateException()
        .isThrownBy(() -> HostDetector.run(detector, TEXT, finding -> {}))
        .withMessageContaining("budget");
  }

  private static void times(int times, Supplier<Object> step) {
    for (int i = 0; i < times; i++) {
      Objects.requireNonNull(step.get());
    }
  }
}
