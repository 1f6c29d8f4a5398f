package io.waxseal.account;

import java.util.Optional;

/**
 * Who acts on the business's side: a person at a desk or a program. Written to the audit trail as a pseudonym.
 *
 * @param kind whether a human or a program acts
 * @param name the host's name for the actor, 1 to 128 characters; {@link #toString} does not show it
 * @param justification why they do it, if they had to say so; kept sealed in the audit trail
 */
public record By(Kind kind, String name, Optional<String> justification) {
  private static final int MOST = 128;
  private static final int LONGEST_JUSTIFICATION = 500;

  /** Whether a human or a program acts. */
  public enum Kind {
    /** A human who works for the business. */
    AGENT,
    /** A program of the business, such as a campaign. */
    SYSTEM
  }

  /**
   * Checks the name.
   *
   * @param kind whether a human or a program acts
   * @param name the host's name for the actor, 1 to 128 characters; {@link #toString} does not show it
   * @param justification why they do it, if they had to say so; kept sealed in the audit trail
   * @throws IllegalArgumentException if {@code name} is blank or longer than 128 characters, or {@code justification} is
   *     blank or longer than 500
   */
  public By {
    if (name.isBlank() || name.length() > MOST) {
      throw new IllegalArgumentException("an actor has a name of 1 to " + MOST + " characters");
    }
    if (justification
        .filter(why -> why.isBlank() || why.length() > LONGEST_JUSTIFICATION)
        .isPresent()) {
      throw new IllegalArgumentException(
          "a justification has 1 to " + LONGEST_JUSTIFICATION + " characters");
    }
  }

  /**
   * A human who works for the business.
   *
   * @param name the host's name for the agent
   * @return the actor
   */
  public static By agent(String name) {
    return new By(Kind.AGENT, name, Optional.empty());
  }

  /**
   * A program of the business.
   *
   * @param name the host's name for the program
   * @return the actor
   */
  public static By system(String name) {
    return new By(Kind.SYSTEM, name, Optional.empty());
  }

  /**
   * The same actor, who says why, as a rule may ask: {@code By.agent("ana").because("the customer asked for our IBAN")}.
   *
   * @param why the reason in the actor's words, 1 to 500 characters, without the value it is about
   * @return the actor with the reason
   * @throws IllegalArgumentException if it is blank or longer
   */
  public By because(String why) {
    return new By(kind, name, Optional.of(why));
  }

  @Override
  public String toString() {
    return "By[" + kind + ", ***]";
  }
}
