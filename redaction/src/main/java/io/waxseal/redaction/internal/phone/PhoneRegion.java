package io.waxseal.redaction.internal.phone;

/**
 * How a country writes phone numbers without a calling code; each form is a node of {@link PhonePlans}.
 *
 * @param country the country (ISO 3166-1), or empty for none
 * @param plain the form without a trunk prefix, of all countries that share the calling code
 * @param trunk the form with a trunk prefix, such as 0, with or without a carrier's code
 * @param mobile the mobile numbers of both forms
 * @param groupings the ways to group either form: the lengths of the groups, each a digit
 * @param trunkWritten whether a number without the trunk prefix looks unfinished
 */
public record PhoneRegion(
    String country, int plain, int trunk, int mobile, int groupings, boolean trunkWritten) {

  /** No country: no number without a calling code is valid. */
  static final PhoneRegion NONE = new PhoneRegion(
      "", PhonePlans.DEAD, PhonePlans.DEAD, PhonePlans.DEAD, PhonePlans.DEAD, false);
}
