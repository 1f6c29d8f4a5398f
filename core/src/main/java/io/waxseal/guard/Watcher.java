package io.waxseal.guard;

/**
 * Is told what somebody should know about the business's own account and conduct, in the work half. At least once: it may be told
 * again if the process dies or a handler throws. It must bear calls from several threads, and should not take long.
 */
@FunctionalInterface
public interface Watcher {
  /**
   * Is told. An exception is logged by its class and harms nothing.
   *
   * @param signal what happened
   */
  void told(Signal signal);
}
