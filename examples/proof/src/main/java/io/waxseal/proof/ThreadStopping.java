package io.waxseal.proof;

import io.waxseal.proof.StopWatch.Stopped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Stops in threads of this process, through the same composition as the sends. */
final class ThreadStopping implements Stopping {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Shop shop;
  private final StopWatch watch;

  ThreadStopping(Shop shop, StopWatch watch) {
    this.shop = shop;
    this.watch = watch;
  }

  @Override
  public Future<Stopped> stop(String number, long at) {
    return threads.submit(() -> watch.stop(shop, number, at));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
