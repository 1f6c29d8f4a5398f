package io.waxseal.simulator;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What was accepted so far, in order, and what is scripted to happen next. */
final class Outbox {
  private final Map<String, AcceptedMessage> accepted = new LinkedHashMap<>();
  private final Queue<ScriptedFault> faults = new ArrayDeque<>();

  synchronized void accept(AcceptedMessage message) {
    accepted.put(message.id(), message);
  }

  synchronized List<AcceptedMessage> accepted() {
    return List.copyOf(accepted.values());
  }

  synchronized Optional<AcceptedMessage> find(String messageId) {
    return Optional.ofNullable(accepted.get(messageId));
  }

  synchronized void script(ScriptedFault fault) {
    faults.add(fault);
  }

  synchronized @Nullable ScriptedFault nextFault() {
    return faults.poll();
  }

  /** Without an error the request is held instead of answered. */
  record ScriptedFault(@Nullable GraphError error, boolean accepts) {
    static ScriptedFault of(Fault fault) {
      return switch (fault) {
        case SERVER_ERROR -> answer(GraphError.serverError());
        case UNAVAILABLE -> answer(GraphError.unavailable());
        case TIMEOUT_BEFORE_ACCEPTING -> new ScriptedFault(null, false);
        case TIMEOUT_AFTER_ACCEPTING -> new ScriptedFault(null, true);
      };
    }

    static ScriptedFault answer(GraphError error) {
      return new ScriptedFault(error, false);
    }
  }
}
