package io.waxseal.proof;

import java.util.LinkedHashSet;
import java.util.Set;

/** What does not hold, each thing once. */
final class Findings {
  private final Set<String> lost = new LinkedHashSet<>();
  private final Set<String> doubled = new LinkedHashSet<>();
  private final Set<String> broken = new LinkedHashSet<>();

  /** Notes something acknowledged that is gone, unless it holds. */
  void kept(boolean holds, String what) {
    if (!holds) {
      lost.add(what);
    }
  }

  /** Notes something that happened more often than it may. */
  void atMost(long most, long times, String what) {
    for (long i = most; i < times; i++) {
      doubled.add(what + " (" + (i + 1) + ")");
    }
  }

  /** Notes that the harness itself could not do its work. */
  void broken(String what) {
    broken.add(what);
  }

  int lost() {
    return lost.size();
  }

  int doubled() {
    return doubled.size();
  }

  int broken() {
    return broken.size();
  }

  Set<String> all() {
    Set<String> all = new LinkedHashSet<>();
    lost.forEach(what -> all.add("lost: " + what));
    doubled.forEach(what -> all.add("doubled: " + what));
    broken.forEach(what -> all.add("broken: " + what));
    return all;
  }
}
