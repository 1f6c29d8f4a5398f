package io.waxseal.send;

/** When a rule is asked. The gate asks in this order, whatever the order in which a host lists its rules. */
public enum Stage {
  /** Is sending stopped altogether: a kill switch, an incident. */
  PAUSE,
  /** May this actor do it. */
  ACCESS,
  /** Is the recipient who we think it is. */
  IDENTITY,
  /** Has the person stopped messages, or agreed to this one. A host needs at least one rule of this stage. */
  CONSENT,
  /** Is the customer service window open. */
  WINDOW,
  /** Does the template's category fit the purpose. */
  CATEGORY,
  /** Is it too much, or the wrong hour. */
  FREQUENCY,
  /** What does it say. Only rules of this stage may rewrite it. */
  CONTENT,
  /** Anything the host asks besides. */
  HOST
}
