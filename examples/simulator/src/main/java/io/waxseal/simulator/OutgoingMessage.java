package io.waxseal.simulator;

import org.jspecify.annotations.Nullable;

/** The addressing of a checked send request; without {@code waId}, {@code userId} and {@code groupId} it reaches nobody. */
record OutgoingMessage(
    String type,
    String input,
    @Nullable String waId,
    @Nullable String userId,
    @Nullable String groupId,
    @Nullable String callbackData,
    @Nullable String templateName,
    boolean marketingEdge) {

  boolean template() {
    return templateName != null;
  }

  boolean group() {
    return groupId != null;
  }

  /** The same message through the edge for marketing messages. */
  OutgoingMessage asMarketing() {
    return new OutgoingMessage(
        type, input, waId, userId, groupId, callbackData, templateName, true);
  }

  /** The same message to a number as Meta spells it. */
  OutgoingMessage to(@Nullable String registered) {
    return new OutgoingMessage(
        type, input, registered, userId, groupId, callbackData, templateName, marketingEdge);
  }

  String customer() {
    return waId != null ? waId : input;
  }

  @Override
  public String toString() {
    return "OutgoingMessage[" + type + "]";
  }
}
