package io.waxseal.proof;

import io.waxseal.proof.StopWatch.Stopped;
import java.io.IOException;
import java.util.concurrent.Future;

/** Who stops: another thread, or another process. */
interface Stopping extends AutoCloseable {
  /**
   * Stops at an instant of {@link System#nanoTime}.
   *
   * @param number whom
   * @param at when
   * @return what became of it
   */
  Future<Stopped> stop(String number, long at);

  @Override
  void close() throws IOException;
}
