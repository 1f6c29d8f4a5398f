package io.waxseal.redaction.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.slf4j.LoggerFactory;

class NoPersonalDataInLogsTest {
  @BeforeAll
  static void theLoggerOfTheSamplesIsThereBeforeTheyRun() {
    LogSamples.quiet();
  }

  @Test
  void aCleanTestPasses() {
    assertThat(run(LogSamples.Clean.class)).containsEntry("saysNothing()", "");
  }

  @Test
  void aLeakingTestFailsAndItsNeighboursPass() {
    Map<String, String> results = run(LogSamples.Leaks.class);
    for (String test :
        new String[] {"inAMessage()", "inAParameter()", "inACause()", "onAThreadOfItsOwn()"}) {
      assertThat(results.get(test)).as(test).contains("CREDIT_CARD");
    }
    assertThat(results).containsEntry("notAtAll()", "");
  }

  @Test
  void theFailureNamesTypeRuleLoggerAndShapeAndNeverTheValue() {
    assertThat(run(LogSamples.Leaks.class).get("inAMessage()"))
        .isEqualTo(
            "Personal data was logged during Leaks.inAMessage:\n"
                + "- CREDIT_CARD (card.luhn.grouped), logger sample.jul: xxxx xx xxx xxxx [CREDIT_CARD]");
  }

  @Test
  void onAMethodItGuardsThatMethodOnly() {
    Map<String, String> results = run(LogSamples.OnlyOneIsGuarded.class);
    assertThat(results.get("guarded()")).contains("CREDIT_CARD");
    assertThat(results).containsEntry("notGuarded()", "");
  }

  @Test
  void whatIsLoggedAroundTheTestsFailsTheClass() {
    Map<String, String> results = run(LogSamples.Around.class);
    assertThat(results.get("LogSamples$Around")).contains("during Around:", "CREDIT_CARD");
    assertThat(results).containsEntry("fine()", "");
  }

  @Test
  void aNestedClassIsGuardedToo() {
    assertThat(run(LogSamples.Outer.class).get("leaks()")).contains("CREDIT_CARD");
  }

  @Test
  void aTypeMayBeAllowedAndAnotherRedactorUsed() {
    assertThat(run(LogSamples.Allowed.class)).containsEntry("aCard()", "");
    assertThat(run(LogSamples.OwnDetector.class).get("leaks()"))
        .contains("CODE_NAME (host.heron)")
        .doesNotContain("Heron.", "Project");
  }

