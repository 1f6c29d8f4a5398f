package io.waxseal.account;

/**
 * Meta's id of a stored file. It is good for 30 days after an upload, for 7 after a webhook.
 *
 * @param value 1 to 32 digits
 */
public record MediaId(String value) {
  /**
   * Checks the id.
   *
   * @param value 1 to 32 digits
   * @throws IllegalArgumentException if {@code value} is not 1 to 32 digits
   */
  public MediaId {
    Digits.check("a media id", value);
  }
}
