package io.waxseal.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All scripts, and which of them speaks for a message. */
final class Scripts {
  private final Script all = new Script();
  private final Map<String, Script> numbers = new ConcurrentHashMap<>();
  private final Map<String, Script> templates = new ConcurrentHashMap<>();
  private final Map<String, Script> customers = new ConcurrentHashMap<>();

  Script all() {
    return all;
  }

  Script number(String id) {
    return numbers.computeIfAbsent(id, key -> new Script());
  }

  Script template(String name) {
    return templates.computeIfAbsent(name, key -> new Script());
  }

  /** All spellings of a number are one customer. */
  Script customer(String id) {
    return customers.computeIfAbsent(Spelling.key(id), key -> new Script());
  }

  /** Asked when only the head of a request is known. */
  boolean dropsUnread(String number) {
    return List.of(number(number), all).stream()
        .anyMatch(script -> script
            .take(failure -> failure.kind() == Failure.Kind.DROPPED_BEFORE_READING)
            .isPresent());
  }

  Optional<Failure> next(String number, OutgoingMessage message) {
    String template = message.templateName();
    return customer(message.customer())
        .take()
        .or(() -> template == null ? Optional.empty() : template(template).take())
        .or(() -> number(number).take())
        .or(all::take);
  }

  void recover() {
    all.recover();
    List.of(numbers, templates, customers).forEach(map -> map.values().forEach(Script::recover));
  }
}
