package io.waxseal.consent;

import io.waxseal.send.Reason;

/** The reasons this module gives. */
public final class ConsentReasons {
  /** The message says no purpose. */
  public static final Reason PURPOSE_MISSING = new Reason("PURPOSE_MISSING");
  /** Nobody recorded that the person agreed to this purpose, or the evidence of a contract that it needs. */
  public static final Reason NO_CONSENT = new Reason("NO_CONSENT");
  /** The person agreed to an older version of the purpose, and what is agreed to has changed since. */
  public static final Reason CONSENT_VERSION_OLD = new Reason("CONSENT_VERSION_OLD");
  /** The person stopped all messages. */
  public static final Reason STOPPED_ALL = new Reason("STOPPED_ALL");
  /** The person stopped this purpose. */
  public static final Reason STOPPED_PURPOSE = new Reason("STOPPED_PURPOSE");
  /** The person stopped marketing in WhatsApp itself. */
  public static final Reason STOPPED_BY_PLATFORM = new Reason("STOPPED_BY_PLATFORM");
  /** The customer service window is closed. */
  public static final Reason WINDOW_CLOSED = new Reason("WINDOW_CLOSED");
  /** What is recorded of the person's wishes changed while the message was on its way to the wire. */
  public static final Reason CHANGED_DURING_SEND = new Reason("CHANGED_DURING_SEND");
  /** The message is no confirmation of a stop, none is due any more, or it has gone out. */
  public static final Reason CONFIRMATION_NOT_DUE = new Reason("CONFIRMATION_NOT_DUE");
  /** A message to a group needs a purpose of basis GROUP, and no other message has one. */
  public static final Reason PURPOSE_AUDIENCE_MISMATCH = new Reason("PURPOSE_AUDIENCE_MISMATCH");
  /** Somebody who is known to be in the group has stopped these messages. */
  public static final Reason PARTICIPANT_STOPPED = new Reason("PARTICIPANT_STOPPED");
  /** The identity key of the recipient is another than the one relied on; somebody has to make sure who it is. */
  public static final Reason IDENTITY_CHANGED = new Reason("IDENTITY_CHANGED");

  /** Basis: the person agreed to the purpose. */
  public static final Reason CONSENT_GIVEN = new Reason("CONSENT_GIVEN");
  /** Basis: evidence of a contract is recorded. */
  public static final Reason CONTRACT_RECORDED = new Reason("CONTRACT_RECORDED");
  /** Basis: the person asked for a code in the last ten minutes. */
  public static final Reason CODE_REQUESTED = new Reason("CODE_REQUESTED");
  /** Basis: a law demands the message. */
  public static final Reason LEGAL_OBLIGATION = new Reason("LEGAL_OBLIGATION");
  /** Basis: the person wrote and is answered. */
  public static final Reason USER_INITIATED = new Reason("USER_INITIATED");
  /** Basis: the person wrote a stop, which is confirmed once. */
  public static final Reason STOP_CONFIRMATION = new Reason("STOP_CONFIRMATION");
  /** Basis: it goes to a group, and nobody who is known there has stopped it. */
  public static final Reason IN_GROUP = new Reason("IN_GROUP");
  /** Basis: it goes to the identity key seen last, or not at all. */
  public static final Reason IDENTITY_PINNED = new Reason("IDENTITY_PINNED");

  private ConsentReasons() {}
}
