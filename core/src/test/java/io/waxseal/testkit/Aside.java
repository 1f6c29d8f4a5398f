package io.waxseal.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Runs something on a thread of its own; a shared pool of few threads would let one blocked task hold up the next. */
public final class Aside {
  private static final Executor NEW_THREAD = task -> new Thread(task, "aside").start();

  private Aside() {}

  public static <T> CompletableFuture<T> run(Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, NEW_THREAD);
  }

  public static CompletableFuture<Void> runTask(Runnable task) {
    return CompletableFuture.runAsync(task, NEW_THREAD);
  }

  /** Waits, for those who may throw nothing checked. */
  public static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
