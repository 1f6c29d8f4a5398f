package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.json.JsonValue;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like the work of an earlier redaction but is not hides nothing. */
class BracketTest {
  private final Redactor redactor = Redactor.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: [HUNTER2]",
        "password: [HUNTER]",
        "password: \u2022hunter2",
        "pwd=\u2022\u2022hunt3r"
      })
  void aSecretInBracketsOrBehindBulletsIsASecret(String text) {
    assertThat(redactor.findings(text))
        .extracting(Finding::type)
        .contains(EntityType.SECRET_PASSWORD);
  }

  @Test
  void aCardInBracketsIsACard() {
    assertThat(redactor.redact("[4111 1111 1111 1111]").text()).doesNotContain("4111");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"pin\":\"[A4821]\"}", "{\"password\":\"\u2022hunter2\"}"})
  void aValueBehindASecretsNameIsReplacedWhateverItLooksLike(String json) {
    assertThat(redactor.redactJson(JsonValue.parse(json)).toText())
        .doesNotContain("4821")
        .doesNotContain("hunter2");
  }

  @Test
  void aLabelOfOursIsLeftAlone() {
    assertThat(redactor.redact("password: [SECRET_PASSWORD]").text())
        .isEqualTo("password: [SECRET_PASSWORD]");
  }
}
