package io.waxseal.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One victim: listens to what it says, kills it where it is to die, and listens to what was still in the pipe. */
final class Hunt {
  /** 128 and the number of SIGKILL: what a process that died so leaves behind. */
  private static final int KILLED = 137;

  private static final String SILENCE = "";
  private static final long STEP_MILLIS = 1;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Process process;
  private final Point point;
  private final BooleanSupplier requestArrived;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Testimony said = new Testimony();
  private long upAt;
  private long doneAt;
  private final Map<String, Integer> counts = new HashMap<>();
  private boolean hit;
  private @Nullable String failure;

  Hunt(Process process, Point point, BooleanSupplier requestArrived) {
    this.process = process;
    this.point = point;
    this.requestArrived = requestArrived;
  }

  Testimony run(long afterNanos) throws InterruptedException {
    Thread listener = new Thread(this::listen, "hunt");
    listener.setDaemon(true);
    listener.start();
    long started = System.nanoTime();
    while (failure == null && !due(afterNanos)) {
      if (!process.isAlive() || System.nanoTime() - started > PATIENCE_NANOS) {
        failure = process.isAlive()
            ? "the victim hangs"
            : "the victim ended by itself, with " + process.exitValue();
      }
      String line = lines.poll(STEP_MILLIS, TimeUnit.MILLISECONDS);
      if (line != null) {
        take(line);
      }
    }
    // the process would close the pipe too, and with it what was said last
    process.toHandle().destroyForcibly();
    int code = process.waitFor();
    if (failure == null && code != KILLED) {
      failure = "the victim ended with " + code + " and not by SIGKILL";
    }
    listener.join();
    lines.forEach(this::take);
    return said;
  }

  private void listen() {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("broken listener " + e.getClass().getName());
    }
  }

  private boolean due(long afterNanos) {
    if (hit || doneAt != 0) {
      return true;
    }
    hit = point.kind() == Point.Kind.RANDOM
        ? upAt != 0 && System.nanoTime() - upAt >= afterNanos
        : point.kind() == Point.Kind.IN_REQUEST && requestArrived.getAsBoolean();
    return hit;
  }

  private void take(String line) {
    String word = line.contains(" ") ? line.substring(0, line.indexOf(' ')) : line;
    switch (word) {
      case "up" -> upAt = System.nanoTime();
      case "point" -> hit = true;
      case "done" -> {
        doneAt = System.nanoTime();
        for (String count : line.substring("done ".length()).split(" ", -1)) {
          String[] parts = count.split("=", -1);
          counts.put(parts[0], Integer.valueOf(parts[1]));
        }
      }
      case "broken" -> failure = failure == null ? line : failure;
      case SILENCE, "ready" -> {
        // says only that it lives
      }
      default -> said.hear(line);
    }
  }

  /** Whether it died at its point, not after it had done everything. */
  boolean hit() {
    return hit;
  }

  /** {@return how long it lived from its first line to its last, if it came so far} */
  Optional<Long> lifeNanos() {
    return doneAt == 0 || hit ? Optional.empty() : Optional.of(doneAt - upAt);
  }

  /** {@return the commits of each corridor, and the events handled, if it came so far} */
  Map<String, Integer> counts() {
    return counts;
  }

  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }
}
