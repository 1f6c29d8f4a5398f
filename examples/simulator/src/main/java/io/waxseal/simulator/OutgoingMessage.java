package io.waxseal.simulator;

import org.jspecify.annotations.Nullable;

/** The addressing of a checked send request; exactly one of {@code waId} and {@code userId} is there. */
record OutgoingMessage(
    String type,
    String input,
    @Nullable String waId,
    @Nullable String userId,
    @Nullable String callbackData) {

  boolean template() {
    return type.equals("template");
  }

  String customer() {
    return waId != null ? waId : input;
  }

  @Override
  public String toString() {
    return "OutgoingMessage[" + type + "]";
  }
}
