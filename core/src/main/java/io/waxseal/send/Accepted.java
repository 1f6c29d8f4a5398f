package io.waxseal.send;

import java.util.List;

/**
 * Meta took the message.
 *
 * @param receipt what Meta gave for it
 * @param tips what rules that let it pass want the sender to know, by stage; mostly empty
 */
public record Accepted(SendReceipt receipt, List<Guidance> tips) implements SendResult {
  /**
   * Copies the list.
   *
   * @param receipt what Meta gave for it
   * @param tips what rules that let it pass want the sender to know, by stage
   */
  public Accepted {
    tips = List.copyOf(tips);
  }

  @Override
  public SendReceipt orThrow() {
    return receipt;
  }
}
