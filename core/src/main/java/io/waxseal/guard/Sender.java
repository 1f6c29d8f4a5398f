package io.waxseal.guard;

import io.waxseal.account.By;
import io.waxseal.message.Message;
import io.waxseal.send.SendResult;

/** Sends through the one gate; what a guard may do by itself. Thread-safe. */
@FunctionalInterface
public interface Sender {
  /**
   * Sends a message, or says why not. Blocks until Meta has answered.
   *
   * @param message what to send
   * @param by who sends it
   * @return what became of it
   * @throws IllegalArgumentException if the message names no number and there are several, or one that is not ours
   * @throws IllegalStateException if this thread has a transaction open on the database, or all is closed
   */
  SendResult send(Message message, By by);
}
