package io.waxseal.redaction;

import static io.waxseal.redaction.Redacted.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.detect.Finding;
import io.waxseal.redaction.internal.find.CountedText;
import io.waxseal.redaction.internal.find.Settings;
import io.waxseal.redaction.internal.find.StandardDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {

  private static final int MEGABYTE = 1 << 20;
  private static final String[] SEEDS = {
    "card 4111 1111 1111 1111", "a@example.com", "+34 612 00 11 22", "password: hunter2",
        "my PIN is 4821", "call 0612001122", "код 482913",
    "卡号4111111111111111，密码是abc123", "[CREDIT_CARD]", "••••1111", "٤١١١ ١١١١ ١١١١ ١١١١",
        "𝟒𝟏𝟏𝟏 𝟏𝟏𝟏𝟏", "{\"pwd\":\"x\"}", "DE89 3704 0044 0532 0130 00"
  };
  private static final String ALPHABET =
      "0123456789 .-/()+@:=[]{}\"'*_•aZé密は中ا١۱१１\uD83D\uDE00\uD835\uDFD0\uDFFF\u200B\u202A\u202C\u00A0\uFE0F\u20E3\u0301\n,;!?#€%";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1.",
        "1 ",
        "1-",
        "@",
        "a@",
        "a@b.",
        "+",
        "+1",
        "(",
        "[",
        "[A",
        "]",
        "•",
        "•1",
        "a",
        "p",
        "password:",
        "password ",
        "pwd/",
        "pin ",
        "code is ",
        "密码",
        "密",
        "は",
        "\u200B",
        "1\u200B",
        "\u0301",
        "a\u0301",
        "\uD83D",
        "\uDE00",
        "\uD835\uDFD0",
        "١",
        "4111 ",
        "41111111 ",
        "4111-",
        "call 0612001122 ",
        "password: a",
        "password is the ",
        " ",
        "\n",
        "'",
        "\"",
        "password \"",
        "AB12",
        "AB12 4111 ",
        "1234567 ",
        "order 1234567 ",
        "a1",
        "-",
        "8 ",
        "+49 ",
        "cookie: ",
        "key=",
        "a?key=",
        "token: ",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN ",
        "eyJ",
        "eyJ.",
        "EAA ",
        "1:",
        "::",
        "1 a ",
        "cpf 1",
        "dni ",
        "11-",
        "40.7127,",
        "code 1 order ",
        "4111111111111111 code ",
        "ssn-1234",
        "eyJ-",
        "eyJ-eyJ.a",
        "sk-",
        "SK-",
        "1a-",
        "wamid.",
        "gBGG+",
        "US.12",
        "http://a.fbcdn.net ",
        "2026-11-22 04:"
      })
  void doublingTheTextAtMostDoublesTheWork(String unit) {
    long once = CountedText.steps(unit.repeat(16_384 / unit.length()));
    long twice = CountedText.steps(unit.repeat(32_768 / unit.length()));
    assertThat(twice).isLessThanOrEqualTo(once * 2 + once / 10 + 2_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "@", "a", ".", "\uD800", "\u200B", "密", "[", "•", "+"})
  void aMegabyteOfOneCharacterIsRead(String unit) {
    assertThat(STANDARD.redact(unit.repeat(MEGABYTE)).text()).isNotEmpty();
  }

  @Test
  void noTextIsReadMoreThanAFewHundredTimes() {
    for (String seed : SEEDS) {
      String text = (seed + " ").repeat(2_000);
      assertThat(CountedText.steps(text) / text.length()).as(seed).isLessThan(400);
    }
  }

  @Test
  void loneSurrogatesAreTextLikeAnyOther() {
    assertThat(STANDARD.redact("\uD83D card 4111 1111 1111 1111 \uDE00").text())
        .isEqualTo("\uD83D card [CREDIT_CARD] \uDE00");
    assertThat(STANDARD.redact("\uDE00\uD835\uD835").text()).isEqualTo("\uDE00\uD835\uD835");
  }

  @Test
  void everyDigitScriptSpellsACard() {
    for (int zero = 0; zero <= Character.MAX_CODE_POINT; zero++) {
      if (Character.getType(zero) == Character.DECIMAL_DIGIT_NUMBER
          && Character.digit(zero, 10) == 0) {
        StringBuilder card = new StringBuilder();
        for (char digit : "4111111111111111".toCharArray()) {
          card.appendCodePoint(zero + digit - '0');
        }
        assertThat(STANDARD.redact("x " + card).text())
            .as("U+%04X", zero)
            .isEqualTo("x [CREDIT_CARD]");
      }
    }
  }

  @Tag("long")
  @Test
  void mutatedTextsNeverThrowAndFindingsStayDisjoint() {
    Random random = new Random(20261121);
    for (int i = 0; i < 100_000; i++) {
      String text = mutated(random);
      List<Finding> found = detect(text);
      int last = 0;
      for (Finding finding : found) {
        assertThat(finding.start()).isGreaterThanOrEqualTo(last);
        assertThat(finding.end()).isLessThanOrEqualTo(text.length());
        assertThat(cutsPair(text, finding.start()) || cutsPair(text, finding.end()))
            .isFalse();
        last = finding.end();
      }
    }
  }

  @Test
  void redactingMutatedTextsTwiceIsRedactingThemOnce() {
    Random random = new Random(7);
    Redactor[] redactors = {
      STANDARD,
      Redacted.with(Treatment.mask(4)),
      Redacted.with(Treatment.remove()),
      Redacted.with(Treatment.generalise())
    };
    for (int i = 0; i < 30_000; i++) {
      String text = mutated(random);
      Redactor redactor = redactors[i % redactors.length];
      String once = redactor.redact(text).text();
      assertThat(redactor.redact(once).text()).isEqualTo(once);
    }
  }

  /** Not through the redactor, which would turn an exception into a withheld text. */
  private static List<Finding> detect(String text) {
    List<Finding> found = new ArrayList<>();
    new StandardDetector(new Settings(0.5, "")).detect(text, found::add);
    return Overlaps.resolve(text, found);
  }

  private static boolean cutsPair(String text, int i) {
    return i > 0
        && i < text.length()
        && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
  }

  /** A text that begins as somebody's and ends as nobody's. */
  static String mutated(Random random) {
    StringBuilder text = new StringBuilder();
    for (int parts = random.nextInt(3); parts >= 0; parts--) {
      text.append(SEEDS[random.nextInt(SEEDS.length)])
          .append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    for (int edits = random.nextInt(6); edits > 0; edits--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        case 1 -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        default -> text.setLength(Math.max(1, at));
      }
    }
    return text.toString();
  }
}
