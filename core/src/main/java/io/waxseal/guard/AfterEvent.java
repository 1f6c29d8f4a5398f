package io.waxseal.guard;

import io.waxseal.webhook.Received;

/**
 * Does something about a received event, in the work half, after the filters, with no transaction open. At least once:
 * it runs again if the process dies or anything after it throws, so it must bear that.
 */
@FunctionalInterface
public interface AfterEvent {
  /**
   * Reacts. An exception makes the event be tried again later.
   *
   * @param event the event as the filters left it
   * @param sender sends through the gate
   */
  void after(Received event, Sender sender);
}
