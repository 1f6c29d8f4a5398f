package io.waxseal.redaction.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactedThrowableTest {
  private static final String CARD = "4111 1111 " + "1111 1111";
  private static final LogRedactor LOGS = LogRedactor.standard();

  @Test
  void aCleanThrowableIsTheSameObject() {
    Throwable clean = new IllegalStateException("no table", new Exception("nothing"));
    clean.addSuppressed(new Exception());
    assertThat(LOGS.throwable(clean)).isSameAs(clean);
  }

  @Test
  void whatIsPrintedIsTheOriginalWithoutTheValue() {
    Exception thrown = new IllegalStateException("card " + CARD, new Exception("plain"));
    assertThat(printed(LOGS.throwable(thrown)))
        .isEqualTo(printed(thrown).replace(CARD, "[CREDIT_CARD]"));
  }

  @Test
  void causesAndSuppressedAreRedactedAtAnyDepth() {
    Throwable thrown = new Exception("card " + CARD);
    for (int i = 0; i < 20_000; i++) {
      Exception next = new Exception("step", i % 2 == 0 ? thrown : null);
      if (i % 2 == 1) {
        next.addSuppressed(thrown);
      }
      thrown = next;
    }
    Throwable deepest = LOGS.throwable(thrown);
    while (deepest.getCause() != null || deepest.getSuppressed().length > 0) {
      deepest = deepest.getCause() != null ? deepest.getCause() : deepest.getSuppressed()[0];
    }
    assertThat(deepest).hasToString("java.lang.Exception: card [CREDIT_CARD]");
  }

  @Test
  void aCircleEnds() {
    Exception first = new Exception("card " + CARD);
    Exception second = new Exception("second", first);
    first.initCause(second);
    first.addSuppressed(second);
    assertThat(printed(LOGS.throwable(first)))
        .contains("[CREDIT_CARD]", "second")
        .doesNotContain("1111");
  }

  @Test
  void whoOverridesToStringOrMessageHidesNothing() {
    assertThat(printed(LOGS.throwable(new Exception("clean") {
          @Override
          public String toString() {
            return "card " + CARD;
          }
        })))
        .startsWith("card [CREDIT_CARD]");
    Throwable odd = LOGS.throwable(new Exception() {
      @Override
      public String getMessage() {
        return CARD;
      }

      @Override
      public String toString() {
        return "odd";
      }
    });
    assertThat(odd.getMessage()).isEqualTo("odd");
  }

  @Test
  void aMessageOfJsonIsReadAsJson() {
    Throwable thrown = new IllegalStateException("{\"password\":{\"value\":\"swordfish\"}}");
    assertThat(LOGS.throwable(thrown).toString())
        .isEqualTo(thrown.toString().replace("swordfish", "[SECRET_PASSWORD]"));
    assertThat(printed(LOGS.throwable(new Exception("x", new Exception("{\"pin\":[7421]}")))))
        .doesNotContain("7421");
  }

  @Test
  void theNameOfTheClassHidesNothingInTheMessage() {
    String number = "123-45" + "-6789";
    assertThat(LOGS.throwable(new Invoice(number, number)).toString())
        .endsWith("Invoice: [US_SSN]");
    assertThat(LOGS.throwable(new Invoice("clean", number)).toString())
        .endsWith("Invoice: [US_SSN]");
  }

  @Test
  void whoPrintsItselfIsReplaced() {
    Exception thrown = new Exception("clean") {
      @Override
      public void printStackTrace(PrintWriter to) {
        to.print(CARD);
      }

      @Override
      public void printStackTrace(PrintStream to) {
        to.print(CARD);
      }
    };
    assertThat(printed(LOGS.throwable(thrown))).contains("clean").doesNotContain("1111");
  }

  @Test
  void whoPrintsItselfInOneWayOnlyIsReplacedToo() {
    Exception toAWriter = new Exception("clean") {
      @Override
      public void printStackTrace(PrintWriter to) {
        to.print(CARD);
      }
    };
    Exception toAStream = new Exception("clean") {
      @Override
      public void printStackTrace(PrintStream to) {
        to.print(CARD);
      }
    };
    Exception toTheConsole = new Exception("clean") {
      @Override
      public void printStackTrace() {
        System.err.print(CARD);
      }
    };
    for (Exception thrown : List.of(toAWriter, toAStream, toTheConsole)) {
      assertThat(LOGS.throwable(thrown)).isNotSameAs(thrown);
    }
  }

  @Test
  void aStackTraceThatIsBrokenCostsTheWholeThrowable() {
    Throwable thrown = LOGS.throwable(new Exception("clean") {
      @Override
      public StackTraceElement[] getStackTrace() {
        return new StackTraceElement[1];
      }
    });
    assertThat(printed(thrown).strip()).isEqualTo("[REDACTED]");
  }

  @Test
  void whoseMethodsFailIsWithheld() {
    Throwable thrown = LOGS.throwable(new Exception() {
      @Override
      public String toString() {
        throw new IllegalStateException(CARD);
      }

      @Override
      public String getMessage() {
        throw new IllegalStateException(CARD);
      }

      @Override
      public synchronized Throwable getCause() {
        throw new IllegalStateException(CARD);
      }

      @Override
      public StackTraceElement[] getStackTrace() {
        return null;
      }
    });
    assertThat(printed(thrown).strip()).isEqualTo("[REDACTED]");
  }

  @Test
  void aThrowableWithoutAMessageIsClean() {
    Throwable thrown = new Exception((String) null);
    assertThat(LOGS.throwable(thrown)).isSameAs(thrown);
  }

  private static String printed(Throwable thrown) {
    StringWriter printed = new StringWriter();
    thrown.printStackTrace(new PrintWriter(printed, true));
    return printed.toString();
  }

  private static final class Invoice extends Exception {
    private static final long serialVersionUID = 1L;

    private final String localised;

    private Invoice(String message, String localised) {
      super(message);
      this.localised = localised;
    }

    @Override
    public String getLocalizedMessage() {
      return localised;
    }
  }
}
