package io.waxseal.send;

import java.util.Optional;

/**
 * What to do about a verdict, for the two people who read it. Holds nothing of the message and no number.
 *
 * @param forAgent for the human at the desk: what happened and what to do instead
 * @param forDeveloper for who wrote the call: which rule, and what to change
 * @param alternative a safe way to the same end, such as a secure link, if there is one
 */
public record Guidance(String forAgent, String forDeveloper, Optional<String> alternative) {
  /**
   * Guidance without an alternative.
   *
   * @param forAgent for the human at the desk
   * @param forDeveloper for who wrote the call
   * @return the guidance
   */
  public static Guidance of(String forAgent, String forDeveloper) {
    return new Guidance(forAgent, forDeveloper, Optional.empty());
  }

  /** {@return both texts; not the alternative, which may hold a link that is good for whoever has it} */
  @Override
  public String toString() {
    return "Guidance[forAgent=" + forAgent + ", forDeveloper=" + forDeveloper + "]";
  }
}
