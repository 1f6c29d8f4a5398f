package io.waxseal.internal.phone;

/**
 * How a country writes phone numbers without a calling code; each form is a node of {@link PhonePlans}.
 *
 * @param country the country (ISO 3166-1), or empty for none
 * @param code its calling code, or 0 for no country
 * @param prefix the trunk prefix, such as 0, or empty where numbers have none
 * @param lengths how many digits may follow the calling code: bit n for n digits
 * @param plain the form without a trunk prefix, of all countries that share the calling code
 * @param trunk the form with a trunk prefix, such as 0, with or without a carrier's code
 * @param mobile the mobile numbers of both forms
 * @param groupings the ways to group either form: the lengths of the groups, each a digit
 * @param trunkWritten whether a number without the trunk prefix looks unfinished
 */
public record PhoneRegion(
    String country,
    int code,
    String prefix,
    int lengths,
    int plain,
    int trunk,
    int mobile,
    int groupings,
    boolean trunkWritten) {

  /** No country: no number without a calling code is valid. */
  public static final PhoneRegion NONE = new PhoneRegion(
      "", 0, "", 0, PhonePlans.DEAD, PhonePlans.DEAD, PhonePlans.DEAD, PhonePlans.DEAD, false);

  /**
   * Says whether so many digits may follow the calling code, whatever they are.
   *
   * @param digits a number of digits
   * @return whether some number of the country has so many
   */
  public boolean isPossible(int digits) {
    return digits < Integer.SIZE && (lengths >> digits & 1) == 1;
  }
}
