package io.waxseal.guard;

import io.waxseal.message.Purpose;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.send.SendRule;
import io.waxseal.webhook.InboundFilter;
import java.util.List;

/**
 * What a module, or the host, adds to both corridors. Every method has a default: nothing. {@code build()} calls
 * each once: {@link #purposes} before {@link #joined}, the others after it.
 */
public interface Guard {
  /**
   * Hands over what the guard may use, before anything is asked of it.
   *
   * @param wiring database, vault, people, trail, clock
   */
  default void joined(Wiring wiring) {}

  /**
   * Takes back what {@link #joined} handed over: the start failed afterwards, and the host may try again with this guard.
   * Not called for a guard whose own {@link #joined} threw.
   */
  default void parted() {}

  /** {@return purposes of messages that the guard itself sends; the host need not declare them} */
  default List<Purpose> purposes() {
    return List.of();
  }

  /** {@return the rules that judge messages before they go out} */
  default List<SendRule> sendRules() {
    return List.of();
  }

  /** {@return filters in the transaction that precedes the 200: stops, changed numbers} */
  default List<InboundFilter> beforeAnswer() {
    return List.of();
  }

  /** {@return filters in the work half, before archive and handlers: redaction} */
  default List<InboundFilter> beforeHandlers() {
    return List.of();
  }

  /** {@return what happens after an event was handled} */
  default List<AfterEvent> afterEvents() {
    return List.of();
  }

  /** {@return the places that hold something of persons, which an erasure visits} */
  default List<PersonalDataSource> personalData() {
    return List.of();
  }

  /** {@return what {@code WhatsApp.health()} asks besides its own checks} */
  default List<Probe> probes() {
    return List.of();
  }

  /** {@return who is told of signals: what Meta says about the account, its numbers and templates, and what went past the guards} */
  default List<Watcher> watchers() {
    return List.of();
  }
}
