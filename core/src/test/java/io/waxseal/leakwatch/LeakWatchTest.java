package io.waxseal.leakwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The watch hears what it must hear; without these a silent suite would prove nothing. */
class LeakWatchTest {
  private final Heard heard = new Heard();

  @Test
  void aPlantedValueIsFoundWhoeverSaysIt() {
    heard.line("okhttp3.any", "to 16505551234", null);
    heard.line("any", "failed", new IllegalStateException("x", new RuntimeException("hunter2")));
    assertThat(heard.takeLeaks()).hasSize(2).noneMatch(String::isEmpty);
    assertThat(heard.takeLeaks()).isEmpty();
  }

  @Test
  void whatLooksLikeANumberIsFoundWhenWeSayIt() {
    heard.line("io.waxseal.any", "to 33612345678", null);
    heard.line("org.other", "to 33612345678", null);
    assertThat(heard.takeLeaks()).singleElement().asString().startsWith("io.waxseal.any");
  }

  @Test
  void anIdOfAnEventIsNoNumber() {
    heard.line("io.waxseal.any", "event 01234567-0123-4123-8123-012345678901 waits", null);
    assertThat(heard.takeLeaks()).isEmpty();
  }

  @Test
  void everyLevelIsHeard() {
    long before = Heard.LINES.count();
    LoggerFactory.getLogger("test").trace("nothing {}", "here");
    System.getLogger("test").log(System.Logger.Level.TRACE, "nothing here");
    // threads of earlier tests may speak too
    assertThat(Heard.LINES.count() - before).isGreaterThanOrEqualTo(2);
  }

  @Test
  void exceptionsThatOurMainClassesMakeAreHeardAndThoseOfTestsAreNot() {
    Exceptions exceptions = new Exceptions();
    exceptions.start();
    assertThatThrownBy(() -> Secrets.environment("WAXSEAL_NOT_SET").secret())
        .isInstanceOf(SecretUnavailableException.class);
    assertThatThrownBy(() -> {
          throw new IllegalStateException("made by a test");
        })
        .isNotNull();
    exceptions.hear(heard);
    assertThat(heard.count()).isEqualTo(1);
  }
}
