package io.waxseal.redaction.internal.phone;

import io.waxseal.internal.phone.PhonePlans;
import io.waxseal.internal.phone.PhoneRegion;
import io.waxseal.redaction.internal.text.DigitRun;

/** Walks digit groups along the numbering plans and tells the longest number that ends with a group. */
public final class PhoneReader {

  private final PhonePlans plans = PhonePlans.STANDARD;
  private final DigitRun run;
  private final PhoneRegion region;
  private boolean trunk;
  private boolean mobile;

  public PhoneReader(DigitRun run, PhoneRegion region) {
    this.run = run;
    this.region = region;
  }

  /**
   * The boundary after the longest international number whose digits begin {@code skip} digits behind {@code from}.
   *
   * @param dropped a digit that is not dialled, as in +49 (0) 151, counted from {@code from}, or -1
   * @return {@code from} if there is none
   */
  public int international(int from, int to, int skip, int dropped) {
    int node = plans.written();
    int best = from;
    int at = 0;
    for (int group = from; group < to && node != PhonePlans.DEAD; group++) {
      for (int i = 0; i < run.length(group); i++, at++) {
        if (at >= skip && at != dropped) {
          node = plans.next(node, run.digit(group, i));
        }
      }
      if (plans.ends(node)) {
        best = group + 1;
      }
    }
    return best;
  }

  /** The boundary after the longest number as the region writes it, or {@code from}. */
  public int national(int from, int to) {
    int plain = region.plain();
    int prefixed = region.trunk();
    int portable = region.mobile();
    int best = from;
    for (int group = from;
        group < to && (plain != PhonePlans.DEAD || prefixed != PhonePlans.DEAD);
        group++) {
      for (int i = 0; i < run.length(group); i++) {
        int digit = run.digit(group, i);
        plain = plans.next(plain, digit);
        prefixed = plans.next(prefixed, digit);
        portable = plans.next(portable, digit);
      }
      if (plans.ends(plain) || plans.ends(prefixed)) {
        best = group + 1;
        trunk = plans.ends(prefixed);
        mobile = plans.ends(portable);
      }
    }
    return best;
  }

  /** Whether the last national number began with a trunk prefix. */
  public boolean hasTrunk() {
    return trunk;
  }

  /** Whether the last national number is a mobile one. */
  public boolean isMobile() {
    return mobile;
  }

  /** Whether the region groups its numbers like the groups from {@code from} up to, not including, {@code to}. */
  public boolean isGrouping(int from, int to) {
    int node = region.groupings();
    for (int group = from; group < to && node != PhonePlans.DEAD; group++) {
      node = run.length(group) < 10 ? plans.next(node, run.length(group)) : PhonePlans.DEAD;
    }
    return plans.ends(node);
  }

  /** Whether a number of the region without trunk prefix looks unfinished. */
  public boolean expectsTrunk() {
    return region.trunkWritten();
  }
}
