package io.waxseal.redaction;

import static io.waxseal.redaction.Redacted.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.waxseal.redaction.detect.Detector;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {

  private static final String CARD = "4111 1111 1111 1111";

  @Test
  void findingsNameTypeSpanScoreAndRule() {
    Finding finding = STANDARD.findings("my card " + CARD).get(0);
    assertThat(finding)
        .isEqualTo(new Finding(EntityType.CREDIT_CARD, 8, 27, 0.99, "card.luhn.grouped"));
  }

  @Test
  void offsetsAreThoseOfTheInput() {
    String text = "🙏 \u202A" + CARD + "\u202C 🙏";
    Finding finding = STANDARD.findings(text).get(0);
    assertThat(text.substring(finding.start(), finding.end())).isEqualTo(CARD);
  }

  @Test
  void aTextWithoutFindingsIsReturnedItself() {
    String text = new String("good morning");
    assertThat(STANDARD.redact(text).text()).isSameAs(text);
    assertThat(STANDARD.redact(text).changed()).isFalse();
  }

  @Test
  void aMaskKeepsTheLastDigitsOfACard() {
    Redactor masking = Redacted.with(Treatment.mask(4));
    assertThat(masking.redact("card " + CARD).text()).isEqualTo("card " + "•".repeat(15) + "1111");
  }

  @ParameterizedTest
  @CsvSource({
    "4, abcdefgh, ••••efgh",
    "4, abcdefg, •••••••",
    "1, ab, ••b",
    "0, abcdefgh, ••••••••",
    "4, abcdefg😀hij, •••••••••hij",
    "4, abcdef😀hi, ••••••😀hi"
  })
  void aMaskCoversAtLeastHalfAndCutsNoCharacter(int kept, String value, String masked) {
    Redactor masking = Redacted.with(Treatment.mask(kept)).toBuilder()
        .addDetector((text, found) -> {
          int at = text.toString().indexOf(value);
          if (at >= 0) {
            found.accept(new Finding(EntityType.PHONE, at, text.length(), 1, "host"));
          }
        })
        .build();
    assertThat(masking.redact("no " + value).text()).isEqualTo("no " + masked);
  }

  @Test
  void aMaskTellsNothingOfAPassword() {
    Redactor masking = Redacted.with(Treatment.mask(4));
    assertThat(masking.redact("pwd=hunter2").text()).isEqualTo("pwd=••••••••");
    assertThat(masking.redact("my PIN is 4821").text()).isEqualTo("my PIN is ••••••••");
  }

  @Test
  void removalLeavesNothing() {
    Redactor removing = Redacted.with(Treatment.remove());
    assertThat(removing.redact("card " + CARD + "!").text()).isEqualTo("card !");
  }

  @Test
  void aTypeMayHaveATreatmentOfItsOwn() {
    Redactor mixed = Redacted.with(PolicyRule.export(Treatment.remove(), "EMAIL"));
    assertThat(mixed.redact(CARD + " a@example.com").text()).isEqualTo("[CREDIT_CARD] ");
  }

  @Test
  void redactingTwiceIsRedactingOnce() {
    String text = "call +34 612 00 11 22 or 0612001122, pwd=hunter2, card " + CARD
        + " 12/27 123, a@example.com12345678 tel 612 00 11 22 33";
    for (Treatment treatment :
        List.of(Treatment.label(), Treatment.mask(0), Treatment.mask(4), Treatment.remove())) {
      Redactor redactor = Redacted.with(treatment);
      String once = redactor.redact(text).text();
      assertThat(redactor.redact(once).text()).as(treatment.toString()).isEqualTo(once);
    }
  }

  @Test
  void aPasswordThatIsACardIsASecret() {
    assertThat(STANDARD.redact("password: 4111111111111111").text())
        .isEqualTo("password: [SECRET_PASSWORD]");
  }

  @Test
  void aCardWithinAnAddressHidesTheAddressToo() {
    assertThat(STANDARD.redact("4111111111111111@example.com").text()).isEqualTo("[CREDIT_CARD]");
  }

  @Test
  void aDetectorThatThrowsCostsTheWholeText() {
    Redactor broken = Redactor.builder()
        .addDetector((text, found) -> {
          throw new IllegalStateException("secret " + text);
        })
        .build();
    assertThat(broken.redact("hello").text()).isEqualTo("[REDACTED]");
    assertThat(broken.findings("hello"))
        .containsExactly(new Finding(EntityType.REDACTED, 0, 5, 1, "detector.failed"));
    assertThat(broken.redact("").text()).isEqualTo("[REDACTED]".substring(0, 0));
  }

  @Test
  void aDetectorThatRecursesTooDeepCostsTheWholeText() {
    Redactor broken = Redactor.builder().addDetector(new Endless()).build();
    assertThat(broken.redact("hello").text()).isEqualTo("[REDACTED]");
  }

  @Test
  void aSpanOutsideTheTextCostsTheWholeText() {
    Redactor broken = Redactor.builder()
        .addDetector((text, found) ->
            found.accept(new Finding(EntityType.PHONE, 0, text.length() + 1, 1, "host")))
        .build();
    assertThat(broken.redact("hello").text()).isEqualTo("[REDACTED]");
  }

  @Test
  void aHostsDetectorFindsBesidesTheStandardOnes() {
    EntityType name = new EntityType("NAME");
    Redactor redactor = Redactor.builder()
        .addDetector((text, found) -> {
          int at = text.toString().indexOf("Ana");
          if (at >= 0) {
            found.accept(new Finding(name, at, at + 3, 0.9, "host.names"));
          }
        })
        .build();
    assertThat(redactor.redact("Ana: ana@example.com").text()).isEqualTo("[NAME]: [EMAIL]");
  }

  @Test
  void aSpanThatCutsAPairIsWidened() {
    Redactor redactor = Redactor.builder()
        .addDetector((text, found) -> {
          if (text.length() == 4) {
            found.accept(new Finding(EntityType.PHONE, 1, 3, 1, "host"));
          }
        })
        .build();
    assertThat(redactor.redact("😀😀").text()).isEqualTo("[PHONE]");
  }

  @Test
  void aDetectorThatFlagsLabelsDoesNotUndoThem() {
    Redactor redactor = Redactor.builder()
        .addDetector((text, found) -> {
          int at = text.toString().indexOf("CARD");
          if (at >= 0) {
            found.accept(new Finding(EntityType.PHONE, at, at + 4, 1, "host"));
          }
        })
        .build();
    assertThat(redactor.redact(CARD).text()).isEqualTo("[CREDIT_CARD]");
  }

  @Test
  void aTextThatDoesNotSettleIsWithheld() {
    Redactor removing = Redacted.with(Treatment.remove()).toBuilder()
        .addDetector((text, found) -> {
          if (text.length() > 0 && text.charAt(0) == 'x') {
            found.accept(new Finding(EntityType.PHONE, 0, 1, 1, "host"));
          }
        })
        .build();
    assertThat(removing.redact("xxxxo").text()).isEqualTo("o");
    assertThat(removing.redact("xxxxxo").text()).isEqualTo("[REDACTED]");
  }

  @Test
  void aTextThatIsNoJsonIsTreatedAsText() {
    assertThat(STANDARD.redactJson("{card " + CARD)).isEqualTo("{card [CREDIT_CARD]");
  }

  @Test
  void noFindingAndNoResultShowsTheText() {
    Redaction redaction = STANDARD.redact("my card " + CARD);
    assertThat(redaction.toString() + redaction.findings() + STANDARD)
        .doesNotContain("1111")
        .doesNotContain("my card");
  }

  @Test
  void theNameOfARuleCannotCarryText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Finding(EntityType.PHONE, 0, 1, 1, "Call 0612"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Finding(EntityType.PHONE, 0, 1, 1, "4111111111111111"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Finding(EntityType.PHONE, 0, 1, 1, ""));
  }

  @Test
  void misuseIsNamed() {
    assertThatNullPointerException().isThrownBy(() -> STANDARD.redact(null)).withMessage("text");
    assertThatIllegalArgumentException().isThrownBy(() -> new EntityType("card"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Finding(EntityType.PHONE, 3, 3, 1, "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Finding(EntityType.PHONE, 0, 1, Double.NaN, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> Treatment.mask(5));
  }

  @Test
  void theBuilderOfARedactorKeepsItsSettings() {
    Redactor redactor = Redacted.with(Treatment.remove()).toBuilder().build();
    assertThat(redactor.redact("a@example.com").text()).isEmpty();
  }

  private static final class Endless implements Detector {
    @Override
    public void detect(CharSequence text, java.util.function.Consumer<Finding> found) {
      deeper(text, found);
    }

    private void deeper(CharSequence text, java.util.function.Consumer<Finding> found) {
      detect(text, found);
    }
  }
}
