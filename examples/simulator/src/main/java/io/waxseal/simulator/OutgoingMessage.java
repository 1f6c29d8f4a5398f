package io.waxseal.simulator;

import org.jspecify.annotations.Nullable;

/** The addressing of a checked send request; without both {@code waId} and {@code userId} it reaches nobody. */
record OutgoingMessage(
    String type,
    String input,
    @Nullable String waId,
    @Nullable String userId,
    @Nullable String callbackData,
    @Nullable String templateName) {

  boolean template() {
    return templateName != null;
  }

  /** The same message to a number as Meta spells it. */
  OutgoingMessage to(@Nullable String registered) {
    return new OutgoingMessage(type, input, registered, userId, callbackData, templateName);
  }

  String customer() {
    return waId != null ? waId : input;
  }

  @Override
  public String toString() {
    return "OutgoingMessage[" + type + "]";
  }
}
