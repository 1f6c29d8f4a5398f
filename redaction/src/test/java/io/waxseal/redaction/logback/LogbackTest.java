package io.waxseal.redaction.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.LoggingEventVO;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import io.waxseal.redaction.Policy;
import io.waxseal.redaction.PolicyRule;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.Treatment;
import io.waxseal.redaction.logging.LogRedactor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;

class LogbackTest {
  private static final String CARD = "4111 1111 " + "1111 1111";

  private final LoggerContext context = new LoggerContext();
  private final ListAppender<ILoggingEvent> out = new ListAppender<>() {
    @Override
    protected void append(ILoggingEvent event) {
      event.getCallerData();
      super.append(event);
    }
  };
  private final RedactingAppender redacting = new RedactingAppender();
  private final Logger log = context.getLogger("io.example.Desk");

  @BeforeEach
  void open() {
    context.setMDCAdapter(new LogbackMDCAdapter());
    out.setContext(context);
    out.start();
    redacting.setContext(context);
    redacting.addAppender(out);
    redacting.start();
    log.setLevel(Level.ALL);
    log.addAppender(redacting);
  }

  @AfterEach
  void close() {
    context.stop();
  }

  @Test
  void messageAndArgumentsAreRedacted() {
    log.info("paid with {} by {}", CARD, "ana");
    assertThat(only().getFormattedMessage()).isEqualTo("paid with [CREDIT_CARD] by ana");
    assertThat(only().getMessage()).isEqualTo("paid with {} by {}");
    assertThat(only().getArgumentArray()).containsExactly("[CREDIT_CARD]", "ana");
  }

  @Test
  void whatIsFoundInAnArgumentAloneLeavesTheMessageToo() {
    log.info("Body {}", "{\"password\":{\"value\":\"swordfish\"}}");
    assertThat(only().getFormattedMessage())
        .isEqualTo("Body {\"password\":{\"value\":\"[SECRET_PASSWORD]\"}}");
  }

  @Test
  void aCleanEventIsHandedOnAsItIs() {
    LoggingEvent event = event("handled {} of {}", 3, "4");
    redacting.doAppend(event);
    assertThat(only()).isSameAs(event);
  }

  @Test
  void aCleanEventWithAThrowableAndPairsIsHandedOnAsItIs() {
    LoggingEvent event = event("failed");
    event.setThrowableProxy(new ThrowableProxy(new Exception("no table", new Exception("none"))));
    event.setKeyValuePairs(List.of(new KeyValuePair("count", 7), new KeyValuePair("desk", "a7")));
    redacting.doAppend(event);
    assertThat(only()).isSameAs(event);
  }

  @Test
  void theThrowableIsRedactedDownToItsCausesAndSuppressed() {
    Exception thrown = new IllegalStateException("card " + CARD, new Exception("again " + CARD));
    thrown.addSuppressed(new Exception("and " + CARD));
    log.error("failed", thrown);
    assertThat(printed(only()))
        .contains("IllegalStateException: card [CREDIT_CARD]")
        .contains("Caused by: java.lang.Exception: again [CREDIT_CARD]")
        .contains("Suppressed: java.lang.Exception: and [CREDIT_CARD]")
        .contains("LogbackTest", "common frames omitted")
        .doesNotContain("1111", "CIRCULAR");
  }

  @Test
  void aMessageThatStandsInForAThrowablesOwnIsRedacted() {
    LoggingEvent event = event("failed");
    event.setThrowableProxy(new ThrowableProxy(new Exception("clean")) {
      @Override
      public String getOverridingMessage() {
        return "card " + CARD;
      }
    });
    redacting.doAppend(event);
    assertThat(only().getThrowableProxy().getOverridingMessage()).isEqualTo("card [CREDIT_CARD]");
  }

  @Test
  void aCircleOfCausesEnds() {
    Exception first = new Exception("card " + CARD);
    first.initCause(new Exception("second", first));
    log.error("failed", first);
    assertThat(printed(only())).contains("second").doesNotContain("1111");
  }

  @Test
  @SuppressWarnings("deprecation")
  void theContextOfTheThreadIsRedactedByNameAndByValue() {
    context.getMDCAdapter().put("pin", "7421");
    context.getMDCAdapter().put("payment", CARD);
    context.getMDCAdapter().put("node", "a7");
    log.info("hello");
    assertThat(only().getMDCPropertyMap())
        .isEqualTo(Map.of("pin", "[SECRET_PASSWORD]", "payment", "[CREDIT_CARD]", "node", "a7"));
    assertThat(only().getMdc()).isEqualTo(only().getMDCPropertyMap());
  }

