package io.waxseal.internal.wire;

import java.util.Optional;
import java.util.UUID;

/**
 * What travels with a message and comes back in its statuses, {@code biz_opaque_callback_data}: our id of the
 * transmission, then the host's own id.
 *
 * @param transmission ours
 * @param correlation the host's, if it gave one
 */
public record CallbackData(UUID transmission, Optional<String> correlation) {
  private static final String START = "wx1";
  private static final int PARTS = 3;

  /**
   * Reads what came back.
   *
   * @param text what came back
   * @return its parts; empty if it is not ours
   */
  public static Optional<CallbackData> read(String text) {
    String[] parts = text.split("\\.", PARTS);
    if (parts.length < 2 || !START.equals(parts[0])) {
      return Optional.empty();
    }
    try {
      return Optional.of(new CallbackData(
          UUID.fromString(parts[1]),
          parts.length == PARTS ? Optional.of(parts[2]) : Optional.empty()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@return the text that travels} */
  public String text() {
    return START + "." + transmission + correlation.map(id -> "." + id).orElse("");
  }

  @Override
  public String toString() {
    return "CallbackData";
  }
}
