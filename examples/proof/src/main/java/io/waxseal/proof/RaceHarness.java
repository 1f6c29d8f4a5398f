package io.waxseal.proof;

import io.waxseal.account.StoreException;
import io.waxseal.proof.StopWatch.Stopped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/** Lets a send and a stop of one person, each time another, start at almost the same time, over one store. */
final class RaceHarness implements AutoCloseable {
  private static final int FIRST = 2_000_000;
  private static final int GRANTS = 20;
  private static final int PROGRESS = 1_000;
  private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
  private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final FirstByteServer server = new FirstByteServer();
  private final OkHttpClient http = new OkHttpClient();
  private final AtomicInteger next = new AtomicInteger();
  private final RaceCount count = new RaceCount();
  private final Shop shop;
  private final Stopping stopping;
  private final int width;

  RaceHarness(Stores stores, Setting setting, Jvm jvm) throws IOException, SQLException {
    String url = stores.fresh();
    width = stores.lanes();
    StopWatch watch = new StopWatch();
    shop = new Shop(
        new Pool(url, watch),
        Shop.Outside.of(server.endpoint(), Clock.systemUTC(), http)
            .guard(guard -> setting.fenced() ? guard : new Unfenced(guard)));
    stopping = setting.processes() == 1
        ? new ThreadStopping(shop, watch)
        : new ProcessStopping(jvm, url, server.endpoint());
  }

  /**
   * Who races.
   *
   * @param processes 1 if stops come in the process that sends, 2 if in another
   * @param fenced false for the control
   */
  record Setting(int processes, boolean fenced) {
    @Override
    public String toString() {
      return "jvms=" + processes + " fence=" + (fenced ? "on" : "off");
    }
  }

  RaceCount run(int pairs, Consumer<RaceCount> progress)
      throws InterruptedException, ExecutionException {
    ExecutorService lanes = Executors.newFixedThreadPool(width);
    try {
      List<Future<Boolean>> running = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        running.add(lanes.submit(() -> lane(pairs, progress)));
      }
      for (Future<Boolean> lane : running) {
        lane.get();
      }
      return count;
    } finally {
      lanes.shutdownNow();
    }
  }

  /** Goes on until all pairs are done. Offsets follow what a send takes, so that stops fall into all of it. */
  private boolean lane(int pairs, Consumer<RaceCount> progress) throws InterruptedException {
    long usual = SHORTEST_NANOS;
    for (int from = next.getAndAdd(GRANTS); from < pairs; from = next.getAndAdd(GRANTS)) {
      List<String> numbers = numbers(from, Math.min(from + GRANTS, pairs));
      grant(numbers);
      for (String number : numbers) {
        long took = pair(number, ThreadLocalRandom.current().nextLong(-usual, usual));
        usual = Math.max(SHORTEST_NANOS, (3 * usual + took) / 4);
      }
      if (from % PROGRESS == PROGRESS - GRANTS) {
        progress.accept(count);
      }
    }
    return true;
  }

  /** On a busy machine SQLite may keep a writer waiting for longer than Waxseal does; that is no finding. */
  private void grant(List<String> numbers) {
    while (true) {
      try {
        shop.database().inTransaction(tx -> {
          numbers.forEach(shop::grant);
          return Boolean.TRUE;
        });
        return;
      } catch (StoreException e) {
        if (!e.retryable()) {
          throw e;
        }
      }
    }
  }

  private static List<String> numbers(int from, int to) {
    List<String> numbers = new ArrayList<>();
    for (int i = from; i < to; i++) {
      numbers.add("1650" + (FIRST + i));
    }
    return numbers;
  }

  /** Returns how long the send took. */
  private long pair(String number, long offset) throws InterruptedException {
    long start = System.nanoTime() + LEAD_NANOS;
    Future<Stopped> stop = stopping.stop(number, start + Math.max(0, offset));
    StopWatch.awaitInstant(start + Math.max(0, -offset));
    long sending = System.nanoTime();
    shop.offer(number);
    long took = System.nanoTime() - sending;
    try {
      Stopped stopped = stop.get();
      count.add(server.firstByte(number), stopped);
    } catch (ExecutionException e) {
      count.addFailed();
    }
    return took;
  }

  @Override
  public void close() throws IOException, SQLException {
    stopping.close();
    shop.close();
    server.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
