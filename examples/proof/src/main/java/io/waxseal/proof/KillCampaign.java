package io.waxseal.proof;

import io.waxseal.proof.Point.Corridor;
import io.waxseal.proof.Point.Kind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A number of kills over one kind of store: half at random instants, half at points drawn from all there are. */
final class KillCampaign {
  private static final int PROGRESS = 100;
  private static final int FEWEST_CONTROLS = 3;
  private static final int CONTROL_SHARE = 50;
  private static final int SHOWN = 10;

  private final Stores stores;
  private final Jvm jvm;
  private final Path folder;
  private final PrintStream out;
  private final Random random = new Random();
  private Map<String, Integer> counts = Map.of();
  private long lifeNanos;

  KillCampaign(Stores stores, Jvm jvm, Path folder, PrintStream out) {
    this.stores = stores;
    this.jvm = jvm;
    this.folder = folder;
    this.out = out;
  }

  /**
   * Kills and prints.
   *
   * @param kills how often
   * @param mostNanos when to end earlier; the line then says how many kills there were
   * @return whether nothing was lost or doubled, and the controls were caught
   */
  boolean run(int kills, long mostNanos) throws IOException, InterruptedException, SQLException {
    boolean good;
    try (KillHarness harness = new KillHarness(stores, Variant.REAL, jvm, folder)) {
      harness.learn();
      good = real(harness, kills, mostNanos);
    }
    int controls = Math.max(FEWEST_CONTROLS, kills / CONTROL_SHARE);
    boolean early = control(Variant.EARLY, controls);
    boolean keyless = control(Variant.KEYLESS, controls);
    return good && early && keyless;
  }

  private boolean real(KillHarness harness, int kills, long mostNanos)
      throws IOException, InterruptedException, SQLException {
    long started = System.nanoTime();
    while (harness.tally().kills() < kills && System.nanoTime() - started < mostNanos) {
      Hunt hunt = harness.kill(draw(harness), (long) (random.nextDouble() * lifeNanos));
      if (!hunt.counts().isEmpty()) {
        counts = hunt.counts();
      }
      hunt.lifeNanos().ifPresent(life -> lifeNanos = life);
      if (harness.tally().kills() % PROGRESS == 0) {
        out.println("  " + line(harness, started));
      }
    }
    harness.finish();
    out.println(line(harness, started) + " under-way=" + harness.tally().underWay() + " refused="
        + harness.tally().refused() + " " + harness.tally().text());
    harness.findings().all().stream().limit(SHOWN).forEach(what -> out.println("  " + what));
    return harness.findings().all().isEmpty();
  }

  private String line(KillHarness harness, long started) {
    return "store=" + stores.name() + " kills=" + harness.tally().kills() + " lost="
        + harness.findings().lost() + " doubled=" + harness.findings().doubled() + " seconds="
        + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
  }

  /** The first victim of all lives to its end, to learn what there is; the first of each store dies while making it. */
  private Point draw(KillHarness harness) {
    if (counts.isEmpty()) {
      return Point.END;
    }
    if (harness.startsStore()) {
      return commit(Corridor.START);
    }
    if (random.nextBoolean()) {
      return Point.at(Kind.RANDOM, Corridor.START, 1);
    }
    Corridor[] corridors = Corridor.values();
    int which = random.nextInt(corridors.length + 2);
    if (which == corridors.length) {
      return Point.at(Kind.IN_REQUEST, Corridor.OUT, 1);
    }
    if (which == corridors.length + 1) {
      return Point.at(Kind.IN_HANDLER, Corridor.WORK, upTo(Victim.HANDLED));
    }
    return commit(corridors[which]);
  }

  private Point commit(Corridor corridor) {
    return Point.at(
        random.nextBoolean() ? Kind.BEFORE_COMMIT : Kind.AFTER_COMMIT,
        corridor,
        upTo(corridor.name()));
  }

  private int upTo(String what) {
    return 1 + random.nextInt(Math.max(1, counts.getOrDefault(what, 1)));
  }

  /** A control that nothing catches would mean that the harness is blind. */
  private boolean control(Variant variant, int kills)
      throws IOException, InterruptedException, SQLException {
    try (KillHarness harness = new KillHarness(stores, variant, jvm, folder)) {
      for (int i = 0; i < kills; i++) {
        harness.kill(worst(variant, i), 0);
      }
      Findings findings = harness.findings();
      int caught = variant == Variant.EARLY ? findings.lost() : findings.doubled();
      out.println("control=" + variant.name().toLowerCase(Locale.ROOT) + " store="
          + stores.name() + " kills=" + harness.tally().kills() + " lost=" + findings.lost()
          + " doubled=" + findings.doubled()
          + (caught > 0 ? " (caught, as it must be)" : " NOT CAUGHT: the harness is blind"));
      return caught > 0;
    }
  }

  /** Where a control does its worst. */
  static Point worst(Variant variant, int number) {
    if (variant == Variant.KEYLESS) {
      return Point.at(Kind.IN_HANDLER, Corridor.WORK, 1);
    }
    List<Corridor> acknowledging = List.of(Corridor.IN, Corridor.CONSENT, Corridor.ERASE);
    return Point.at(Kind.BEFORE_COMMIT, acknowledging.get(number % acknowledging.size()), 1);
  }
}
