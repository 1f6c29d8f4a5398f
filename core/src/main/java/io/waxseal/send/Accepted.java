package io.waxseal.send;

/**
 * Meta took the message.
 *
 * @param receipt what Meta gave for it
 */
public record Accepted(SendReceipt receipt) implements SendResult {
  @Override
  public SendReceipt orThrow() {
    return receipt;
  }
}
