package io.waxseal.proof;

import io.waxseal.proof.RaceHarness.Setting;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** The races over one kind of store, in one process and in two, each with its control. */
final class RaceCampaign {
  private static final int FEWEST_CONTROLS = 200;
  /** A stop that the database refused was not acknowledged; if many are, the race shows too little. */
  private static final int FAILING_SHARE = 100;

  private static final int CONTROL_SHARE = 10;

  private final Stores stores;
  private final Jvm jvm;
  private final PrintStream out;

  RaceCampaign(Stores stores, Jvm jvm, PrintStream out) {
    this.stores = stores;
    this.jvm = jvm;
    this.out = out;
  }

  /**
   * Races and prints.
   *
   * @param inOne pairs in one process
   * @param inTwo pairs in two
   * @return whether nothing was late, and the controls were
   */
  boolean run(int inOne, int inTwo) throws Exception {
    boolean one = inOne == 0 || fenced(1, inOne);
    boolean oneControl = inOne == 0 || unfenced(1, inOne);
    boolean two = inTwo == 0 || fenced(2, inTwo);
    boolean twoControl = inTwo == 0 || unfenced(2, inTwo);
    return one && oneControl && two && twoControl;
  }

  private RaceCount race(Setting setting, int pairs) throws Exception {
    long started = System.nanoTime();
    try (RaceHarness harness = new RaceHarness(stores, setting, jvm)) {
      RaceCount count = harness.run(
          pairs, now -> out.println("  race store=" + stores.name() + " " + setting + " " + now));
      out.println("race store=" + stores.name() + " " + setting + " " + count + " seconds="
          + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started));
      return count;
    }
  }

  /** A race in which nothing was sent, nothing refused or no stop waited would have raced nothing. */
  private boolean fenced(int processes, int pairs) throws Exception {
    RaceCount count = race(new Setting(processes, true), pairs);
    boolean raced = count.sent() > 0 && count.none() > 0 && count.waited() > 0;
    if (!raced) {
      out.println("  this race shows nothing");
    }
    return count.late() == 0 && count.failed() <= pairs / FAILING_SHARE && raced;
  }

  private boolean unfenced(int processes, int pairs) throws Exception {
    boolean caught =
        race(new Setting(processes, false), Math.max(FEWEST_CONTROLS, pairs / CONTROL_SHARE))
                .late()
            > 0;
    out.println(
        caught ? "  late without the fence, as it must be" : "  NOT CAUGHT: the harness is blind");
    return caught;
  }
}
