package io.waxseal.simulator;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is to go wrong with the messages of one customer, one template, one business number or of all. A failure strikes
 * a message that would otherwise be accepted; a request refused for its own mistakes or by a limit leaves it in place.
 * When several scripts have something for a message, the customer's goes first, then the template's, the number's, and
 * the one for all; each message meets one failure. Thread-safe.
 */
public final class Script {
  private final Queue<Failure> next = new ArrayDeque<>();
  private @Nullable Failure always;

  Script() {}

  /**
   * Lets the next message fail. Several are used up in the order given.
   *
   * @param failure what is to happen
   * @return this script
   */
  public Script failNext(Failure failure) {
    return failNext(1, failure);
  }

  /**
   * Lets the next messages fail, all in the same way.
   *
   * @param messages how many, 1 or more
   * @param failure what is to happen
   * @return this script
   * @throws IllegalArgumentException if it is less than 1
   */
  public synchronized Script failNext(int messages, Failure failure) {
    Objects.requireNonNull(failure, "failure");
    if (messages < 1) {
      throw new IllegalArgumentException("messages must be 1 or more");
    }
    for (int i = 0; i < messages; i++) {
      next.add(failure);
    }
    return this;
  }

  /**
   * Lets every message fail, once the single failures are used up, until {@link #recover}.
   *
   * @param failure what is to happen
   * @return this script
   */
  public synchronized Script failAlways(Failure failure) {
    always = Objects.requireNonNull(failure, "failure");
    return this;
  }

  /**
   * Forgets every failure that is left.
   *
   * @return this script
   */
  public synchronized Script recover() {
    next.clear();
    always = null;
    return this;
  }

  synchronized Optional<Failure> take() {
    return take(failure -> true);
  }

  /** Takes the next failure if it is of a kind. */
  synchronized Optional<Failure> take(Predicate<Failure> kind) {
    Failure failure = next.isEmpty() ? always : next.peek();
    if (failure == null || !kind.test(failure)) {
      return Optional.empty();
    }
    next.poll();
    return Optional.of(failure);
  }
}
