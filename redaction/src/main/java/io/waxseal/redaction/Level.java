package io.waxseal.redaction;

/** How firmly a policy stands in the way of an outgoing message, from the mildest to the strictest; the strictest wins. */
public enum Level {
  /** The message goes out. */
  PASS,
  /** The message goes out, and the sender is told what to do better next time. */
  TIP,
  /** The message goes out only if the sender says why; the reason is written to the audit trail. */
  JUSTIFY,
  /** The message does not go out. */
  BLOCK
}
