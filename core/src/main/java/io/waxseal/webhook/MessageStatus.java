package io.waxseal.webhook;

import java.util.Locale;
import java.util.Optional;

/**
 * What became of a message at Meta. An open enumeration: a value that is not known here is kept.
 *
 * @param value Meta's word
 */
public record MessageStatus(String value) {
  /** The statuses that are known. */
  public enum Known {
    /** Handed to WhatsApp's servers. */
    SENT,
    /** On the customer's phone. */
    DELIVERED,
    /** Read; implies delivered. */
    READ,
    /** A voice message was played; implies read. */
    PLAYED,
    /** Not delivered, and it will not be. */
    FAILED
  }

  /** {@return the known status of this word, or empty} */
  public Optional<Known> known() {
    for (Known known : Known.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(value)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
