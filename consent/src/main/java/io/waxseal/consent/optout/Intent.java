package io.waxseal.consent.optout;

/** What a customer asks for. The order is from the strictest to the mildest. */
public enum Intent {
  /** To delete their data or account. */
  RIGHTS_ERASE,
  /** To know which data are held, to get a copy, or to know where the number came from. */
  RIGHTS_ACCESS,
  /** No more messages. */
  OPT_OUT,
  /** Perhaps no more messages: marketing stops at once, and one neutral question follows. */
  PROVISIONAL,
  /** Help, or the name of who writes. */
  HELP,
  /** Messages again. It is a request and no proof of consent. */
  OPT_IN_REQUEST,
  /** Nothing of these. */
  NONE
}
