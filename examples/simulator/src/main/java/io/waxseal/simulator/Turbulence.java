package io.waxseal.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What may happen to webhooks between Meta and a callback: some come twice, some not at all, in another order, later,
 * or several in one body. Meta promises none of the contrary. The same seed does the same to the same webhooks, so that
 * a test that failed fails again. Immutable; each setter gives a copy.
 *
 * <pre>{@code
 * meta.deliver(Turbulence.seeded(7).duplicating(0.5).reordering().batchingUpTo(3), meta.statuses(id));
 * }</pre>
 */
public final class Turbulence {
  private static final List<Packing> PACKINGS = List.of(Packing.values());

  private final long seed;
  private final double duplicating;
  private final double dropping;
  private final boolean reordering;
  private final Duration delay;
  private final int batch;

  private Turbulence(
      long seed,
      double duplicating,
      double dropping,
      boolean reordering,
      Duration delay,
      int batch) {
    this.seed = seed;
    this.duplicating = duplicating;
    this.dropping = dropping;
    this.reordering = reordering;
    this.delay = delay;
    this.batch = batch;
  }

  /** {@return nothing unusual: each webhook once, at once, in order, in a body of its own} */
  public static Turbulence none() {
    return seeded(0);
  }

  /**
   * Begins with nothing unusual.
   *
   * @param seed decides, with the order of the webhooks, what happens to which
   * @return the turbulence
   */
  public static Turbulence seeded(long seed) {
    return new Turbulence(seed, 0, 0, false, Duration.ZERO, 1);
  }

  /**
   * Delivers some twice.
   *
   * @param share how many of all, 0 to 1
   * @return a copy
   * @throws IllegalArgumentException if it is less than 0 or more than 1
   */
  public Turbulence duplicating(double share) {
    return new Turbulence(seed, share(share), dropping, reordering, delay, batch);
  }

  /**
   * Loses some for good.
   *
   * @param share how many of all, 0 to 1
   * @return a copy
   * @throws IllegalArgumentException if it is less than 0 or more than 1
   */
  public Turbulence dropping(double share) {
    return new Turbulence(seed, duplicating, share(share), reordering, delay, batch);
  }

  /** {@return a copy that delivers in another order} */
  public Turbulence reordering() {
    return new Turbulence(seed, duplicating, dropping, true, delay, batch);
  }

  /**
   * Delivers each body later, at a time of its own; {@link Simulator#advance} brings the time about. This reorders, too.
   *
   * @param longest the longest delay
   * @return a copy
   * @throws IllegalArgumentException if it is negative
   */
  public Turbulence delayingUpTo(Duration longest) {
    if (longest.isNegative()) {
      throw new IllegalArgumentException("longest must not be negative");
    }
    return new Turbulence(seed, duplicating, dropping, reordering, longest, batch);
  }

  /**
   * Puts several into one body, with each {@link Packing} in turn as the seed has it.
   *
   * @param most how many at most, 1 to 1000
   * @return a copy
   * @throws IllegalArgumentException if it is less than 1 or more than 1000
   */
  public Turbulence batchingUpTo(int most) {
    if (most < 1 || most > 1000) {
      throw new IllegalArgumentException("most must be 1 to 1000");
    }
    return new Turbulence(seed, duplicating, dropping, reordering, delay, most);
  }

  private static double share(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be 0 to 1");
    }
    return share;
  }

  List<Planned> plan(List<SignedWebhook> webhooks) {
    Random random = new Random(seed);
    List<Planned> plan = new ArrayList<>();
    List<SignedWebhook> copies = new ArrayList<>();
    for (SignedWebhook webhook : webhooks) {
      if (random.nextDouble() < dropping) {
        plan.add(new Planned(webhook, Duration.ZERO, true));
        continue;
      }
      copies.add(webhook);
      if (random.nextDouble() < duplicating) {
        copies.add(webhook);
      }
    }
    if (reordering) {
      Collections.shuffle(copies, random);
    }
    for (SignedWebhook body : batches(copies, random)) {
      plan.add(new Planned(body, delay(random), false));
    }
    return plan;
  }

  /** Neighbours of one app share a body; what stands alone stays as it was made. */
  private List<SignedWebhook> batches(List<SignedWebhook> webhooks, Random random) {
    List<SignedWebhook> bodies = new ArrayList<>();
    for (int from = 0; from < webhooks.size(); ) {
      int wanted = 1 + random.nextInt(batch);
      int to = from + 1;
      while (to < webhooks.size()
          && to - from < wanted
          && webhooks.get(to).app() == webhooks.get(from).app()) {
        to++;
      }
      Packing packing = PACKINGS.get(random.nextInt(PACKINGS.size()));
      bodies.add(to - from == 1 ? webhooks.get(from) : packing.pack(webhooks.subList(from, to)));
      from = to;
    }
    return bodies;
  }

  private Duration delay(Random random) {
    return Duration.ofMillis((long) (random.nextDouble() * delay.toMillis()));
  }

  /** A body and when it is to go. */
  record Planned(SignedWebhook webhook, Duration delay, boolean dropped) {}

  @Override
  public String toString() {
    return "Turbulence[seed " + seed + "]";
  }
}
