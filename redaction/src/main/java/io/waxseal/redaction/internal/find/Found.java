package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.EntityType;

/** Takes a finding's parts. */
@FunctionalInterface
interface Found {
  void at(EntityType type, int start, int end, double score, String why);
}
