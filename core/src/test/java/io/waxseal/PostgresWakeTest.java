package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.ANA;
import static io.waxseal.WhatsAppInboundHost.messages;
import static io.waxseal.WhatsAppInboundHost.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.contract.PostgresServer;
import io.waxseal.store.Database;
import io.waxseal.testkit.LentConnections;
import io.waxseal.webhook.TextReceived;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one node keeps wakes another. The other's clock stands still, so that nothing but the waking makes it work. */
@Timeout(60)
class PostgresWakeTest {
  private final DataSource pool = PostgresServer.dataSource();
  private final LentConnections connections = new LentConnections(unpooled());
  private final WhatsAppInboundHost here = new WhatsAppInboundHost(Database.migrating(pool));
  private final WhatsAppInboundHost there = here.twin(Database.migrating(connections.dataSource()));
  private final List<String> handled = new ArrayList<>();
  private final WhatsApp receiver = here.builder().build();
  private final WhatsApp worker =
      there.builder().on(TextReceived.class, text -> handled.add(text.text())).build();
  private final Tick tick = new Tick();

  private DataSource unpooled() {
    try {
      return pool.unwrap(DataSource.class);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    worker.start(tick);
    tick.run();
  }

  @AfterEach
  void close() {
    worker.close();
    receiver.close();
    tick.shutdownNow();
    assertThat(connections.out()).isZero();
  }

  private void deliver(String id, String words) {
    assertThat(WhatsAppInboundHost.deliver(receiver, messages(text(ANA, id, words))))
        .isEqualTo(200);
  }

  private void tickUntilHandled(int count) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (handled.size() < count && System.nanoTime() < deadline) {
      tick.run();
    }
  }

  private void kill() {
    here.database.inTransaction(tx -> {
      try (var killed = tx.connection()
          .createStatement()
          .executeQuery("SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity"
              + " WHERE query = 'LISTEN wx_inbox'")) {
        assertThat(killed.next() && killed.getBoolean(1)).isTrue();
        return true;
      }
    });
  }

  @Test
  void anEventThatAnotherNodeKeptIsHandledBeforeTheNextPoll() {
    deliver("wamid.1", "hello");
    tickUntilHandled(1);
    deliver("wamid.2", "again");
    tickUntilHandled(2);
    assertThat(handled).containsExactly("hello", "again");
  }

  @Test
  void aTickWithoutNewsSendsNoStatement() {
    tick.run();
    connections.refuse(true);
    tick.run();
    connections.refuse(false);
    assertThat(connections.out()).isEqualTo(1);
  }

  @Test
  void anEventDeliveredAgainWakesNobody() {
    deliver("wamid.1", "hello");
    tickUntilHandled(1);
    deliver("wamid.1", "hello");
    tick.run();
    assertThat(handled).containsExactly("hello");
  }

  @Test
  void withoutItsListeningSessionTheNodeStillPollsAndThenListensAgain() {
    kill();
    deliver("wamid.1", "unheard");
    for (int i = 0; i < 100; i++) {
      tick.run();
    }
    assertThat(handled).isEmpty();
    there.clock.advance(Duration.ofSeconds(1));
    tick.run();
    assertThat(handled).containsExactly("unheard");
    deliver("wamid.2", "heard");
    tickUntilHandled(2);
    assertThat(handled).containsExactly("unheard", "heard");
  }

  @Test
  void whatWasKeptWhileNobodyListenedIsFoundByTheFirstTick() {
    worker.close();
    deliver("wamid.1", "early");
    try (WhatsApp late =
        there.builder().on(TextReceived.class, text -> handled.add(text.text())).build()) {
      Tick own = new Tick();
      late.start(own);
      own.run();
      own.shutdownNow();
    }
    assertThat(handled).containsExactly("early");
  }

  @Test
  void aClockThatIsSetBackDoesNotStopThePoll() {
    kill();
    deliver("wamid.1", "unheard");
    there.clock.advance(Duration.ofHours(-1));
    here.clock.advance(Duration.ofHours(-1));
    tick.run();
    there.clock.advance(Duration.ofHours(2));
    tick.run();
    assertThat(handled).containsExactly("unheard");
  }

  @Test
  void closingGivesTheListeningConnectionBack() {
    assertThat(connections.out()).isEqualTo(1);
    worker.close();
    assertThat(connections.out()).isZero();
    tick.run();
    assertThat(connections.out()).isZero();
  }

  /** Takes what it is to repeat and leaves it to the test to run it. */
  private static final class Tick extends ScheduledThreadPoolExecutor {
    private Runnable repeated = () -> {};

    Tick() {
      super(1);
    }

    void run() {
      repeated.run();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
        Runnable run, long first, long delay, TimeUnit unit) {
      repeated = run;
      return super.scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.DAYS);
    }
  }
}