  @Test
  void keyValuePairsAreRedactedByNameAndByValue() {
    log.atInfo()
        .addKeyValue("password", 'x')
        .addKeyValue("card", CARD)
        .addKeyValue("count", 7)
        .addKeyValue(null, CARD)
        .addKeyValue(CARD, 7)
        .addKeyValue("nothing", (Object) null)
        .log("hello");
    assertThat(only().getKeyValuePairs())
        .extracting(pair -> pair.key + "=" + pair.value)
        .containsExactly(
            "password=[SECRET_PASSWORD]",
            "card=[CREDIT_CARD]",
            "count=7",
            "=[CREDIT_CARD]",
            "[CREDIT_CARD]=7",
            "nothing=null");
  }

  @Test
  void markersLevelLoggerAndTimeStay() {
    Marker marker = MarkerFactory.getMarker("PAYMENT");
    log.warn(marker, "card {}", CARD);
    ILoggingEvent event = only();
    assertThat(event.getMarkerList()).containsExactly(marker);
    assertThat(event.getLevel()).isEqualTo(Level.WARN);
    assertThat(event.getLoggerName()).isEqualTo("io.example.Desk");
    assertThat(event.getThreadName()).isEqualTo(Thread.currentThread().getName());
    assertThat(event.getInstant()).isNotNull();
    assertThat(event.getTimeStamp()).isPositive();
    assertThat(event.getCallerData()[0].getMethodName()).startsWith("markersLevel");
    assertThat(event).hasToString("[WARN] card [CREDIT_CARD]");
  }

  @Test
  void placeContextNumberAndNanosecondsStay() {
    LoggingEvent event = event("card {}", CARD);
    event.setInstant(Instant.ofEpochSecond(7, 8));
    event.setSequenceNumber(9);
    redacting.doAppend(event);
    assertThat(only().getNanoseconds()).isEqualTo(8);
    assertThat(only().getSequenceNumber()).isEqualTo(9);
    assertThat(only().getLoggerContextVO()).isSameAs(event.getLoggerContextVO()).isNotNull();
    assertThat(only().hasCallerData()).isTrue();
    assertThat(Events.redact(LogRedactor.standard(), event("card {}", CARD)).hasCallerData())
        .isFalse();
  }

  @Test
  void anEventForAnotherThreadRemembersItsOwn() throws InterruptedException {
    ILoggingEvent redacted = Events.redact(LogRedactor.standard(), event("card {}", CARD));
    redacted.prepareForDeferredProcessing();
    AtomicReference<String> named = new AtomicReference<>();
    Thread other = new Thread(() -> named.set(redacted.getThreadName()), "other");
    other.start();
    other.join(60_000);
    assertThat(named).hasValue(Thread.currentThread().getName());
  }

  @Test
  void aJsonEncoderSeesNothingElse() {
    JsonEncoder json = new JsonEncoder();
    json.setContext(context);
    json.start();
    context.getMDCAdapter().put("payment", CARD);
    log.atError()
        .addKeyValue("card", CARD)
        .addArgument(CARD)
        .setCause(new Exception("card " + CARD))
        .log("paid with {}");
    String line = new String(json.encode(only()), StandardCharsets.UTF_8);
    assertThat(line).contains("[CREDIT_CARD]").doesNotContain("1111");
  }

  @Test
  void behindAnAsynchronousAppenderItRedactsToo() {
    AsyncAppender async = new AsyncAppender();
    async.setContext(context);
    async.addAppender(redacting);
    async.start();
    log.detachAppender(redacting);
    log.addAppender(async);
    log.info("card {}", CARD);
    async.stop();
    assertThat(only().getFormattedMessage()).isEqualTo("card [CREDIT_CARD]");
  }

  @Test
  void beforeAnAsynchronousAppenderTheEventIsRedactedOnTheCallersThread() {
    redacting.detachAppender(out);
    AsyncAppender async = new AsyncAppender();
    async.setContext(context);
    async.addAppender(out);
    async.start();
    redacting.addAppender(async);
    StringBuilder changing = new StringBuilder("card " + CARD);
    log.info("{}", changing);
    changing.setLength(0);
    async.stop();
    assertThat(only().getFormattedMessage()).isEqualTo("card [CREDIT_CARD]");
    assertThat(only().getArgumentArray()).containsExactly("card [CREDIT_CARD]");
  }