  @Test
  void whatIsPrintedIsHeard() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
    System.setOut(nowhere);
    System.setErr(nowhere);
    try {
      Map<String, String> results = run(LogSamples.Prints.class);
      assertThat(results.get("onOut()")).contains("logger System.out: xxxx [CREDIT_CARD]");
      assertThat(results.get("onErrWithoutAnEnd()")).contains("logger System.err: xxxx");
      assertThat(System.out).isSameAs(nowhere);
      assertThat(System.err).isSameAs(nowhere);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void log4jIsHeard() throws Exception {
    Map<String, String> results = inALoaderOfItsOwn("UsesLog4j");
    assertThat(results.get("inAMessage()")).contains("CREDIT_CARD", "logger sample.log4j");
    assertThat(results.get("inTheContext()")).contains("SECRET_PASSWORD").doesNotContain("7421");
    assertThat(results.get("inAThrowable()")).contains("CREDIT_CARD");
  }

  @Test
  void logbackIsHeard() throws Exception {
    Map<String, String> results = inALoaderOfItsOwn("UsesSlf4j");
    for (String test : new String[] {"inAMessage()", "inTheContext()", "inAThrowable()"}) {
      assertThat(results.get(test)).as(test).contains("CREDIT_CARD", "logger sample.slf4j");
    }
    assertThat(results.get("inAPair()")).contains("CARD_CVV").doesNotContain("381");
    assertThat(results).containsEntry("notAtAll()", "");
  }

  @Test
  void ofTestsThatRunTogetherTheOneThatLeaksIsBlamed() {
    Map<String, String> results = together(LogSamples.Together.class);
    assertThat(results.get("leaks()")).contains("during Together.leaks", "CREDIT_CARD");
    assertThat(results)
        .containsEntry("first()", "")
        .containsEntry("second()", "")
        .containsEntry("third()", "");
  }

  @Test
  void aTestThatIsNotGuardedIsNotBlamedAndBlamesNoOther() {
    assertThat(together(LogSamples.Neighbours.class))
        .containsEntry("guarded()", "")
        .containsEntry("notGuarded()", "")
        .containsEntry("JUnit Jupiter", "");
  }

  @Test
  void aThreadThatNobodyStartedBelongsToTheTestThatRuns() throws Exception {
    LogSamples.Pooled.fill();
    try {
      assertThat(run(LogSamples.Pooled.class).get("leaks()")).contains("CREDIT_CARD");
      Map<String, String> results = together(LogSamples.Pooled.class);
      assertThat(results).containsEntry("leaks()", "");
      assertThat(results.get("JUnit Jupiter")).contains("no running test", "CREDIT_CARD");
    } finally {
      LogSamples.Pooled.pool.shutdownNow();
    }
  }

  @Test
  void aThreadWhoseTestHasEndedBlamesTheRunAndNoOtherTest() {
    Map<String, String> results = run(LogSamples.Late.class);
    assertThat(results).containsEntry("aStarts()", "").containsEntry("bRuns()", "");
    assertThat(results.get("JUnit Jupiter")).contains("no running test", "CREDIT_CARD");
  }

  private static Map<String, String> run(Class<?> sample) {
    return run(sample, false);
  }

  private static Map<String, String> together(Class<?> sample) {
    return run(sample, true);
  }

  /** Each test by name, with the text of its failure or nothing. */
  static Map<String, String> run(Class<?> sample, boolean parallel) {
    Map<String, String> results = new ConcurrentHashMap<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(sample))
                .configurationParameter(
                    "junit.jupiter.testmethod.order.default",
                    MethodOrderer.MethodName.class.getName())
                .configurationParameter(
                    "junit.jupiter.execution.parallel.enabled", String.valueOf(parallel))
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                    "junit.jupiter.execution.parallel.config.fixed.parallelism", "6")
                .build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                results.put(
                    test.getLegacyReportingName().replaceFirst(".*\\.", ""),
                    result.getThrowable().map(NoPersonalDataInLogsTest::said).orElse(""));
              }
            });
    return results;
  }

  private static String said(Throwable thrown) {
    return thrown instanceof AssertionError ? thrown.getMessage() : thrown.toString();
  }

  /** With classes of its own, so that SLF4J binds to Logback there, and Log4j's own context is untouched here. */
  private static Map<String, String> inALoaderOfItsOwn(String sample) throws Exception {
    URL[] path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(NoPersonalDataInLogsTest::url)
        .toArray(URL[]::new);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    String provider = System.getProperty("slf4j.provider", "");
    try (URLClassLoader own = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(own);
      System.setProperty("slf4j.provider", "ch.qos.logback.classic.spi.LogbackServiceProvider");
      Object results =
          own.loadClass(Inside.class.getName()).getMethod("run", String.class).invoke(null, sample);
      Map<String, String> copied = new TreeMap<>();
      ((Map<?, ?>) results).forEach((test, said) -> copied.put((String) test, (String) said));
      return copied;
    } finally {
      thread.setContextClassLoader(before);
      System.setProperty("slf4j.provider", provider);
    }
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What runs with classes of its own. */
  public static final class Inside {
    private Inside() {}

    /**
     * Runs a sample whose back ends print nothing.
     *
     * @param sample the simple name
     * @return each test by name
     * @throws ClassNotFoundException never
     */
    public static Map<String, String> run(String sample) throws ClassNotFoundException {
      if (LoggerFactory.getLogger("ROOT") instanceof Logger logback) {
        logback.detachAndStopAllAppenders();
      }
      LoggerContext log4j = (LoggerContext) LogManager.getContext(false);
      LoggerConfig root = log4j.getConfiguration().getRootLogger();
      root.getAppenders().keySet().forEach(root::removeAppender);
      return NoPersonalDataInLogsTest.run(
          Class.forName(LogSamples.class.getName() + "$" + sample), false);
    }
  }
}
