package io.waxseal.graph.media;

import io.waxseal.account.RefusedException;

/**
 * Why a file was not taken, or not given away. {@link #code} is the {@code reason()} of the {@link RefusedException};
 * nothing of the file is left where it was to go.
 */
public enum MediaRefusal {
  /** The event names no id of Meta's form. */
  ID("its id is not of Meta's form"),
  /** Its address is no https address of a host that may see the token. */
  HOST("its address is on no list; only Meta's hosts see the token"),
  /** Its server leads to a host that is not on the list, to another scheme, or too often. */
  REDIRECT("its server leads elsewhere; see MediaPolicy.alsoFrom for hosts of your own"),
  /** Its host has an address that is not of the public Internet. */
  ADDRESS("its host's address is not of the public Internet"),
  /** It is longer than the limit, or than Meta says. */
  TOO_LARGE("it is longer than its limit, or than Meta says; see MediaPolicy.limit"),
  /** It is shorter than Meta says. */
  TRUNCATED("it is shorter than Meta says"),
  /** Its SHA-256 is not the one that the event or Meta's node tells, or neither tells one. */
  DIGEST("its SHA-256 is not the one that was announced, or none was"),
  /** It is not of the type that it claims, or it is a program. */
  TYPE("its first bytes are not of the type it claims, or it is a program"),
  /** It comes compressed, although nothing asked for that. */
  ENCODED("it comes compressed, although nothing asked for that"),
  /** Its address had expired twice in a row. */
  EXPIRED("Meta gave two addresses, and both had expired"),
  /** The scanner said no. */
  INFECTED("the scanner said no"),
  /** The scanner failed. */
  SCAN_FAILED("the scanner failed; nothing is released that was not looked at");

  private final String why;

  MediaRefusal(String why) {
    this.why = why;
  }

  /** {@return the stable reason code, such as {@code MEDIA_TOO_LARGE}} */
  public String code() {
    return "MEDIA_" + name();
  }

  RefusedException exception() {
    return new RefusedException(code(), "the file was refused: " + why);
  }
}
