package io.waxseal.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** Threads of their own that begin together; a shared pool of few threads would run them one after another. */
public final class Race {
  /** How many threads a race has. */
  public static final int THREADS = 64;

  private static final int PATIENCE_SECONDS = 60;

  private Race() {}

  /**
   * Runs a task on all threads at once.
   *
   * @param task what to do, given the number of the thread from 0
   * @param <T> what it returns
   * @return what each returned, by number
   * @throws AssertionError if one throws, or has not come to an end after a minute
   */
  public static <T> List<T> of(IntFunction<T> task) {
    CountDownLatch ready = new CountDownLatch(THREADS);
    List<FutureTask<T>> runs = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      FutureTask<T> run = new FutureTask<>(() -> {
        ready.countDown();
        ready.await();
        return task.apply(number);
      });
      Thread thread = new Thread(run, "race-" + number);
      thread.setDaemon(true);
      thread.start();
      runs.add(run);
    }
    return runs.stream().map(Race::result).toList();
  }

  /**
   * Runs a task on all threads at once.
   *
   * @param task what to do, given the number of the thread from 0
   * @throws AssertionError if one throws, or has not come to an end after a minute
   */
  public static void run(IntConsumer task) {
    of(number -> {
      task.accept(number);
      return Boolean.TRUE;
    });
  }

  private static <T> T result(FutureTask<T> run) {
    try {
      return run.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("a thread of the race threw " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("a thread of the race hangs", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("the race was interrupted", e);
    }
  }
}
