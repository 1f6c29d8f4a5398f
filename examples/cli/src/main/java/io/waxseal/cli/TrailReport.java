package io.waxseal.cli;

import io.waxseal.audit.AuditReport;
import io.waxseal.audit.Checkpoint;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@link AuditVerify} says of a trail.
 *
 * @param report what the verifier found
 */
record TrailReport(AuditReport report) {
  private static final int ROOT_DIGITS = 4;

  /** Whether a signature vouches for what was read; entries without one could have been made up as a whole. */
  boolean proven() {
    return report.intact() && !unsigned();
  }

  private boolean unsigned() {
    return report.checkpoint().isEmpty() && report.entries() > 0;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        (proven() ? "verified " : "NOT INTACT: read ") + entries(report.entries()) + " · root "
            + report.root().substring(0, ROOT_DIGITS) + "… · "
            + report.checkpoint().map(TrailReport::signed).orElse("no signed checkpoint"));
    report.problems().forEach(problem -> lines.add(problem.toString()));
    if (unsigned()) {
      lines.add("no checkpoint with a valid signature: nothing vouches for the entries");
    }
    lines.add("whole root " + report.root());
    lines.add(key());
    report
        .checkpoint()
        .map(checkpoint -> report.entries() - checkpoint.size())
        .filter(later -> later > 0)
        .ifPresent(later -> lines.add(entries(later) + " after the checkpoint, not signed yet"));
    lines.add(entries(report.waiting()) + " waiting for a place in the tree");
    return lines;
  }

  private static String signed(Checkpoint checkpoint) {
    return "checkpoint signed " + checkpoint.at() + " by " + checkpoint.signer();
  }

  /** A key out of a trail that does not hold is shown, but nobody is advised to trust it. */
  private String key() {
    if (report.key().isEmpty()) {
      return "the database holds no key";
    }
    if (!report.keyFromTrail()) {
      return "key given";
    }
    String cameFromTrail = "the key came from the database";
    return proven()
        ? cameFromTrail + "; to trust it from now on, give --key "
            + report.key().get()
        : cameFromTrail + ": " + report.key().get();
  }

  static String entries(long count) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator(' ');
    return new DecimalFormat("#,##0", symbols).format(count) + (count == 1 ? " entry" : " entries");
  }
}
