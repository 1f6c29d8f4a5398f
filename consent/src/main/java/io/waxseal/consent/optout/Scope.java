package io.waxseal.consent.optout;

/** How far a stop reaches. */
public enum Scope {
  /** Everything the business starts. */
  ALL,
  /** Promotions only. */
  MARKETING
}
