package io.waxseal.send;

import io.waxseal.store.Transaction;
import java.util.Optional;
import java.util.UUID;

/**
 * What must still hold when a connection is open and nothing of the message has been written. It leaves a mark that the
 * message is on its way, which a stop can wait for. Asked once a transmission, in one transaction with the other fences
 * of the message.
 */
public interface Fence {
  /**
   * Asks whether the message may still go, and if so marks it as on its way.
   *
   * @param transaction where; rolled back if any fence refuses
   * @param transmission our own id of the sending
   * @return the refusal, or empty to grant
   */
  Optional<Refused> ask(Transaction transaction, UUID transmission);

  /**
   * Takes the mark away: the message has left, or never will. Called once for a transmission that all its fences
   * granted, also if its outcome is not known, after the outcome was written down; not called if the process dies, so
   * marks must grow old by themselves. What it throws changes no outcome and is logged.
   *
   * @param transaction where; its own, so that one fence loses nothing by another
   * @param transmission our own id of the sending
   * @param result what became of it
   */
  void settled(Transaction transaction, UUID transmission, SendResult result);
}
