package io.waxseal.redaction.internal.identifier;

/** Whether a value, as capital letters and ASCII digits without separators, has the structure and check digits of its kind. */
@FunctionalInterface
interface Check {
  boolean test(String value);
}
