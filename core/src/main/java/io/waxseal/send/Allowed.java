package io.waxseal.send;

import io.waxseal.message.Message;
import java.util.Optional;

/**
 * A rule lets a message pass.
 *
 * @param basis why it may pass, for the audit trail
 * @param fence what must still hold when the first byte leaves, if anything must
 * @param rewritten the message as the rule wants it, which only a rule of stage {@link Stage#CONTENT} may want
 */
public record Allowed(Reason basis, Optional<Fence> fence, Optional<Message> rewritten)
    implements Verdict {
  /**
   * Lets a message pass as it is.
   *
   * @param basis why
   * @return the verdict
   */
  public static Allowed because(Reason basis) {
    return new Allowed(basis, Optional.empty(), Optional.empty());
  }

  /**
   * Lets a message pass if a fence still grants when the connection is open.
   *
   * @param basis why
   * @param fence what is asked then
   * @return the verdict
   */
  public static Allowed behind(Reason basis, Fence fence) {
    return new Allowed(basis, Optional.of(fence), Optional.empty());
  }

  /**
   * Lets another wording of a message pass.
   *
   * @param basis why
   * @param message the message as it shall travel, to the same recipient
   * @return the verdict
   */
  public static Allowed rewritten(Reason basis, Message message) {
    return new Allowed(basis, Optional.empty(), Optional.of(message));
  }
}
