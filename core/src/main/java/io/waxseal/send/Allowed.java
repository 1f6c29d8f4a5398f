package io.waxseal.send;

import io.waxseal.message.Message;
import java.util.Optional;

/**
 * A rule lets a message pass.
 *
 * @param basis why it may pass, for the audit trail
 * @param fence what must still hold when the first byte leaves, if anything must
 * @param rewritten the message as the rule wants it, which only a rule of stage {@link Stage#CONTENT} may want
 * @param tip what the sender should know although the message goes out, if anything
 * @param identityKeyHash the identity key that the recipient has to have still, if the rule wants one and the message names
 *     none
 */
public record Allowed(
    Reason basis,
    Optional<Fence> fence,
    Optional<Message> rewritten,
    Optional<Guidance> tip,
    Optional<String> identityKeyHash)
    implements Verdict {
  /**
   * Lets a message pass to whatever identity key the recipient has.
   *
   * @param basis why it may pass, for the audit trail
   * @param fence what must still hold when the first byte leaves, if anything must
   * @param rewritten the message as the rule wants it, which only a rule of stage {@link Stage#CONTENT} may want
   * @param tip what the sender should know although the message goes out, if anything
   */
  public Allowed(
      Reason basis, Optional<Fence> fence, Optional<Message> rewritten, Optional<Guidance> tip) {
    this(basis, fence, rewritten, tip, Optional.empty());
  }

  /**
   * Lets a message pass as it is.
   *
   * @param basis why
   * @return the verdict
   */
  public static Allowed because(Reason basis) {
    return new Allowed(basis, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Lets a message pass if a fence still grants when the connection is open.
   *
   * @param basis why
   * @param fence what is asked then
   * @return the verdict
   */
  public static Allowed behind(Reason basis, Fence fence) {
    return new Allowed(basis, Optional.of(fence), Optional.empty(), Optional.empty());
  }

  /**
   * Lets a message pass to one identity key alone, if a fence still grants when the connection is open. A message that
   * names a key itself keeps that.
   *
   * @param basis why
   * @param hash the hash of the key, as a webhook told it
   * @param fence what is asked then
   * @return the verdict
   */
  public static Allowed onlyIfIdentityIs(Reason basis, String hash, Fence fence) {
    return new Allowed(
        basis, Optional.of(fence), Optional.empty(), Optional.empty(), Optional.of(hash));
  }

  /**
   * Lets a message pass as it is and has the sender told something, in {@link Accepted#tips}.
   *
   * @param basis why
   * @param tip what the sender should know
   * @return the verdict
   */
  public static Allowed with(Reason basis, Guidance tip) {
    return new Allowed(basis, Optional.empty(), Optional.empty(), Optional.of(tip));
  }

  /**
   * Lets another wording of a message pass.
   *
   * @param basis why
   * @param message the message as it shall travel, to the same recipient
   * @return the verdict
   */
  public static Allowed rewritten(Reason basis, Message message) {
    return new Allowed(basis, Optional.empty(), Optional.of(message), Optional.empty());
  }
}
