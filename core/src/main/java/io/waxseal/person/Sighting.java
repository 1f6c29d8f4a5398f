package io.waxseal.person;

/**
 * Meta's word that a phone belonged to an account, from the first time it said so to the last.
 *
 * @param phone the phone
 * @param account the account; one of nobody if its human was erased
 * @param first the first time, in milliseconds since 1970
 * @param last the last time
 */
record Sighting(IndexedPoint phone, IndexedPoint account, long first, long last) {
  Sighting widened(Sighting other) {
    return new Sighting(phone, account, Math.min(first, other.first), Math.max(last, other.last));
  }

  /** The time within the sighting that is nearest to another. */
  long nearest(long time) {
    return Math.max(first, Math.min(time, last));
  }
}
