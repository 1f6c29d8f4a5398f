package io.waxseal.consent;

/** Where a stop or its end came from. What one cause stopped, only the same cause or a stronger one lifts. */
public enum Cause {
  /** The customer wrote a keyword. */
  KEYWORD,
  /** The customer chose in WhatsApp itself, or Meta reported that they had. */
  PLATFORM,
  /** The host recorded it: a call, a letter, a form. */
  HOST
}
