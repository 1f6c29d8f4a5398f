package io.waxseal.redaction.support;

import java.util.regex.Pattern;

/** Follows private keys through the lines of a text. Not thread-safe. */
final class KeyLines {

  private static final Pattern BEGINS = Pattern.compile("-----BEGIN [^-]{0,38}PRIVATE KEY");
  private static final String ENDS = "-----END ";

  /** A line of a body, also one that is quoted or that a log has put something before. */
  private static final Pattern HOLDS_BASE64 =
      Pattern.compile("(?<![A-Za-z0-9+/=])[A-Za-z0-9+/=]{40}");

  private static final Pattern ONLY_BASE64 = Pattern.compile("[A-Za-z0-9+/=]++");
  private static final Pattern HEADER =
      Pattern.compile("(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset|MessageID):.*+");

  /** From this length on a line of base64 is withheld wherever it stands. */
  private static final int SHORTEST_ALONE = 56;

  /** In lines; one that holds no base64 counts for many, so that what only looks like a key soon ends. */
  private static final int LONGEST_KEY = 400;

  private static final int WITHOUT_BASE64 = 20;

  private int left;

  /** Whether a line is of a key and is not its first; to be asked of all lines in their order. */
  boolean holds(String line) {
    String stripped = line.strip();
    boolean base64 = ONLY_BASE64.matcher(stripped).matches();
    boolean within = left > 0
        && (base64
            || line.contains(ENDS)
            || HOLDS_BASE64.matcher(line).find()
            || HEADER.matcher(stripped).matches());
    follow(line);
    return within || (base64 && stripped.length() >= SHORTEST_ALONE);
  }

  private void follow(String line) {
    int end = line.lastIndexOf(ENDS);
    if (BEGINS.matcher(line).find(Math.max(0, end))) {
      left = LONGEST_KEY;
    } else if (end >= 0) {
      left = 0;
    } else if (left > 0) {
      left -= HOLDS_BASE64.matcher(line).find() ? 1 : WITHOUT_BASE64;
    }
  }
}