  @Test
  void aCopyForAnotherProcessHoldsNothingElse() {
    log.error("card {}", CARD, new Exception(CARD));
    LoggingEventVO copy = LoggingEventVO.build(only());
    assertThat(copy.getFormattedMessage()).isEqualTo("card [CREDIT_CARD]");
    assertThat(copy.getThrowableProxy().getMessage()).isEqualTo("[CREDIT_CARD]");
    assertThat(copy.getArgumentArray()).containsExactly("[CREDIT_CARD]");
  }

  @Test
  void whatTheBackEndAllowsToBeNothingStaysNothing() {
    log.info((String) null);
    log.info(null, (Object[]) null);
    log.info("{}", (Object) null);
    log.info("{} {}", new Object[] {null});
    log.atInfo().log((String) null);
    log.error(null, (Throwable) null);
    assertThat(out.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(null, null, "null", "null {}", null, null);
  }

  @Test
  void argumentsThatThrowOrLogCostNoOtherLine() {
    log.info("{} and {}", throwing(), CARD);
    log.info("{}", new Object() {
      @Override
      public String toString() {
        log.info("inner card {}", CARD);
        return CARD;
      }
    });
    assertThat(out.list).isNotEmpty().allSatisfy(event -> {
      assertThat(event.getFormattedMessage()).doesNotContain("1111");
      assertThat(event.getArgumentArray()).noneMatch(arg -> arg.toString().contains("1111"));
    });
    assertThat(out.list.get(0).getFormattedMessage()).contains("[FAILED toString()]");
  }

  @Test
  void anEventWhoseOwnMethodsFailIsWithheld() {
    LoggingEvent event = new LoggingEvent("fqcn", log, Level.INFO, "card", null, null) {
      @Override
      public String getFormattedMessage() {
        throw new IllegalStateException(CARD);
      }
    };
    redacting.doAppend(event);
    assertThat(only().getFormattedMessage()).isEqualTo("[REDACTED]");
  }

  @Test
  void aContextWithoutAnAdapterForTheThreadLosesNoLine() {
    LoggerContext bare = new LoggerContext();
    AsyncAppender async = new AsyncAppender();
    async.setContext(bare);
    async.addAppender(out);
    async.start();
    redacting.detachAppender(out);
    redacting.addAppender(async);
    Logger desk = bare.getLogger("io.example.Desk");
    desk.addAppender(redacting);
    desk.error("failed");
    async.stop();
    assertThat(only().getFormattedMessage()).isEqualTo("failed");
    assertThat(only().getMDCPropertyMap()).isEmpty();
    assertThat(only().getThreadName()).isEqualTo(Thread.currentThread().getName());
  }

  @Test
  void pairsThatFailAreWithheldAndTheLineStays() {
    LoggingEvent event = new LoggingEvent("fqcn", log, Level.INFO, "hello", null, null) {
      @Override
      public List<KeyValuePair> getKeyValuePairs() {
        throw new IllegalStateException(CARD);
      }
    };
    redacting.doAppend(event);
    assertThat(only().getFormattedMessage()).isEqualTo("hello");
    assertThat(only().getKeyValuePairs()).hasToString("[[REDACTED]=\"[REDACTED]\"]");
  }

  @Test
  void aDetectorThatFailsCostsTheTextAndNotTheCall() {
    redacting.setRedactor(() -> Redactor.builder()
        .addDetector((text, found) -> {
          throw new IllegalStateException();
        })
        .build());
    context.getMDCAdapter().put("desk", "seven");
    log.atInfo().addKeyValue("table", "nine").setCause(new Exception("ten")).log("eleven");
    assertThat(List.of(
            only().getFormattedMessage(),
            only().getMDCPropertyMap().toString(),
            String.valueOf(only().getKeyValuePairs().get(0).value),
            printed(only())))
        .allSatisfy(text -> assertThat(text).contains("[REDACTED]"))
        .noneMatch(text -> text.contains("seven") || text.contains("nine"))
        .noneMatch(text -> text.contains("Exception: ten") || text.contains("eleven"));
  }

  @Test
  void sixtyFourThreadsLogTheirOwnLines() throws InterruptedException {
    ListAppender<ILoggingEvent> safe = new ListAppender<>() {
      @Override
      protected synchronized void append(ILoggingEvent event) {
        super.append(event);
      }
    };
    safe.setContext(context);
    safe.start();
    redacting.detachAppender(out);
    redacting.addAppender(safe);
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      String own = "t" + i;
      threads.add(new Thread(() -> {
        context.getMDCAdapter().put("own", own + " " + CARD);
        try {
          start.await();
        } catch (InterruptedException e) {
          return;
        }
        for (int n = 0; n < 20; n++) {
          log.info("{} card {}", own, CARD);
        }
      }));
    }
    threads.forEach(Thread::start);
    start.countDown();
    for (Thread thread : threads) {
      thread.join(60_000);
    }
    assertThat(safe.list).hasSize(64 * 20).allSatisfy(event -> {
      String own = String.valueOf(event.getArgumentArray()[0]);
      assertThat(event.getFormattedMessage()).isEqualTo(own + " card [CREDIT_CARD]");
      assertThat(event.getMDCPropertyMap()).containsEntry("own", own + " [CREDIT_CARD]");
    });
  }

