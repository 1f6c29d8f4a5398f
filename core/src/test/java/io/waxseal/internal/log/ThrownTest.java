package io.waxseal.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.SecretUnavailableException;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Exceptions as logs show them. */
class ThrownTest {
  @Test
  void whatWaxsealSaysIsShownAndOfOthersTheClassAlone() {
    assertThat(Thrown.named(new SecretUnavailableException("the token's file is gone")))
        .isEqualTo("the token's file is gone");
    assertThat(Thrown.named(new IllegalStateException("to +15550001111: hello")))
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void framesAreShownAndNoMessageOfAnyCause() {
    Exception thrown = new IllegalStateException(
        "planted", new IllegalArgumentException("planted", new SecretUnavailableException("gone")));
    assertThat(Thrown.withFrames(thrown))
        .startsWith("java.lang.IllegalStateException\n  at io.waxseal.internal.log.ThrownTest.")
        .contains("\ncaused by java.lang.IllegalArgumentException\n")
        .contains("\ncaused by gone\n")
        .doesNotContain("planted");
  }

  @Test
  void aDeepStackAndACircleOfCausesEnd() {
    Exception one = new IllegalStateException("planted");
    one.initCause(new IllegalArgumentException("planted", one));
    assertThat(Thrown.withFrames(one)).hasSizeLessThan(20_000);
    one.setStackTrace(
        Collections.nCopies(2_000, one.getStackTrace()[0]).toArray(StackTraceElement[]::new));
    assertThat(Thrown.withFrames(one)).contains("\n  and 1960 more\n");
  }
}
