package io.waxseal.redaction.internal.find;

/**
 * What the standard detectors are told by the host.
 *
 * @param threshold the lowest score that counts
 * @param region the country whose national numbers are meant, or empty
 * @param anyWord whether a number that is a card by itself counts as one whatever word stands beside it
 */
public record Settings(double threshold, String region, boolean anyWord) {
  /** Settings by which a word for another number beside a card's makes it that. */
  public Settings(double threshold, String region) {
    this(threshold, region, false);
  }
}
