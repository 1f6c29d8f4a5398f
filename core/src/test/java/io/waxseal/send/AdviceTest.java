package io.waxseal.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.ErrorCode;
import io.waxseal.account.ErrorKind;
import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a caller is told about an error of Meta's. */
class AdviceTest {
  private static final PhoneNumberId NUMBER = new PhoneNumberId("1001");

  private static SendResult read(int status, String error, Optional<Duration> pause) {
    String body = "{\"error\":" + error + "}";
    return Answer.read(status, body.getBytes(UTF_8), pause, new UUID(1, 2));
  }

  private static Failed failed(int status, String error) {
    return (Failed) read(status, error, Optional.empty());
  }

  private static Failed failed(int code) {
    return failed(400, "{\"code\":" + code + ",\"fbtrace_id\":\"A1\"}");
  }

  @Test
  void everyCodeOfTheTableIsReadWithItsAdviceWhateverTheStatus() {
    for (ErrorCode code : ErrorCode.all()) {
      for (int status : new int[] {400, 401, 403, 429}) {
        Failed failed = failed(status, "{\"code\":" + code.code() + ",\"fbtrace_id\":\"A1\"}");
        assertThat(failed.guidance().forDeveloper()).isEqualTo(code.forDeveloper());
        assertThat(failed.retryable()).isEqualTo(code.retryable());
        assertThat(failed.pause()).isEqualTo(code.pause());
      }
    }
  }

  @Test
  void whatTheAnswerSaysOfThePauseCountsMoreThanTheTable() {
    SendResult result =
        read(429, "{\"code\":130429,\"fbtrace_id\":\"A1\"}", Optional.of(Duration.ofSeconds(17)));
    assertThat(((Failed) result).pause()).contains(Duration.ofSeconds(17));
  }

  @Test
  void aFileBehindALinkMayBeTriedAgain() {
    assertThat(failed(131053).retryable()).isTrue();
    assertThat(failed(131053).error().kind()).isEqualTo(ErrorKind.MEDIA);
  }

  @Test
  void theCountsOfATemplateAreToldAndNoOtherWord() {
    Failed failed = failed(
        400,
        "{\"code\":132000,\"fbtrace_id\":\"A1\",\"error_data\":{\"details\":"
            + "\"planted: number of params (1) does not match the expected number of params (2)\"}}");
    assertThat(failed.guidance().forDeveloper())
        .contains("Meta's count of the values is 1, that of the places 2.")
        .doesNotContain("planted");
    assertThat(failed(132000).guidance().forDeveloper()).doesNotContain("Meta's count");
  }

  @Test
  void aSecretOfAnotherAppIsNamed() {
    Failed failed = failed(
        400,
        "{\"code\":100,\"fbtrace_id\":\"A1\",\"message\":\"Invalid appsecret_proof provided in the API argument\"}");
    assertThat(failed.guidance().forDeveloper())
        .contains("app secret is not that of the token's app");
  }

  @Test
  void anAnswerThatSaysBothIsNoLicenceToSendAgain() {
    String both =
        "{\"messages\":[{\"id\":\"wamid.A\"}],\"error\":{\"code\":131000,\"fbtrace_id\":\"A1\"}}";
    for (String body :
        List.of(both, both.replace("{\"code\":131000,\"fbtrace_id\":\"A1\"}", "{}"))) {
      assertThat(Answer.read(200, body.getBytes(UTF_8), new UUID(1, 2)))
          .isInstanceOf(Undetermined.class);
    }
    assertThat(Answer.read(400, both.getBytes(UTF_8), new UUID(1, 2))).isInstanceOf(Failed.class);
    String none = both.replace("{\"id\":\"wamid.A\"}", "");
    assertThat(Answer.read(200, none.getBytes(UTF_8), new UUID(1, 2))).isInstanceOf(Failed.class);
  }

  @Test
  void anErrorWithoutACodeIsNotTakenForCodeZero() {
    assertThat(failed(400, "{\"message\":\"planted\"}").error().kind())
        .isEqualTo(ErrorKind.UNKNOWN);
    assertThat(failed(401, "{\"code\":0,\"fbtrace_id\":\"A1\"}").error().kind())
        .isEqualTo(ErrorKind.AUTHENTICATION);
    assertThat(((Failed) Answer.noConnection()).error().kind()).isEqualTo(ErrorKind.UNKNOWN);
  }

  @Test
  void whatIsRefusedToAWholeAccountIsRememberedUntilItSends() {
    AccountTroubles troubles = new AccountTroubles();
    troubles.note(NUMBER, failed(131026));
    assertThat(troubles.all()).isEmpty();
    for (int code : new int[] {190, 10, 131042, 133010, 131031}) {
      troubles.note(NUMBER, failed(code));
      assertThat(troubles.all()).containsEntry("1001", ErrorCode.of(code).forDeveloper());
    }
    troubles.note(NUMBER, failed(131026));
    assertThat(troubles.all()).hasSize(1);
    troubles.note(
        NUMBER,
        new Accepted(
            new SendReceipt(new UUID(1, 2), new MessageId("wamid.A"), Optional.empty()),
            List.of()));
    assertThat(troubles.all()).isEmpty();
  }
}
