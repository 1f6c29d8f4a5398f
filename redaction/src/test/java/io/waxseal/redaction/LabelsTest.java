package io.waxseal.redaction;

import static io.waxseal.redaction.Redacted.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.label.Generalised;
import io.waxseal.redaction.internal.label.Labels;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a treatment leaves in brackets is skipped, and is no place to hide anything in. */
class LabelsTest {

  private static final EntityType IBAN = new EntityType("IBAN");
  private static final byte[] BYTES = {1, -2, 3, -4, 5, -6, 7, -8};

  @Test
  void handlesAreSkippedWholeAndLeftAlone() {
    for (String label :
        new String[] {Labels.withPseudonym(IBAN, BYTES), Labels.withToken(IBAN, BYTES), "[IBAN]"}) {
      assertThat(Labels.end(label, 0)).isEqualTo(label.length());
      assertThat(STANDARD.redact("password: " + label).text()).isEqualTo("password: " + label);
      assertThat(STANDARD.redact("iban " + label + "12").text()).startsWith("iban " + label);
    }
  }

  @Test
  void aHandleThatIsNotWholeIsText() {
    String label = Labels.withToken(IBAN, BYTES);
    for (int i = 1; i < label.length(); i++) {
      assertThat(Labels.end(label.substring(0, i), 0)).isZero();
      assertThat(Labels.end(label.substring(0, i) + label.substring(i + 1), 0)).isZero();
    }
  }

  @Test
  void aHandleOfAnotherTypeIsText() {
    String label = Labels.withToken(IBAN, BYTES);
    assertThat(Labels.end(label.replace("IBAN", "EMAIL"), 0)).isZero();
    assertThat(Labels.end(label.replace("IBAN", "NO_SUCH_TYPE_AT_ALL"), 0)).isZero();
    assertThat(Labels.end(label.replace('#', ':'), 0)).isZero();
  }

  @Test
  void everyWrongLetterOfAHandleIsNoticed() {
    String label = Labels.withPseudonym(IBAN, BYTES);
    int missed = 0;
    int tried = 0;
    for (int i = 6; i < label.length() - 1; i++) {
      for (char c : "bcdfghjkmnpqrstv".toCharArray()) {
        if (c != label.charAt(i)) {
          tried++;
          StringBuilder wrong = new StringBuilder(label);
          wrong.setCharAt(i, c);
          missed += Labels.end(wrong, 0) > 0 ? 1 : 0;
        }
      }
    }
    assertThat(missed).as("of " + tried).isLessThan(tried / 50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[CREDIT_CARD:4111111111111111]",
        "[CREDIT_CARD:4111 1111 1111 1111]",
        "[CREDIT_CARD#4111111111111111]",
        "[IP:4111.1111.1111.1111]",
        "[GEO:4111111111111111,1.0]"
      })
  void noCardHidesInALabel(String text) {
    assertThat(STANDARD.redact("my card " + text).text()).doesNotContain("1111");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call [PHONE:0612001122]",
        "call [PHONE#0612001122]",
        "call +34 [IP:612.001.122.*]",
        "tel [GEO:612001122]",
        "my PIN is [IP:4821]",
        "password: [SECRET_PASSWORD:hunter2]",
        "password: [SECRET_PASSWORD#hunter2]",
        "password: [EMAIL:correcthorsebatt]",
        "password: [IBAN:bcdfghjkbcdfghjk]",
        "pwd=[IBAN#bcdfghjkbcdfghjkbc]",
        "password: [POSTAL_CODE:hunter2*]",
        "my card [CREDIT_CARD#411111111111111111]",
        "my card [POSTAL_CODE:4111111111111111*]",
        "cvv [POSTAL_CODE:381*]",
        "cvv [DATE_OF_BIRTH:381]"
      })
  void nothingElseHidesInALabel(String text) {
    assertThat(Labels.end(text, text.indexOf('['))).isEqualTo(text.indexOf('['));
  }

  @Test
  void aPasswordOfConsonantsHidesHardlyEver() {
    Random random = new Random(5);
    String alphabet = "bcdfghjkmnpqrstv";
    int hidden = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder password = new StringBuilder("[IBAN:");
      for (int letter = 0; letter < 16; letter++) {
        password.append(alphabet.charAt(random.nextInt(16)));
      }
      hidden += Labels.end(password.append(']'), 0) > 0 ? 1 : 0;
    }
    assertThat(hidden).isLessThan(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DATE_OF_BIRTH|01.04.1979|[DATE_OF_BIRTH:1979]",
        "DATE_OF_BIRTH|1979-04-01|[DATE_OF_BIRTH:1979]",
        "DATE_OF_BIRTH|०१.०४.१९७९|[DATE_OF_BIRTH:1979]",
        "DATE_OF_BIRTH|01.04.79|-",
        "DATE_OF_BIRTH|1979 1980|-",
        "DATE_OF_BIRTH|4711-04-01|-",
        "IP|203.0.113.77|[IP:203.0.113.*]",
        "IP|2001:db8::1|-",
        "IP|::ffff:203.0.113.77|-",
        "GEO|-33.868820, 151.209290|[GEO:-33.9,151.2]",
        "GEO|geo:48.2082,16.3738|[GEO:48.2,16.4]",
        "GEO|-0.0123,0.0456|[GEO:0.0,0.0]",
        "GEO|99999.5|-",
        "GEO|1.1,2.2,3.3|-",
        "GEO|1.1.1|-",
        "POSTAL_CODE|SW1A 1AA|[POSTAL_CODE:SW*]",
        "POSTAL_CODE|10115|[POSTAL_CODE:10*]",
        "POSTAL_CODE|381|-",
        "IBAN|DE71956559136171521335|-"
      })
  void whatIsLeftOfAGeneralisedValueIsSkippedLater(String type, String value, String label) {
    assertThat(Generalised.of(new EntityType(type), value).orElse("-")).isEqualTo(label);
    assertThat(STANDARD.redact("born, zip, ip: " + label).text())
        .isEqualTo("born, zip, ip: " + label);
  }

  @Test
  void generalisingTwiceIsGeneralisingOnce() {
    Redactor redactor = Redacted.with(Treatment.generalise());
    String once = redactor
        .redact(
            "born 01.04.1979, ip 203.0.113.77, at -33.868820, 151.209290, card 4111 1111 1111 1111")
        .text();
    assertThat(once)
        .isEqualTo(
            "born [DATE_OF_BIRTH:1979], ip [IP:203.0.113.*], at [GEO:-33.9,151.2], card [CREDIT_CARD]");
    assertThat(redactor.redact(once).text()).isEqualTo(once);
    assertThat(STANDARD.redact(once).text()).isEqualTo(once);
  }
}
