package io.waxseal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of Meta's error codes. */
class ErrorCodeTest {
  @ParameterizedTest
  @CsvSource({
    "0,AUTHENTICATION,AFTER_CHANGE",
    "190,AUTHENTICATION,AFTER_CHANGE",
    "200,PERMISSION,NEVER",
    "299,PERMISSION,NEVER",
    "130429,RATE,LATER",
    "131026,UNDELIVERABLE,NEVER",
    "131047,WINDOW_CLOSED,AFTER_CHANGE",
    "131048,QUALITY,AFTER_PAUSE",
    "131049,MARKETING_LIMIT,AFTER_PAUSE",
    "131050,OPTED_OUT,NEVER",
    "131053,MEDIA,LATER",
    "131056,PAIR_RATE,LATER",
    "132001,TEMPLATE,NEVER",
    "137000,IDENTITY_CHANGED,NEVER",
    "138009,CALLING,AFTER_PAUSE",
    "138010,CALLING,NEVER",
    "139103,BLOCK_LIST,LATER",
    "2494170,SIGN_UP,NEVER",
    "2593109,COEXISTENCE,NEVER"
  })
  void eachHasItsKindAndSaysWhenItMaySucceed(int code, ErrorKind kind, ErrorCode.Retry retry) {
    ErrorCode error = ErrorCode.of(code);
    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error.retry()).isEqualTo(retry);
    assertThat(error.retryable()).isEqualTo(retry == ErrorCode.Retry.LATER);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 5, 199, 300, 130428, 999_999, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void othersAreOfAKindOfTheirOwnAndNotTriedAgain(int code) {
    assertThat(ErrorCode.of(code).kind()).isEqualTo(ErrorKind.UNKNOWN);
    assertThat(ErrorCode.of(code).retryable()).isFalse();
    assertThat(ErrorCode.of(code).forDeveloper()).contains("list of error codes");
  }

  @Test
  void everyCodeSaysWhatToDoToBothReaders() {
    assertThat(ErrorCode.all()).hasSizeGreaterThan(200).allSatisfy(error -> {
      assertThat(error.forAgent()).endsWith(".");
      assertThat(error.forDeveloper()).endsWith(".").hasSizeGreaterThan(20);
      assertThat(error.kind()).isNotEqualTo(ErrorKind.UNKNOWN);
    });
  }

  @Test
  void aPauseIsNamedWhereMetaNamesOne() {
    assertThat(ErrorCode.of(131056).pause()).contains(Duration.ofSeconds(6));
    assertThat(ErrorCode.of(131049).pause()).contains(Duration.ofHours(24));
    assertThat(ErrorCode.of(131000).pause()).isEmpty();
  }

  @Test
  void deliveryIsUnknownOnlyWhereMetaDoesNotKnow() {
    assertThat(ErrorCode.all().stream().filter(ErrorCode::deliveryUnknown))
        .extracting(ErrorCode::code)
        .containsExactly(1, 2, 131000);
  }

  @Test
  void codesAreEqualByNumber() {
    assertThat(ErrorCode.of(190)).isEqualTo(ErrorCode.of(190)).hasSameHashCodeAs(ErrorCode.of(190));
    assertThat(ErrorCode.of(190)).isNotEqualTo(ErrorCode.of(0)).hasToString("190 AUTHENTICATION");
  }
}
