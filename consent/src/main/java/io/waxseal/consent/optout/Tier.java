package io.waxseal.consent.optout;

/** How sure a detector is, from the surest to the least sure. */
public enum Tier {
  /** A payload that Waxseal signed, or WhatsApp's own signal. */
  T0,
  /** The whole message is an unambiguous word. */
  T1,
  /** The whole message is an ambiguous word, and the message before gave it its sense. */
  T1A,
  /** An unambiguous word with nothing but fillers, such as "please". */
  T2,
  /** A phrase in a message that may say more. */
  T3,
  /** A doubtful reading: a typing error, a question how to stop, a complaint. */
  T4,
  /** The answer of a host's own classifier. */
  T5
}
