package io.waxseal.leakwatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** An SLF4J back end that hears every level and prints nothing; a test may ask what was said. */
public final class Listener implements SLF4JServiceProvider {
  private static final ThreadLocal<List<String>> LINES = new ThreadLocal<>();

  private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter contexts = new NOPMDCAdapter();

  /** For SLF4J. */
  public Listener() {}

  /**
   * Listens while something runs.
   *
   * @param work what to run
   * @return the lines that this thread logged meanwhile, each with its level in front
   */
  public static List<String> during(Runnable work) {
    List<String> lines = new ArrayList<>();
    LINES.set(lines);
    try {
      work.run();
      return lines;
    } finally {
      LINES.remove();
    }
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name -> loggers.computeIfAbsent(name, Ear::new);
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return contexts;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {}

  private static final class Ear extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    Ear(String name) {
      this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
      return true;
    }

    @Override
    public boolean isDebugEnabled() {
      return true;
    }

    @Override
    public boolean isInfoEnabled() {
      return true;
    }

    @Override
    public boolean isWarnEnabled() {
      return true;
    }

    @Override
    public boolean isErrorEnabled() {
      return true;
    }

    @Override
    protected String getFullyQualifiedCallerName() {
      return Ear.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
      String text = MessageFormatter.basicArrayFormat(pattern, arguments);
      Heard.LINES.line(name, text, thrown);
      List<String> lines = LINES.get();
      if (lines != null) {
        lines.add(level + " " + text);
      }
    }
  }
}
