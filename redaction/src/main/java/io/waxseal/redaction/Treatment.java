package io.waxseal.redaction;

/**
 * What becomes of a found value. Instances are immutable.
 *
 * <p>Each treatment leaves something that the standard detectors do not find again, so redacting twice is the same as
 * redacting once.
 */
public final class Treatment {

  static final char MASK = '•';
  static final int MOST_KEPT = 4;
  private static final int SECRET_MASK_LENGTH = 8;
  private static final Treatment LABEL = new Treatment(Kind.LABEL, 0);
  private static final Treatment REMOVE = new Treatment(Kind.REMOVE, 0);

  private enum Kind {
    LABEL,
    MASK,
    REMOVE
  }

  private final Kind kind;
  private final int keep;

  private Treatment(Kind kind, int keep) {
    this.kind = kind;
    this.keep = keep;
  }

  /** {@return the treatment that puts the type in place of the value, {@code [CREDIT_CARD]}; the default} */
  public static Treatment label() {
    return LABEL;
  }

  /** {@return the treatment that leaves nothing in place of the value} */
  public static Treatment remove() {
    return REMOVE;
  }

  /**
   * Covers the value with bullets (U+2022), except its last characters.
   *
   * <p>Passwords, PINs, one-time codes and card verification values are covered whole, by eight bullets whatever their
   * length; so is every value of which less than half would be covered.
   *
   * @param keepLast how many characters stay readable, 0 to 4 (PCI DSS 3.4 allows a card's last four to be shown)
   * @return the treatment
   * @throws IllegalArgumentException if {@code keepLast} is below 0 or above 4
   */
  public static Treatment mask(int keepLast) {
    if (keepLast < 0 || keepLast > MOST_KEPT) {
      throw new IllegalArgumentException("A mask keeps 0 to 4 characters.");
    }
    return new Treatment(Kind.MASK, keepLast);
  }

  void apply(Finding finding, CharSequence text, StringBuilder out) {
    switch (kind) {
      case LABEL -> out.append(finding.type().label());
      case MASK -> mask(finding, text, out);
      case REMOVE -> {}
    }
  }

  /** Whether a part of a text is what a mask leaves: two bullets or more, then at most {@code kept} characters. */
  static boolean isMask(CharSequence text, int start, int end, int kept) {
    int covered = start;
    while (covered < end && text.charAt(covered) == MASK) {
      covered++;
    }
    return covered - start >= 2 && end - covered <= kept;
  }

  /** Whether what begins at {@code start}, of so many characters, is what a mask leaves readable. */
  static boolean isKept(CharSequence text, int start, int length) {
    return length <= MOST_KEPT
        && start > 1
        && text.charAt(start - 1) == MASK
        && text.charAt(start - 2) == MASK;
  }

  private void mask(Finding finding, CharSequence text, StringBuilder out) {
    EntityType type = finding.type();
    if (type.priority() > 1 || type.equals(EntityType.CARD_CVV)) {
      out.append(String.valueOf(MASK).repeat(SECRET_MASK_LENGTH));
      return;
    }
    int length = finding.end() - finding.start();
    int kept = keep * 2 > length ? 0 : keep;
    int tail = finding.end() - kept;
    if (kept > 0 && Character.isLowSurrogate(text.charAt(tail))) {
      tail++;
    }
    out.append(String.valueOf(MASK).repeat(Math.max(2, tail - finding.start())));
    out.append(text, tail, finding.end());
  }

  /** {@return the name of the treatment} */
  @Override
  public String toString() {
    return kind == Kind.MASK ? "mask(" + keep + ")" : kind == Kind.LABEL ? "label" : "remove";
  }
}
