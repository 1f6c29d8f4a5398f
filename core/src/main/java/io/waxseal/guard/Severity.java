package io.waxseal.guard;

/** How much something matters; the order is that of worse and worse. */
public enum Severity {
  /** As it should be, or good to know. */
  INFO,
  /** It works, but somebody should look. */
  WARNING,
  /** It does not work, or somebody may be doing harm: look now. */
  CRITICAL
}
