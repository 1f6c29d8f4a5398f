package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What was accepted so far, in order. */
final class Outbox {
  private final Map<String, AcceptedMessage> accepted = new LinkedHashMap<>();

  synchronized void accept(AcceptedMessage message) {
    accepted.put(message.id(), message);
  }

  synchronized List<AcceptedMessage> accepted() {
    return List.copyOf(accepted.values());
  }

  synchronized AcceptedMessage get(String messageId) {
    return Optional.ofNullable(accepted.get(Objects.requireNonNull(messageId, "messageId")))
        .orElseThrow(() -> new IllegalArgumentException("no accepted message has this id"));
  }

  synchronized void forgetAll() {
    accepted.clear();
  }
}
