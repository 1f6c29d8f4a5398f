package io.waxseal.contract.redaction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Decides whose line it is. A thread belongs to the test that runs on it, or that started it; JUnit's own threads belong to
 * what they run at the moment, whoever started them. Thread-safe.
 */
final class Hearing {
  private static final int MOST = 20;
  private static final String JUNIT = "org.junit.";

  private final boolean parallel;
  private final Ears ears = new Ears(this);
  private final Deque<Scope> open = new ArrayDeque<>();
  private final Set<String> nobodys = new LinkedHashSet<>();
  private final InheritableThreadLocal<Scope> started = new InheritableThreadLocal<>();
  private final ThreadLocal<Deque<Scope>> running = ThreadLocal.withInitial(ArrayDeque::new);
  private final ThreadLocal<Boolean> judging = ThreadLocal.withInitial(() -> false);

  Hearing(boolean parallel) {
    this.parallel = parallel;
  }

  void open(Scope scope) {
    synchronized (this) {
      open.push(scope);
      ears.attach();
    }
    running.get().push(scope);
    started.set(scope);
  }

  void close(Scope scope) {
    ears.endOfLine();
    running.get().remove(scope);
    Scope outer = running.get().peek();
    if (outer == null) {
      started.remove();
    } else {
      started.set(outer);
    }
    synchronized (this) {
      open.remove(scope);
      if (open.isEmpty()) {
        ears.detach();
      }
    }
  }

  void hear(String logger, String text) {
    judge((judge, name) -> judge.text(name, text), logger);
  }

  void hear(String logger, String name, String value) {
    judge((judge, from) -> judge.named(from, name, value), logger);
  }

  /** The texts of a throwable, its causes and what was suppressed. */
  void hear(String logger, Throwable thrown) {
    Set<Throwable> met = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> waiting = new ArrayDeque<>(List.of(thrown));
    for (Throwable next = waiting.poll(); next != null; next = waiting.poll()) {
      if (met.add(next)) {
        hear(logger, next.toString());
        if (next.getCause() != null) {
          waiting.add(next.getCause());
        }
        waiting.addAll(List.of(next.getSuppressed()));
      }
    }
  }

  void hear(String logger, Map<String, String> context) {
    context.forEach((name, value) -> {
      if (name != null && value != null) {
        hear(logger, name, value);
      }
    });
  }

  private void judge(BiFunction<Judge, String, List<String>> how, String logger) {
    if (logger.startsWith(JUNIT) || judging.get()) {
      return;
    }
    judging.set(true);
    try {
      Scope owner = owner();
      Scope judge = owner != null ? owner : any();
      if (judge == null) {
        return;
      }
      List<String> found = how.apply(judge.judge(), logger);
      if (owner != null) {
        owner.add(found);
      } else if (!ofAnotherTest()) {
        add(found);
      }
    } finally {
      judging.set(false);
    }
  }

  /** The scope that a line of this thread belongs to, or null. */
  private Scope owner() {
    Scope here = running.get().peek();
    if (here != null) {
      return here;
    }
    Scope parent = started.get();
    if (parent != null && !ofAnotherTest()) {
      return isOpen(parent) ? parent : null;
    }
    return parallel || ofAnotherTest() ? null : any();
  }

  private boolean ofAnotherTest() {
    return running.get().isEmpty()
        && Thread.currentThread().getClass().getName().startsWith(JUNIT);
  }

  private synchronized boolean isOpen(Scope scope) {
    return open.contains(scope);
  }

  private synchronized Scope any() {
    return open.peek();
  }

  private synchronized void add(List<String> found) {
    for (String line : found) {
      if (nobodys.size() < MOST) {
        nobodys.add(line);
      }
    }
  }

  synchronized List<String> nobodys() {
    return new ArrayList<>(nobodys);
  }
}
