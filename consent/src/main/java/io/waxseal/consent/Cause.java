package io.waxseal.consent;

/**
 * Where a stop or its end came from. START ends what the customer's words stopped, the host's {@code resume} what the host
 * stopped, and only WhatsApp itself what was stopped there.
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
