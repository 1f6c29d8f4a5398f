package io.waxseal.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs both harnesses and their controls over both databases, prints what they count, and ends with 1 if something was
 * lost, doubled or late, or a control was not caught.
 */
public final class Proof {
  private static final int KILLS = Integer.getInteger("waxseal.kills", 1_000);
  private static final int PAIRS = Integer.getInteger("waxseal.pairs", 20_000);
  private static final int PAIRS_IN_TWO = Integer.getInteger("waxseal.pairs.two", 5_000);
  private static final long MOST_NANOS =
      TimeUnit.MINUTES.toNanos(Integer.getInteger("waxseal.minutes", 120));

  private Proof() {}

  /**
   * Runs everything; how often is said by the system properties {@code waxseal.kills} (for each store), {@code
   * waxseal.pairs} (in one JVM) and {@code waxseal.pairs.two} (in two), where 0 leaves a part out. A kill campaign ends
   * after {@code waxseal.minutes} at the latest.
   *
   * @param args none
   * @throws Exception if a harness cannot do its work
   */
  public static void main(String[] args) throws Exception {
    System.exit(run() ? 0 : 1);
  }

  private static boolean run() throws Exception {
    Path folder = Files.createTempDirectory("waxseal-proof-");
    boolean good = run(folder);
    if (good) {
      Folders.delete(folder);
    } else {
      System.out.println("what is left lies in " + folder);
    }
    return good;
  }

  private static boolean run(Path folder) throws Exception {
    try (Stores sqlite = Stores.sqlite(folder);
        Stores postgresql = Stores.postgresql()) {
      System.out.println("java=" + Runtime.version() + " processors="
          + Runtime.getRuntime().availableProcessors() + " sqlite=" + sqlite.version()
          + " postgresql=" + postgresql.version());
      boolean killed =
          KILLS == 0 || both(() -> kill(sqlite, folder), () -> kill(postgresql, folder));
      boolean raced = race(sqlite, folder);
      return race(postgresql, folder) && raced && killed;
    }
  }

  private static boolean both(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
    ExecutorService lanes = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> first = lanes.submit(one);
      Future<Boolean> second = lanes.submit(other);
      boolean good = first.get();
      return second.get() && good;
    } finally {
      lanes.shutdownNow();
    }
  }

  /** Each database races half of the pairs. */
  private static boolean race(Stores stores, Path folder) throws Exception {
    return new RaceCampaign(stores, new Jvm(folder), System.out)
        .run((PAIRS + 1) / 2, (PAIRS_IN_TWO + 1) / 2);
  }

  private static boolean kill(Stores stores, Path folder)
      throws IOException, InterruptedException, SQLException {
    Path own = Files.createDirectories(folder.resolve(stores.name()));
    return new KillCampaign(stores, new Jvm(own), own, System.out).run(KILLS, MOST_NANOS);
  }
}
