package io.waxseal.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.waxseal.proof.StopWatch.Stopped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/**
 * Stops in a second process. Its instants count here because {@link System#nanoTime} is one clock for all processes of a
 * Linux machine, CLOCK_MONOTONIC; that is not taken on trust but measured before the first pair.
 */
final class ProcessStopping implements Stopping {
  private static final int ROUNDS = 1_000;

  private final Map<String, CompletableFuture<Stopped>> awaited = new ConcurrentHashMap<>();
  private final Process process;
  private final Voice voice;
  private final BufferedReader lines;

  ProcessStopping(Jvm jvm, String url, URI meta) throws IOException {
    process = jvm.start(Stopper.class, List.of(url, meta.toString()));
    voice = new Voice(process.getOutputStream());
    lines = new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII));
    if (!"ready".equals(lines.readLine())) {
      throw new IllegalStateException("the second process did not start; see " + jvm.errors());
    }
    requireOneClock();
    Thread listener = new Thread(this::listen, "stopping");
    listener.setDaemon(true);
    listener.start();
  }

  /** What the other reads lies between what is read here before asking and after the answer, each time. */
  private void requireOneClock() throws IOException {
    for (int i = 0; i < ROUNDS; i++) {
      long before = System.nanoTime();
      voice.say("clock");
      String answer = lines.readLine();
      long after = System.nanoTime();
      long there = Long.parseLong(String.valueOf(answer).substring("clock ".length()));
      if (there - before < 0 || after - there < 0) {
        throw new IllegalStateException("the two processes do not share a clock");
      }
    }
  }

  private void listen() {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split(" ", -1);
        CompletableFuture<Stopped> future = awaited.remove(parts[1]);
        if (future != null && parts[0].equals("stopped")) {
          future.complete(new Stopped(
              Long.parseLong(parts[2]), Long.parseLong(parts[3]), Integer.parseInt(parts[4])));
        } else if (future != null) {
          future.completeExceptionally(new IllegalStateException(line));
        }
      }
    } catch (IOException e) {
      // the process was closed
    }
    awaited
        .values()
        .forEach(future ->
            future.completeExceptionally(new IllegalStateException("the second process is gone")));
  }

  @Override
  public Future<Stopped> stop(String number, long at) {
    CompletableFuture<Stopped> future = new CompletableFuture<>();
    awaited.put(number, future);
    voice.say(number + " " + at);
    return future;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.toHandle().destroyForcibly();
  }
}
