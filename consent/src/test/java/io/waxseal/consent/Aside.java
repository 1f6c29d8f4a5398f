package io.waxseal.consent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Runs something on a thread of its own; a shared pool of few threads would let one blocked task hold up the next. */
final class Aside {
  private static final Executor NEW_THREAD = task -> new Thread(task, "aside").start();

  private Aside() {}

  static <T> CompletableFuture<T> run(Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, NEW_THREAD);
  }

  static CompletableFuture<Void> runTask(Runnable task) {
    return CompletableFuture.runAsync(task, NEW_THREAD);
  }
}
