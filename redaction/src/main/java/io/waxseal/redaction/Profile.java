package io.waxseal.redaction;

/** How sure a finding must be to count. */
public enum Profile {
  /** For logs and exports: rather one value too many than one too few. */
  STRICT(0.45),

  /** For storage; the default. */
  BALANCED(0.5),

  /** For outgoing messages, which a wrong finding would hold up: rather one value too few than one too many. */
  OUTBOUND(0.7);

  private final double threshold;

  Profile(double threshold) {
    this.threshold = threshold;
  }

  /** {@return the score, from 0 to 1, from which a finding counts; a host may compare {@code Finding.score()} with it} */
  public double threshold() {
    return threshold;
  }
}
