package io.waxseal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.guard.Guard;
import io.waxseal.proof.RaceHarness.Setting;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few races, so that the long run is known to work; the control needs no luck. */
@Timeout(300)
final class RaceTest {
  private static final String NUMBER = "16501999999";

  private static Stores postgresql;

  @TempDir
  private Path folder;

  @BeforeAll
  static void start() throws IOException {
    postgresql = Stores.postgresql();
  }

  @AfterAll
  static void stop() throws IOException {
    postgresql.close();
  }

  private RaceCount race(Stores stores, int processes, int pairs) throws Exception {
    try (RaceHarness harness =
        new RaceHarness(stores, new Setting(processes, true), new Jvm(folder))) {
      return harness.run(pairs, count -> {});
    }
  }

  private static void nothingWasLate(RaceCount count, int pairs) {
    assertThat(count.pairs()).isEqualTo(pairs);
    assertThat(count.late()).isZero();
    assertThat(count.failed()).isZero();
  }

  @Test
  void noFirstByteFollowsAStopInOneProcess() throws Exception {
    nothingWasLate(race(Stores.sqlite(folder), 1, 60), 60);
    nothingWasLate(race(postgresql, 1, 60), 60);
  }

  @Test
  void noFirstByteFollowsAStopOfAnotherProcess() throws Exception {
    nothingWasLate(race(Stores.sqlite(folder), 2, 40), 40);
    nothingWasLate(race(postgresql, 2, 40), 40);
  }

  /** The host's DNS is asked after the rules and before the fence; there the stop comes and is acknowledged. */
  private long nanosAfterAStopBetweenRulesAndWire(UnaryOperator<Guard> wrapper) throws Exception {
    AtomicLong acknowledged = new AtomicLong();
    Shop[] shop = new Shop[1];
    OkHttpClient http = new OkHttpClient.Builder()
        .dns(host -> {
          shop[0].stop(NUMBER);
          acknowledged.set(System.nanoTime());
          return List.of(InetAddress.getLoopbackAddress());
        })
        .build();
    try (FirstByteServer server = new FirstByteServer();
        Shop opened = new Shop(
            new Pool(Stores.sqlite(folder).fresh(), Pool.Watcher.NONE),
            Shop.Outside.of(server.endpoint(), Clock.systemUTC(), http).guard(wrapper))) {
      shop[0] = opened;
      opened.grant(NUMBER);
      opened.offer(NUMBER);
      return server.firstByte(NUMBER).map(at -> at - acknowledged.get()).orElse(0L);
    }
  }

  @Test
  void withoutTheFenceAMessageIsLate() throws Exception {
    assertThat(nanosAfterAStopBetweenRulesAndWire(Unfenced::new)).isPositive();
  }

  @Test
  void withTheFenceTheSameMessageNeverLeaves() throws Exception {
    assertThat(nanosAfterAStopBetweenRulesAndWire(guard -> guard)).isZero();
  }
}
