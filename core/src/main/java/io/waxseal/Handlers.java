package io.waxseal;

import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Sender;
import io.waxseal.webhook.Received;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The host's handlers, in their order. Events that none takes are counted by kind, so that nobody misses them unseen. */
final class Handlers implements AfterEvent {
  /** Kinds that Waxseal does not know are named by Meta, so their number has a bound. */
  private static final int MOST_KINDS = 100;

  private static final String OTHERS = "others";

  private final List<Handler<?>> handlers;
  private final Map<String, LongAdder> unhandled = new ConcurrentHashMap<>();

  Handlers(List<Handler<?>> handlers) {
    this.handlers = List.copyOf(handlers);
  }

  @Override
  public void after(Received event, Sender sender) {
    boolean taken = false;
    for (Handler<?> handler : handlers) {
      if (handler.takes(event)) {
        taken = true;
        handler.handle(event);
      }
    }
    if (!taken) {
      count(event.event().kind());
    }
  }

  private void count(String kind) {
    String name = unhandled.size() < MOST_KINDS || unhandled.containsKey(kind) ? kind : OTHERS;
    unhandled.computeIfAbsent(name, first -> new LongAdder()).increment();
  }

  /** How many events of each kind no handler took since the start. */
  Map<String, Long> unhandled() {
    Map<String, Long> counts = new TreeMap<>();
    unhandled.forEach((kind, count) -> counts.put(kind, count.sum()));
    return counts;
  }
}
