package io.waxseal.redaction;

/** Where a text is going when a {@link Policy} decides over what is found in it. */
public enum Direction {
  /** What a customer sent, before the archive and the handlers see it. */
  INBOUND,
  /** What the business is about to send; it is let pass or refused, by {@link Level}, never rewritten. */
  OUTBOUND,
  /** What leaves the system: exports, reports, answers to requests; also what {@link Redactor#redact} assumes. */
  EXPORT,
  /** What is written to a log. */
  LOG
}
