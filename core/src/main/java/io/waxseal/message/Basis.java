package io.waxseal.message;

/** Why a purpose is lawful, and so what is needed before a message is sent for it. No basis passes a stop by itself. */
public enum Basis {
  /** The person agreed: a recorded grant. */
  CONSENT,
  /** The person asked for it or is owed it by contract: recorded evidence, which a grant is. */
  CONTRACT,
  /** A law demands it: nothing recorded is needed. */
  LEGAL_OBLIGATION,
  /** The person wrote and is answered: an open customer service window. */
  WINDOW,
  /** It goes to a group, which people join by themselves: no grant is needed, and a stop of anybody known there counts. */
  GROUP
}
