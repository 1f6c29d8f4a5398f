package io.waxseal.account;

/**
 * Meta's id of a message, the {@code wamid}. It is personal data: its base64 holds the person's number. Keep it out of
 * logs, metric labels and clear keys; {@link #toString} shows a mask.
 *
 * @param value the id as Meta sent it, 1 to 512 characters, opaque
 */
public record MessageId(String value) {
  private static final int MOST = 512;

  /**
   * Checks the length only, since the id is opaque.
   *
   * @param value the id as Meta sent it, 1 to 512 characters, opaque
   * @throws IllegalArgumentException if {@code value} is empty or longer than 512 characters
   */
  public MessageId {
    if (value.isEmpty() || value.length() > MOST) {
      throw new IllegalArgumentException("a message id has 1 to " + MOST + " characters");
    }
  }

  @Override
  public String toString() {
    return "MessageId[***]";
  }
}
