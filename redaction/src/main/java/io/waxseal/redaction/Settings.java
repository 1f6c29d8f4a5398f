package io.waxseal.redaction;

import java.util.Arrays;

/** What the standard detectors are told by the host, and what follows from it. Immutable. */
final class Settings {

  private final double threshold;
  private final String region;
  private final IdentifierTable.Entry[][] digits = new IdentifierTable.Entry[Form.LONGEST + 1][];
  private final IdentifierTable.Entry[][] mixed = new IdentifierTable.Entry[Form.LONGEST + 1][];

  /**
   * Settings of one redactor.
   *
   * @param threshold the lowest score that counts
   * @param region the country whose national numbers are meant, or empty
   */
  Settings(double threshold, String region) {
    this.threshold = threshold;
    this.region = region;
    for (int length = 0; length <= Form.LONGEST; length++) {
      IdentifierTable.Entry[] possible = Arrays.stream(
              IdentifierTable.STANDARD.unannounced(length))
          .filter(this::mayCount)
          .toArray(IdentifierTable.Entry[]::new);
      digits[length] = Arrays.stream(possible)
          .filter(entry -> entry.form().admitsDigitsAlone())
          .toArray(IdentifierTable.Entry[]::new);
      mixed[length] = Arrays.stream(possible)
          .filter(entry -> entry.form().admitsLetters())
          .toArray(IdentifierTable.Entry[]::new);
    }
  }

  private boolean mayCount(IdentifierTable.Entry entry) {
    return Confidence.of(entry, Confidence.UNANNOUNCED, true, false, region) >= threshold
        || Confidence.of(entry, Confidence.UNANNOUNCED, false, false, region) >= threshold;
  }

  double threshold() {
    return threshold;
  }

  String region() {
    return region;
  }

  /** The kinds of so many characters that can reach the threshold without a word. */
  IdentifierTable.Entry[] unannounced(int length, long letters) {
    return letters == 0 ? digits[length] : mixed[length];
  }
}
