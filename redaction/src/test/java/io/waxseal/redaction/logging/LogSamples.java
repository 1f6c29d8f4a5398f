package io.waxseal.redaction.logging;

import io.waxseal.contract.redaction.NoPersonalDataInLogs;
import io.waxseal.redaction.Redactor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.ThreadContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Tests of made-up hosts, some of which log what they should not. Run by NoPersonalDataInLogsTest alone. */
final class LogSamples {
  static final String CARD = "4111 1111 " + "1111 1111";

  private static final Logger QUIET = quiet();

  private LogSamples() {}

  /** Loggers and streams of the samples reach only the ears, or the values would stand in this build's log. */
  static Logger quiet() {
    Logger logger = Logger.getLogger("sample.jul");
    logger.setUseParentHandlers(false);
    return logger;
  }

  private static void say(String text) {
    QUIET.info(text);
  }

  @NoPersonalDataInLogs
  static class Clean {
    @Test
    void saysNothing() {
      say("handled 3 of 4");
    }
  }

  @NoPersonalDataInLogs
  static class Leaks {
    @Test
    void inAMessage() {
      say("paid by Ana with " + CARD);
    }

    @Test
    void inAParameter() {
      QUIET.log(Level.INFO, "paid with {0}", CARD);
    }

    @Test
    void inACause() {
      LogRecord line = new LogRecord(Level.SEVERE, "failed");
      line.setLoggerName("sample.jul");
      line.setThrown(new Exception("x", new Exception("card " + CARD)));
      QUIET.log(line);
    }

    @Test
    void onAThreadOfItsOwn() throws InterruptedException {
      Thread thread = new Thread(() -> say(CARD));
      thread.start();
      thread.join();
    }

    @Test
    void notAtAll() {
      say("fine");
    }
  }

  static class OnlyOneIsGuarded {
    @Test
    @NoPersonalDataInLogs
    void guarded() {
      say(CARD);
    }

    @Test
    void notGuarded() {
      say(CARD);
    }
  }

  @NoPersonalDataInLogs
  static class Around {
    @BeforeAll
    static void before() {
      say(CARD);
    }

    @Test
    void fine() {}

    @AfterAll
    static void after() {}
  }

  @NoPersonalDataInLogs
  static class Outer {
    @Nested
    class Inner {
      @Test
      void leaks() {
        say(CARD);
      }
    }
  }

  @NoPersonalDataInLogs(except = "CREDIT_CARD")
  static class Allowed {
    @Test
    void aCard() {
      say(CARD);
    }
  }

  @NoPersonalDataInLogs(redactor = Herons.class)
  static class OwnDetector {
    @Test
    void leaks() {
      say("see Project Heron");
    }
  }

  static final class Herons implements Supplier<Redactor> {
    @Override
    public Redactor get() {
      return Redactor.builder()
          .addDetector((text, found) -> {
            int at = text.toString().indexOf("Heron");
            if (at >= 0) {
              say("a detector that logs ends");
              found.accept(new io.waxseal.redaction.detect.Finding(
                  new io.waxseal.redaction.detect.EntityType("CODE_NAME"),
                  at,
                  at + 5,
                  0.9,
                  "host.heron"));
            }
          })
          .build();
    }
  }

  @NoPersonalDataInLogs
  static class Prints {
    @Test
    void onOut() {
      System.out.println("card " + CARD);
    }

    @Test
    void onErrWithoutAnEnd() {
      System.err.print("card " + CARD);
    }
  }

  @NoPersonalDataInLogs
  static class UsesLog4j {
    @Test
    void inAMessage() {
      LogManager.getLogger("sample.log4j").error("card {}", CARD);
    }

    @Test
    void inTheContext() {
      ThreadContext.put("pin", "7421");
      LogManager.getLogger("sample.log4j").error("hello");
      ThreadContext.clearAll();
    }

    @Test
    void inAThrowable() {
      LogManager.getLogger("sample.log4j").error("failed", new Exception("card " + CARD));
    }
  }

  @NoPersonalDataInLogs
  static class UsesSlf4j {
    @Test
    void inAMessage() {
      LoggerFactory.getLogger("sample.slf4j").error("card {}", CARD);
    }

    @Test
    void inTheContext() {
      MDC.put("payment", CARD);
      LoggerFactory.getLogger("sample.slf4j").error("hello");
      MDC.clear();
    }

    @Test
    void inAPair() {
      LoggerFactory.getLogger("sample.slf4j").atError().addKeyValue("cvv", 381).log("hello");
    }

    @Test
    void inAThrowable() {
      LoggerFactory.getLogger("sample.slf4j").error("failed", new Exception("card " + CARD));
    }

    @Test
    void notAtAll() {
      LoggerFactory.getLogger("sample.slf4j").error("fine");
    }
  }

  /** Four tests that are under way together; one of them leaks. */
  @Execution(ExecutionMode.CONCURRENT)
  @NoPersonalDataInLogs
  static class Together {
    private static final CyclicBarrier ALL = new CyclicBarrier(4);

    @Test
    void leaks() throws Exception {
      meet();
      say(CARD);
      Thread thread = new Thread(() -> say("card " + CARD));
      thread.start();
      thread.join();
      meet();
    }

    @Test
    void first() throws Exception {
      clean();
    }

    @Test
    void second() throws Exception {
      clean();
    }

    @Test
    void third() throws Exception {
      clean();
    }

    private static void clean() throws Exception {
      meet();
      say("fine");
      meet();
    }

    private static void meet() throws Exception {
      ALL.await(30, TimeUnit.SECONDS);
    }
  }

  /** A guarded test beside one that is not, which leaks. */
  @Execution(ExecutionMode.CONCURRENT)
  static class Neighbours {
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    @Test
    @NoPersonalDataInLogs
    void guarded() throws Exception {
      BOTH.await(30, TimeUnit.SECONDS);
      BOTH.await(30, TimeUnit.SECONDS);
    }

    @Test
    void notGuarded() throws Exception {
      BOTH.await(30, TimeUnit.SECONDS);
      say(CARD);
      BOTH.await(30, TimeUnit.SECONDS);
    }
  }

  /** A thread that nobody's test started says something. */
  @NoPersonalDataInLogs
  static class Pooled {
    static ExecutorService pool;

    static void fill() throws Exception {
      pool = Executors.newSingleThreadExecutor();
      pool.submit(() -> {}).get();
    }

    @Test
    void leaks() throws Exception {
      pool.submit(() -> say(CARD)).get();
    }
  }

  /** What the first test starts speaks only while the second runs. */
  @NoPersonalDataInLogs
  static class Late {
    private static final CountDownLatch SPEAK = new CountDownLatch(1);
    private static Thread late;

    @Test
    void aStarts() {
      late = new Thread(() -> {
        try {
          SPEAK.await();
          say(CARD);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
      late.start();
    }

    @Test
    void bRuns() throws InterruptedException {
      SPEAK.countDown();
      late.join();
    }
  }
}
