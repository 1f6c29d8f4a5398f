package io.waxseal.send;

import io.waxseal.account.DeliveryException;
import java.util.UUID;

/**
 * Nobody knows whether Meta took the message: its first byte may have left, and no answer came that says. Do not send it
 * again; a status webhook settles it.
 *
 * @param transmission our own id of the sending
 * @param guidance what to do about it
 */
public record Undetermined(UUID transmission, Guidance guidance) implements SendResult {
  @Override
  public SendReceipt orThrow() {
    throw new DeliveryException(guidance.forDeveloper(), true);
  }
}
