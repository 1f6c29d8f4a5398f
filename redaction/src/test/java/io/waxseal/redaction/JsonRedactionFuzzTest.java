package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.waxseal.account.MalformedPayloadException;
import io.waxseal.json.JsonValue;

/** Whatever the document: no exception, and JSON stays JSON. */
class JsonRedactionFuzzTest {

  private static final Redactor REDACTOR = Redactor.standard();

  @FuzzTest
  void jsonStaysJsonAndBrokenJsonIsText(byte[] bytes) {
    String document = RedactionFuzzTest.text(bytes);
    String redacted = REDACTOR.redactJson(document);
    if (isJson(document)) {
      assertThatCode(() -> JsonValue.parse(redacted)).doesNotThrowAnyException();
      assertThat(REDACTOR.redactJson(redacted)).isEqualTo(redacted);
    }
  }

  private static boolean isJson(String document) {
    try {
      JsonValue.parse(document);
      return true;
    } catch (MalformedPayloadException e) {
      return false;
    }
  }
}
