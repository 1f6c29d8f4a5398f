package io.waxseal.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Lets whatever stands on a store die between any two of its steps. A step is a statement, and what follows a commit; from
 * the crash on nothing reaches the store any more, as if the process were gone, and what was not committed is rolled
 * back.
 *
 * <p>A store behind JDBC takes its connections from {@link #on}. Another one calls {@link #step} before each request it
 * makes.
 */
public final class CrashPoints {
  private static final int MOST_STEPS = 1_000;

  private int stepsLeft;
  private boolean armed;
  private boolean dead;

  /** Crashes nothing until {@link #atEachStep} is called. */
  public CrashPoints() {}

  /**
   * A data source whose connections die at the crash.
   *
   * @param real where the connections come from
   * @return the same connections, each statement of theirs a step
   */
  public DataSource on(DataSource real) {
    return proxy(DataSource.class, (method, arguments) -> {
      Object result = call(real, method, arguments, this::live);
      return result instanceof Connection connection ? on(connection) : result;
    });
  }

  /**
   * A step of a store that is not behind JDBC.
   *
   * @throws IllegalStateException if this is where it crashes, or it has crashed before
   */
  public void step() {
    if (diesNow()) {
      throw new IllegalStateException("a crash, on purpose");
    }
  }

  /**
   * Does something again and again, each time with a subject of its own, and crashes one step later each time, until it
   * ends without a crash.
   *
   * @param prepare makes the subject, with the store alive
   * @param work crashes; whoever catches that and goes on as if nothing had happened fails the contract
   * @param check looks at what is left, with the store alive again; also after the one that did not crash
   * @param <T> the subject
   * @throws AssertionError if {@code work} returns although it crashed, or if it has no step
   */
  public <T> void atEachStep(Supplier<T> prepare, Consumer<T> work, Consumer<T> check) {
    atEveryStep(1, prepare, work, check);
  }

  /**
   * Does something again and again as {@link #atEachStep} does, but passes over most steps: for work of very many.
   *
   * @param stride how many steps later it crashes each time, 1 or more
   * @param prepare makes the subject, with the store alive
   * @param work crashes; whoever catches that and goes on as if nothing had happened fails the contract
   * @param check looks at what is left, with the store alive again; also after the one that did not crash
   * @param <T> the subject
   * @throws AssertionError if {@code work} returns although it crashed, or if it has no step
   */
  public <T> void atEveryStep(
      int stride, Supplier<T> prepare, Consumer<T> work, Consumer<T> check) {
    for (int round = 0; round < MOST_STEPS; round++) {
      int step = 1 + round * stride;
      T subject = prepare.get();
      boolean crashed = crashes(step, () -> work.accept(subject));
      try {
        check.accept(subject);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            (crashed ? "after a crash at step " + step : "without a crash") + ": " + e.getMessage(),
            e);
      }
      if (!crashed) {
        if (step == 1) {
          throw new AssertionError("the work has no step at which it could crash;"
              + " does the store use the data source it was given?");
        }
        return;
      }
    }
    throw new AssertionError("no end after " + MOST_STEPS + " crashes");
  }

  private boolean crashes(int step, Runnable work) {
    arm(step);
    RuntimeException thrown = null;
    try {
      work.run();
    } catch (RuntimeException e) {
      thrown = e;
    }
    boolean crashed = disarm();
    if (!crashed && thrown != null) {
      throw thrown;
    }
    if (crashed && thrown == null) {
      throw new AssertionError(
          "the store died at step " + step + ", yet the call returned as if it had not");
    }
    return crashed;
  }

  private synchronized void arm(int step) {
    stepsLeft = step;
    armed = true;
  }

  private synchronized boolean disarm() {
    boolean crashed = dead;
    armed = false;
    dead = false;
    return crashed;
  }

  private synchronized boolean diesNow() {
    if (armed && !dead && --stepsLeft == 0) {
      dead = true;
    }
    return dead;
  }

  private synchronized boolean dead() {
    return dead;
  }

  private void live() throws SQLException {
    if (dead()) {
      throw gone();
    }
  }

  private void sqlStep() throws SQLException {
    if (diesNow()) {
      throw gone();
    }
  }

  private static SQLException gone() {
    return new SQLNonTransientConnectionException("a crash, on purpose", "08006");
  }

  private Connection on(Connection real) {
    return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
      case "close" -> close(real, method);
      case "commit" -> commit(real, method, arguments);
      case "rollback" -> call(real, method, arguments, this::live);
      default -> {
        Object result = call(real, method, arguments, () -> {});
        yield result instanceof Statement statement
            ? on(
                statement,
                method,
                arguments != null && arguments[0] instanceof String sql ? sql : "")
            : result;
      }
    });
  }

  private Object commit(Connection real, Method method, Object[] arguments) throws Throwable {
    Object result = call(real, method, arguments, this::sqlStep);
    sqlStep();
    return result;
  }

  /** A pool would keep the connection, and the transaction with it. */
  private Object close(Connection real, Method method) throws Throwable {
    if (dead()) {
      rollBack(real);
    }
    return call(real, method, null, () -> {});
  }

  @SuppressWarnings("EmptyCatch")
  private static void rollBack(Connection real) throws SQLException {
    if (!real.getAutoCommit()) {
      real.rollback();
      return;
    }
    try (Statement statement = real.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      // no transaction was begun by hand
    }
  }

  private Statement on(Statement real, Method maker, String prepared) {
    return (Statement) proxy(maker.getReturnType(), (method, arguments) -> {
      if (!method.getName().startsWith("execute")) {
        return call(real, method, arguments, () -> {});
      }
      String sql = arguments != null && arguments[0] instanceof String text ? text : prepared;
      String upper = sql.strip().toUpperCase(Locale.ROOT);
      Object result =
          call(real, method, arguments, upper.startsWith("PRAGMA") ? this::live : this::sqlStep);
      if (upper.endsWith("COMMIT")) {
        sqlStep();
      }
      return result;
    });
  }

  private interface Step {
    void take() throws SQLException;
  }

  private static Object call(Object real, Method method, Object[] arguments, Step before)
      throws Throwable {
    before.take();
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private interface Handler {
    Object handle(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(Proxy.newProxyInstance(
        CrashPoints.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> switch (method.getName()) {
          case "equals" -> proxy == arguments[0];
          case "hashCode" -> System.identityHashCode(proxy);
          case "toString" -> type.getSimpleName() + " that can crash";
          default -> handler.handle(method, arguments);
        }));
  }
}
