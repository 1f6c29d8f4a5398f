package io.waxseal.send;

import java.util.regex.Pattern;

/**
 * Why, as a stable code that programs may compare. Modules and hosts make their own; a host's begins with {@code X_}.
 *
 * @param code upper-case words joined by underscores, such as {@code NO_CONSENT}
 */
public record Reason(String code) {
  private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
  private static final int LONGEST = 64;

  /** A rule threw instead of judging. */
  public static final Reason RULE_FAILED = new Reason("RULE_FAILED");
  /** The purpose is not declared. */
  public static final Reason PURPOSE_UNKNOWN = new Reason("PURPOSE_UNKNOWN");
  /** The template's category is not that of the purpose. */
  public static final Reason PURPOSE_CATEGORY_MISMATCH = new Reason("PURPOSE_CATEGORY_MISMATCH");
  /** No contact point is known for the person, perhaps because the person was erased. */
  public static final Reason RECIPIENT_UNKNOWN = new Reason("RECIPIENT_UNKNOWN");
  /** Nobody can know who has the phone now. */
  public static final Reason RECIPIENT_UNPROVEN = new Reason("RECIPIENT_UNPROVEN");
  /** The recipient's points are tied to so many others that stops cannot be decided. */
  public static final Reason RECIPIENT_UNCLEAR = new Reason("RECIPIENT_UNCLEAR");
  /** Only a phone will do for this message, and none is provably the recipient's. */
  public static final Reason RECIPIENT_KIND_UNSUPPORTED = new Reason("RECIPIENT_KIND_UNSUPPORTED");
  /** The identity key of the phone changed, so no code is sent there until somebody is seen. */
  public static final Reason IDENTITY_KEY_CHANGED = new Reason("IDENTITY_KEY_CHANGED");
  /** The database cannot be had now. */
  public static final Reason STORE_UNAVAILABLE = new Reason("STORE_UNAVAILABLE");
  /** The vault or a secret cannot be had now. */
  public static final Reason KEY_UNAVAILABLE = new Reason("KEY_UNAVAILABLE");
  /** Something failed that no other reason names; the log says what. */
  public static final Reason INTERNAL_FAILURE = new Reason("INTERNAL_FAILURE");
  /** Connecting took longer than the permit lives. */
  public static final Reason PERMIT_EXPIRED = new Reason("PERMIT_EXPIRED");
  /** The intent is gone from the journal, as after an erasure of the person. */
  public static final Reason INTENT_GONE = new Reason("INTENT_GONE");
  /** No rule objected. */
  public static final Reason NO_OBJECTION = new Reason("NO_OBJECTION");

  /**
   * Checks the code.
   *
   * @param code upper-case words joined by underscores, such as {@code NO_CONSENT}
   * @throws IllegalArgumentException if {@code code} has another shape
   */
  public Reason {
    if (!SHAPE.matcher(code).matches() || code.length() > LONGEST) {
      throw new IllegalArgumentException("a reason code is upper-case words joined by underscores");
    }
  }
}
