package io.waxseal.redaction.jul;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.logging.LogRedactor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.XMLFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JulTest {
  private static final String CARD = "4111 1111 " + "1111 1111";
  private static final LogRedactor LOGS = LogRedactor.standard();

  private final Kept kept = new Kept();
  private final RedactingHandler handler = new RedactingHandler(kept, LOGS);
  private final Formatter formatter = new RedactingFormatter(new SimpleFormatter(), LOGS);

  @Test
  void messageAndParametersAreRedactedAndTheRecordOfOthersStays() {
    LogRecord line = line("paid with {0} by {1}", CARD, "ana");
    handler.publish(line);
    assertThat(kept.only().getMessage()).isEqualTo("paid with [CREDIT_CARD] by ana");
    assertThat(kept.only().getParameters()).containsExactly("[CREDIT_CARD]", "ana");
    assertThat(line.getParameters()).containsExactly(CARD, "ana");
  }

  @Test
  void whatIsFoundInAParameterAloneLeavesTheMessageToo() {
    handler.publish(line("Body {0}", "{\"pin\":{\"value\":\"7421\"}}"));
    assertThat(kept.only().getMessage())
        .isEqualTo("Body {\"pin\":{\"value\":\"[SECRET_PASSWORD]\"}}");
  }

  @Test
  void aCleanRecordIsHandedOnAsItIs() {
    LogRecord line = line("handled {0} of {1}", 3, "4");
    handler.publish(line);
    assertThat(kept.only()).isSameAs(line);
  }

  @Test
  void theThrowableIsRedactedDownToItsCauses() {
    LogRecord line = line("failed");
    line.setThrown(new IllegalStateException("card " + CARD, new Exception("again " + CARD)));
    handler.publish(line);
    assertThat(formatter.format(kept.only()))
        .contains("IllegalStateException: card [CREDIT_CARD]", "at io.waxseal.redaction.jul")
        .contains("Caused by: java.lang.Exception: again [CREDIT_CARD]")
        .doesNotContain("1111");
  }

  @Test
  void whatElseARecordSaysStays() {
    LogRecord line = line(CARD);
    line.setLevel(Level.SEVERE);
    line.setInstant(Instant.EPOCH);
    line.setSequenceNumber(7);
    line.setLongThreadID(9);
    line.setSourceClassName("Desk");
    line.setSourceMethodName("pay");
    handler.publish(line);
    LogRecord redacted = kept.only();
    assertThat(redacted.getLevel()).isEqualTo(Level.SEVERE);
    assertThat(redacted.getLoggerName()).isEqualTo("io.example.Desk");
    assertThat(redacted.getInstant()).isEqualTo(Instant.EPOCH);
    assertThat(redacted.getSequenceNumber()).isEqualTo(7);
    assertThat(redacted.getLongThreadID()).isEqualTo(9);
    assertThat(redacted.getSourceClassName() + redacted.getSourceMethodName()).isEqualTo("Deskpay");
  }

  @Test
  void theCallerIsFoundBehindTheHandler() {
    Logger log = Logger.getLogger("io.example.caller");
    log.setUseParentHandlers(false);
    log.addHandler(handler);
    log.info(CARD);
    log.removeHandler(handler);
    assertThat(kept.only().getSourceMethodName()).isEqualTo("theCallerIsFoundBehindTheHandler");
  }

  @Test
  void aLocalisedMessageIsRedactedInItsLanguage() {
    LogRecord line = line("paid", CARD);
    line.setResourceBundle(new ListResourceBundle() {
      @Override
      protected Object[][] getContents() {
        return new Object[][] {{"paid", "bezahlt mit {0}"}};
      }
    });
    assertThat(formatter.formatMessage(line)).isEqualTo("bezahlt mit [CREDIT_CARD]");
  }

  @Test
  void aRedactedTextIsNotFormattedOnceMore() {
    LogRecord line = line("{0} '{'1'}'", CARD, "ana");
    assertThat(formatter.formatMessage(line)).isEqualTo("[CREDIT_CARD] {1}");
    line.setMessage("'{'1'}' {0}");
    assertThat(formatter.formatMessage(line)).isEqualTo("{1} [CREDIT_CARD]");
  }

  @Test
  void aBraceWithoutANumberIsNoPlaceholder() {
    handler.publish(line("'{'ana'}' {0} '{'", CARD));
    assertThat(kept.only().getMessage()).isEqualTo("{ana} [CREDIT_CARD] {");
    assertThat(kept.only().getParameters()).containsExactly("[CREDIT_CARD]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{0", "{0}{", "{0,number,x{}", "{9}", "'{0}", "%s {0}"})
  void aBrokenPatternCostsNothing(String pattern) {
    LogRecord line = line(pattern, CARD);
    handler.publish(line);
    assertThat(formatter.format(kept.only())).doesNotContain("1111");
  }

  @Test
  void whatTheBackEndAllowsToBeNothingStaysNothing() {
    LogRecord line = new LogRecord(Level.INFO, null);
    handler.publish(line);
    line.setParameters(new Object[] {null, CARD});
    handler.publish(line);
    assertThat(kept.lines).extracting(LogRecord::getMessage).containsExactly(null, null);
    assertThat(kept.lines.get(1).getParameters()).containsExactly(null, "[CREDIT_CARD]");
  }

  @Test
  void aParameterThatThrowsIsWithheld() {
    handler.publish(line(
        "{0} and {1}",
        new Object() {
          @Override
          public String toString() {
            throw new Error(CARD, null, false, false) {};
          }
        },
        CARD));
    assertThat(kept.only().getMessage()).isEqualTo("[REDACTED]");
    assertThat(kept.only().getParameters()).isNull();
  }

  @Test
  void aDetectorThatFailsCostsTheTextAndNotTheCall() {
    LogRedactor broken = LogRedactor.of(Redactor.builder()
        .addDetector((text, found) -> {
          throw new IllegalStateException();
        })
        .build());
    LogRecord line = line("rhubarb {0}", "quince");
    line.setThrown(new Exception("medlar"));
    assertThat(new RedactingFormatter(new XMLFormatter(), broken).format(line))
        .contains("[REDACTED]")
        .doesNotContain("rhubarb", "quince", "medlar");
  }

  @Test
  void onlyWhatBothHandlersWantIsExamined() {
    kept.setLevel(Level.WARNING);
    handler.publish(line("quiet"));
    kept.setLevel(Level.ALL);
    handler.setLevel(Level.WARNING);
    handler.publish(line("quiet"));
    assertThat(kept.lines).isEmpty();
  }

  @Test
  void closingAndFlushingReachTheOtherHandler() {
    handler.flush();
    handler.close();
    assertThat(kept.calls).containsExactly("flush", "close");
  }

  @Test
  void theFrameOfTheOtherFormatterIsWritten() {
    Formatter xml = new RedactingFormatter(new XMLFormatter(), LOGS);
    assertThat(xml.getHead(kept)).contains("<log>");
    assertThat(xml.getTail(kept)).contains("</log>");
  }

  @Test
  void sixtyFourThreadsLogTheirOwnLines() throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      String own = "t" + i;
      threads.add(new Thread(() -> {
        try {
          start.await();
        } catch (InterruptedException e) {
          return;
        }
        for (int n = 0; n < 20; n++) {
          handler.publish(line("{0} card {1}", own, CARD));
        }
      }));
    }
    threads.forEach(Thread::start);
    start.countDown();
    for (Thread thread : threads) {
      thread.join(60_000);
    }
    assertThat(kept.lines)
        .hasSize(64 * 20)
        .allSatisfy(line -> assertThat(line.getMessage())
            .isEqualTo(line.getParameters()[0] + " card [CREDIT_CARD]"));
  }

  private static LogRecord line(String message, Object... parameters) {
    LogRecord line = new LogRecord(Level.INFO, message);
    line.setLoggerName("io.example.Desk");
    if (parameters.length > 0) {
      line.setParameters(parameters);
    }
    return line;
  }

  private static final class Kept extends Handler {
    private final List<LogRecord> lines = Collections.synchronizedList(new ArrayList<>());
    private final List<String> calls = new ArrayList<>();

    private LogRecord only() {
      assertThat(lines).hasSize(1);
      return lines.get(0);
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(line);
    }

    @Override
    public void flush() {
      calls.add("flush");
    }

    @Override
    public void close() {
      calls.add("close");
    }
  }
}
