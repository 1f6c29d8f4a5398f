package io.waxseal.person;

/** What a sealed record holds; part of what binds a ciphertext to its place. The codes are stored and never change. */
public enum RecordKind {
  /** A message, received or sent. */
  MESSAGE(1),
  /** What identifies a person, such as a contact point. */
  PROFILE(2),
  /** A picture, recording or document. */
  MEDIA(3),
  /** The detail behind a leaf of the audit trail. */
  AUDIT_DETAIL(4),
  /** A session of an agent. */
  SESSION(5),
  /** A received event on its way to the handlers. */
  INBOX(6),
  /** A part of an export. */
  EXPORT(7),
  /** A key under a key. */
  KEY(8),
  /** Evidence of a consent or a stop. */
  CONSENT_EVIDENCE(9),
  /** A value for which a token stands in a text. */
  TOKEN(10);

  private final int code;

  RecordKind(int code) {
    this.code = code;
  }

  /** {@return the number in the header of a sealed record, 1 to 255} */
  public int code() {
    return code;
  }
}
