package io.waxseal.account;

/**
 * Meta's id of a WhatsApp Business account (WABA).
 *
 * @param value 1 to 32 digits
 */
public record WabaId(String value) {
  /**
   * Checks the id.
   *
   * @param value 1 to 32 digits
   * @throws IllegalArgumentException if {@code value} is not 1 to 32 digits
   */
  public WabaId {
    Digits.check("a WhatsApp Business account id", value);
  }
}
