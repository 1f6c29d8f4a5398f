package io.waxseal.account;

/**
 * Meta's id of a business phone number, the {@code {Phone-Number-ID}} of the Graph API. It is not a phone number.
 *
 * @param value 1 to 32 digits
 */
public record PhoneNumberId(String value) {
  /**
   * Checks the id.
   *
   * @param value 1 to 32 digits
   * @throws IllegalArgumentException if {@code value} is not 1 to 32 digits
   */
  public PhoneNumberId {
    Digits.check("a phone number id", value);
  }
}
