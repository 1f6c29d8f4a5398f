package io.waxseal.contract.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.contract.Race;
import io.waxseal.redaction.detect.Detector;
import io.waxseal.redaction.detect.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Detector} keeps to: it reads every text, since an exception withholds it all; it reports spans of that
 * text, the same each time and from any thread; it keeps nothing of it; and its work grows no faster than the text.
 */
public abstract class DetectorContract {
  private static final int MEGABYTE = 1 << 20;
  private static final int LONG = 1 << 14;
  private static final int MUTANTS = 3_000;
  private static final List<String> HOSTILE = List.of(
      "a",
      "7",
      " ",
      "\n",
      "@",
      "+",
      "-",
      ".",
      "[",
      "\"",
      "\u0000",
      "\u0301",
      "\u200b",
      "\u202e",
      "\u0e33",
      "\u5bc6",
      "\ufdfa",
      "\ud800",
      "\udc00",
      "\ud83d\ude42",
      "\uffff");

  private final Locale usual = Locale.getDefault();
  private Detector detector;

  /** For extending. */
  protected DetectorContract() {}

  /**
   * Opens the detector.
   *
   * @return the detector
   */
  protected abstract Detector open();

  /** {@return texts in each of which the detector finds something} */
  protected abstract List<String> findable();

  /** {@return texts in which it finds nothing, best such as look like the others} */
  protected abstract List<String> innocent();

  @BeforeEach
  final void openDetector() {
    detector = open();
  }

  @AfterEach
  final void restoreLocale() {
    Locale.setDefault(usual);
  }

  @Test
  void whatIsThereIsFoundAndNothingElse() {
    assertThat(findable())
        .isNotEmpty()
        .allSatisfy(text -> assertThat(spans(text)).isNotEmpty());
    assertThat(innocent())
        .isNotEmpty()
        .allSatisfy(text -> assertThat(spans(text)).isEmpty());
    assertThat(spans("")).isEmpty();
  }

  @Test
  void whatStandsInALongTextIsFoundToo() {
    for (String text : findable()) {
      for (int before : List.of(1, 63, 1_000, LONG)) {
        String within = "x ".repeat(before) + "\n" + text + "\n" + "y ".repeat(before);
        int start = before * 2 + 1;
        assertThat(found(within))
            .as("after " + start + " characters")
            .anyMatch(f -> f.end() > start && f.start() < start + text.length());
      }
    }
  }

  @Test
  void everyTextIsReadHoweverBroken() {
    Random random = new Random(20_261_122);
    for (int i = 0; i < MUTANTS; i++) {
      spans(mutant(random));
    }
  }

  @Test
  void aMegabyteOfOneCharacterIsRead() {
    for (String unit : List.of("a", "7", " ", "\ud800", "\u0301", "\u5bc6")) {
      spans(unit.repeat(MEGABYTE));
    }
  }

  @Test
  void digitsOfEveryScriptAreRead() {
    for (int zero = 0; zero <= Character.MAX_CODE_POINT; zero++) {
      if (Character.getType(zero) == Character.DECIMAL_DIGIT_NUMBER
          && Character.digit(zero, 10) == 0) {
        for (String text : findable()) {
          spans(inDigitsOf(zero, text));
        }
      }
    }
  }

  @Test
  void doublingTheTextAtMostDoublesTheReading() {
    List<String> units = new ArrayList<>(HOSTILE);
    findable().forEach(text -> units.add(text + " "));
    innocent().forEach(text -> units.add(text + " "));
    for (String unit : units) {
      int times = Math.max(1, LONG / unit.length());
      long once = reads(unit.repeat(times));
      long twice = reads(unit.repeat(times * 2));
      assertThat(twice).as("reads of %d times a text", times).isLessThan(once * 5 / 2 + 5_000);
    }
  }

  @Test
  void noTextIsReadAfterTheCall() {
    for (String text : texts()) {
      Watched watched = new Watched(text);
      detector.detect(watched, finding -> {});
      watched.closed = true;
      texts().forEach(this::spans);
      assertThat(watched.readLate).as("reads of a text whose call is over").isZero();
    }
  }

  @Test
  void whatWasReadBeforeChangesNothing() {
    List<List<String>> told = told();
    assertThat(told()).isEqualTo(told);
    spans("x".repeat(MEGABYTE));
    assertThat(told()).isEqualTo(told);
    openDetector();
    assertThat(told()).isEqualTo(told);
  }

  @Test
  void theLocaleOfTheMachineChangesNothing() {
    List<List<String>> told = told();
    for (Locale locale : List.of(new Locale("tr", "TR"), new Locale("ar", "SA"), Locale.ROOT)) {
      Locale.setDefault(locale);
      openDetector();
      assertThat(told()).as(locale.toString()).isEqualTo(told);
    }
  }

  @Test
  void manyThreadsAreToldTheSame() {
    List<List<String>> alone = told();
    Race.run(thread -> assertThat(told()).isEqualTo(alone));
  }

  @Test
  void theDetectorsNameTellsNothingOfATextOrAValue() {
    texts().forEach(this::spans);
    for (String text : findable()) {
      assertThat(detector.toString().contains(text))
          .as("toString quotes a text")
          .isFalse();
    }
  }

  private List<List<String>> told() {
    return texts().stream().map(this::spans).toList();
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>(HOSTILE);
    texts.addAll(findable());
    texts.addAll(innocent());
    return texts;
  }

  private List<String> spans(String text) {
    return found(text).stream()
        .map(f -> f.type().name() + " " + f.start() + "-" + f.end() + " " + f.why())
        .toList();
  }

  /** What is found, each of it inside the text. */
  private List<Finding> found(String text) {
    List<Finding> found = new ArrayList<>();
    detector.detect(text, found::add);
    for (Finding finding : found) {
      assertThat(finding.end()).as("the end of a span").isLessThanOrEqualTo(text.length());
    }
    return found;
  }

  private long reads(String text) {
    Watched watched = new Watched(text);
    detector.detect(watched, finding -> {});
    return watched.reads;
  }

  private String mutant(Random random) {
    List<String> texts = texts();
    StringBuilder mutant = new StringBuilder();
    for (int parts = random.nextInt(4); parts >= 0; parts--) {
      mutant.append(texts.get(random.nextInt(texts.size())));
    }
    for (int edits = random.nextInt(8); edits > 0 && mutant.length() > 0; edits--) {
      int at = random.nextInt(mutant.length());
      String other = HOSTILE.get(random.nextInt(HOSTILE.size()));
      switch (random.nextInt(3)) {
        case 0 -> mutant.setCharAt(at, other.charAt(0));
        case 1 -> mutant.insert(at, other);
        default -> mutant.deleteCharAt(at);
      }
    }
    return mutant.toString();
  }

  private static String inDigitsOf(int zero, String text) {
    StringBuilder written = new StringBuilder();
    text.chars().forEach(c -> {
      if (c >= '0' && c <= '9') {
        written.appendCodePoint(zero + c - '0');
      } else {
        written.append((char) c);
      }
    });
    return written.toString();
  }

  /** A text that counts each character that is read of it, and notes who reads after the call. */
  private static final class Watched implements CharSequence {
    private final String text;
    private long reads;
    private long readLate;
    private boolean closed;

    private Watched(String text) {
      this.text = text;
    }

    private void read(int characters) {
      reads += characters;
      readLate += closed ? characters + 1 : 0;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      read(1);
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      read(end - start);
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      read(text.length());
      return text;
    }
  }
}
