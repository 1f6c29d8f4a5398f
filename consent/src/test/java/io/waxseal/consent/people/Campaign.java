package io.waxseal.consent.people;

import io.waxseal.consent.people.Comparison.Difference;
import io.waxseal.consent.people.World.Setting;
import io.waxseal.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Random histories told to rules and to the real stores, until there were enough or time is over. */
final class Campaign {
  /** After so many histories the stores are new. */
  private static final int PER_STORES = 500;

  private static final int MOST_TOLD = 3;

  private static final List<Setting> SETTINGS = List.of(
      new Setting(false, false),
      new Setting(false, true),
      new Setting(true, false),
      new Setting(true, true));

  private final Supplier<Database> databases;
  private final Supplier<? extends Rules> expected;
  private final boolean strict;
  private final List<String> differences = new ArrayList<>();
  private int histories;
  private int differing;
  private long asked;

  /**
   * A campaign.
   *
   * @param databases new empty ones
   * @param expected rules that know nobody
   * @param strict whether the stores trust no phone for longer than anybody can prove
   */
  Campaign(Supplier<Database> databases, Supplier<? extends Rules> expected, boolean strict) {
    this.databases = databases;
    this.expected = expected;
    this.strict = strict;
  }

  /** Runs histories from a seed on, each in the next setting. */
  Campaign run(long seed, int most, long seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (histories < most && System.nanoTime() < end) {
      try (Stores stores = new Stores(databases.get(), strict)) {
        for (int i = 0; i < PER_STORES && histories < most && System.nanoTime() < end; i++) {
          compare(seed + histories, stores);
        }
      }
    }
    return this;
  }

  private void compare(long seed, Stores stores) {
    Setting setting = SETTINGS.get((int) Math.floorMod(seed, (long) SETTINGS.size()));
    History history = World.history(seed, setting);
    Comparison comparison = new Comparison(expected, stores::fresh);
    Optional<Difference> difference = differing < MOST_TOLD
        ? comparison.of(history.asReceived(), history.points())
        : comparison.quick(history.asReceived(), history.points());
    histories++;
    asked += comparison.asked();
    difference.ifPresent(found -> {
      differing++;
      if (differences.size() < MOST_TOLD) {
        differences.add("seed " + seed + ": " + found);
      }
    });
  }

  /** The first few, as short as possible. */
  List<String> differences() {
    return differences;
  }

  int histories() {
    return histories;
  }

  int differing() {
    return differing;
  }

  @Override
  public String toString() {
    return "histories=" + histories + " asked=" + asked + " differing=" + differing;
  }
}