  @Test
  void attachedAppendersAreFoundDetachedAndStopped() {
    out.setName("out");
    assertThat(redacting.getAppender("out")).isSameAs(out);
    assertThat(redacting.isAttached(out)).isTrue();
    assertThat(redacting.isAttached(new ListAppender<>())).isFalse();
    assertThat(redacting.iteratorForAppenders()).toIterable().containsExactly(out);
    assertThat(redacting.detachAppender("out")).isTrue();
    assertThat(redacting.detachAppender("out")).isFalse();
    assertThat(redacting.detachAppender(out)).isFalse();
    redacting.addAppender(out);
    assertThat(redacting.detachAppender(out)).isTrue();
    redacting.addAppender(out);
    redacting.stop();
    assertThat(redacting.isStarted()).isFalse();
    assertThat(out.isStarted()).isFalse();
    assertThat(redacting.getAppender("out")).isNull();
  }

  @Test
  void allAttachedAppendersAreDetachedAndStoppedAtOnce() {
    redacting.detachAndStopAllAppenders();
    assertThat(out.isStarted()).isFalse();
    log.info("after");
    assertThat(out.list).isEmpty();
  }

  @Test
  void theEncoderWithinIsStartedAndStoppedWithTheOtherAndFramesWhatItWrites() {
    JsonEncoder json = new JsonEncoder();
    RedactingEncoder encoder = new RedactingEncoder();
    encoder.setEncoder(json);
    encoder.setContext(context);
    encoder.start();
    assertThat(encoder.isStarted()).isTrue();
    assertThat(json.isStarted()).isTrue();
    assertThat(new String(encoder.encode(event("card {}", CARD)), StandardCharsets.UTF_8))
        .contains("[CREDIT_CARD]")
        .doesNotContain("1111");
    encoder.stop();
    assertThat(encoder.isStarted()).isFalse();
    assertThat(json.isStarted()).isFalse();
  }

  @Test
  void anEncoderWithoutAnotherWithinItWritesNothingAndSaysSo() {
    RedactingEncoder encoder = new RedactingEncoder();
    encoder.setContext(context);
    encoder.start();
    assertThat(encoder.isStarted()).isFalse();
    encoder.stop();
    assertThat(encoder.encode(event("card {}", CARD))).isEmpty();
    assertThat(encoder.headerBytes()).isEmpty();
    assertThat(encoder.footerBytes()).isEmpty();
    assertThat(context.getStatusManager().getCopyOfStatusList())
        .anyMatch(status -> status.getMessage().contains("needs an encoder"));
  }

  @Test
  void pairsOfAnEventThatIsMadeByHandMayBeUnmodifiable() {
    LoggingEvent event = event("hello");
    event.setKeyValuePairs(List.of(new KeyValuePair("card", CARD)));
    redacting.doAppend(event);
    assertThat(only().getKeyValuePairs().get(0).value).isEqualTo("[CREDIT_CARD]");
  }

  private LoggingEvent event(String message, Object... arguments) {
    return new LoggingEvent("fqcn", log, Level.INFO, message, null, arguments);
  }

  private ILoggingEvent only() {
    assertThat(out.list).hasSize(1);
    return out.list.get(0);
  }

  private String printed(ILoggingEvent event) {
    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern("%msg%n%ex{full}");
    layout.start();
    return layout.doLayout(event);
  }

  private static Object throwing() {
    return new Object() {
      @Override
      public String toString() {
        throw new Error("hush", null, false, false) {};
      }
    };
  }

  @Test
  void theHostsOwnRedactorKeepsItsTreatment() {
    redacting.setRedactor(() -> Redactor.builder()
        .policy(Policy.standard().with(PolicyRule.log(Treatment.remove(), "*")))
        .build());
    log.info("card {}.", CARD);
    assertThat(only().getFormattedMessage()).isEqualTo("card .");
    assertThat(new RedactingAppender(LogRedactor.standard()).isStarted()).isFalse();
  }
}
