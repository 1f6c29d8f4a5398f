package io.waxseal.consent;

/**
 * The origin of a stop or of its end. START ends stops by the customer's own words, the host's {@code resume} ends stops that
 * the host recorded, and a resume in WhatsApp ends stops made there.
 */
public enum Cause {
  /** The customer wrote a keyword. */
  KEYWORD,
  /** The customer's words left it open whether they stop messages; marketing stops until they say. */
  PROVISIONAL,
  /** The customer chose in WhatsApp itself, or Meta reported that they had. */
  PLATFORM,
  /** The host recorded it: a call, a letter, a form. */
  HOST
}
