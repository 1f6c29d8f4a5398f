package io.waxseal.contract.redaction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A guarded test, or the class around its tests, and what was found while it ran. Thread-safe. */
final class Scope {
  private static final int MOST = 20;

  private final String id;
  private final String name;
  private final Judge judge;
  private final Set<String> found = new LinkedHashSet<>();

  Scope(String id, String name, Judge judge) {
    this.id = id;
    this.name = name;
    this.judge = judge;
  }

  String name() {
    return name;
  }

  Judge judge() {
    return judge;
  }

  synchronized void add(List<String> lines) {
    for (String line : lines) {
      if (found.size() < MOST) {
        found.add(line);
      }
    }
  }

  synchronized List<String> found() {
    return new ArrayList<>(found);
  }

  @Override
  public String toString() {
    return id;
  }
}
