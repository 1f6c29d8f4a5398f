package io.waxseal.redaction;

/** Takes a finding's parts. */
@FunctionalInterface
interface Found {
  void at(EntityType type, int start, int end, double score, String why);
}
