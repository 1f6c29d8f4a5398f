package io.waxseal.webhook;

import io.waxseal.store.Transaction;

/**
 * Looks at each received event in one of two places: before the answer, in the transaction that precedes the 200, or
 * before the handlers. Only there does it change what is archived and handled: before the answer the event is kept as
 * Meta sent it, sealed, and a changed text reaches the next filter alone. May be called more than once for one event, from any thread.
 */
@FunctionalInterface
public interface InboundFilter {
  /**
   * Filters an event. An exception releases nothing: before the answer Meta is told to deliver again; before the
   * handlers the event is tried again later.
   *
   * @param event the event as earlier filters left it
   * @param transaction the transaction it is handled in
   * @return the event, changed by {@link Received#mapText} or as it was
   */
  Received filter(Received event, Transaction transaction);
}
