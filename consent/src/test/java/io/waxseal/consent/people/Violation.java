package io.waxseal.consent.people;

/** What rules can do wrong to a human. */
enum Violation {
  /** An advertisement may go to somebody who stopped and did not start again. */
  STOP_IGNORED,
  /** The same, after something was erased or split. */
  STOP_LOST,
  /** An advertisement may go to somebody who never agreed: somebody else did. */
  GRANT_OF_ANOTHER,
  /** An answer may go to somebody who has not written in the last day. */
  WINDOW_OF_ANOTHER,
  /** An erasure took what another human said. */
  RECORD_OF_ANOTHER_ERASED,
  /** An erasure left what the human said under an account of hers. */
  OWN_RECORD_LEFT,
  /** In another order the same facts give another answer. */
  ORDER_MATTERS
}
