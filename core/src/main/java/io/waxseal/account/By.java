package io.waxseal.account;

/**
 * Who acts on the business's side: a person at a desk or a program. Written to the audit trail as a pseudonym.
 *
 * @param kind whether a human or a program acts
 * @param name the host's name for the actor, 1 to 128 characters; {@link #toString} does not show it
 */
public record By(Kind kind, String name) {
  private static final int MOST = 128;

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
   * @throws IllegalArgumentException if {@code name} is blank or longer than 128 characters
   */
  public By {
    if (name.isBlank() || name.length() > MOST) {
      throw new IllegalArgumentException("an actor has a name of 1 to " + MOST + " characters");
    }
  }

  /**
   * A human who works for the business.
   *
   * @param name the host's name for the agent
   * @return the actor
   */
  public static By agent(String name) {
    return new By(Kind.AGENT, name);
  }

  /**
   * A program of the business.
   *
   * @param name the host's name for the program
   * @return the actor
   */
  public static By system(String name) {
    return new By(Kind.SYSTEM, name);
  }

  @Override
  public String toString() {
    return "By[" + kind + ", ***]";
  }
}
