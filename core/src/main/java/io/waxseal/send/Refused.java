package io.waxseal.send;

import io.waxseal.account.RefusedException;
import java.util.List;

/**
 * A message does not go out: nothing of it has left. What a rule refuses is what the host sees.
 *
 * @param reason the first reason in the order of the stages
 * @param guidance what to do about it
 * @param alsoFailed the reasons of later rules, so that all can be mended at once
 */
public record Refused(Reason reason, Guidance guidance, List<Reason> alsoFailed)
    implements Verdict, SendResult {
  /**
   * Copies the list.
   *
   * @param reason the first reason in the order of the stages
   * @param guidance what to do about it
   * @param alsoFailed the reasons of later rules, so that all can be mended at once
   */
  public Refused {
    alsoFailed = List.copyOf(alsoFailed);
  }

  /**
   * A refusal by one rule.
   *
   * @param reason why
   * @param guidance what to do about it
   * @return the refusal
   */
  public static Refused because(Reason reason, Guidance guidance) {
    return new Refused(reason, guidance, List.of());
  }

  @Override
  public SendReceipt orThrow() {
    throw new RefusedException(reason.code(), guidance.forDeveloper());
  }
}
