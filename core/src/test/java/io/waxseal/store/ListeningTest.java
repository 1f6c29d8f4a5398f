package io.waxseal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.contract.PostgresServer;
import io.waxseal.testkit.LentConnections;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ListeningTest {
  private static final String TOPIC = "wx_listening_test";

  private final DataSource pool = PostgresServer.dataSource();
  private final LentConnections connections = new LentConnections(unpooled());
  private final Database here = Database.on(connections.dataSource());
  private final Database elsewhere = Database.on(pool);
  private final Listening listening = here.listen(TOPIC).orElseThrow();

  private DataSource unpooled() {
    try {
      return pool.unwrap(DataSource.class);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() {
    listening.close();
    assertThat(connections.out()).isZero();
  }

  private static void announce(Database database, String topic) {
    database.inTransaction(tx -> {
      tx.announce(topic);
      return true;
    });
  }

  private boolean hearsSoon() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!listening.heard()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
    }
    return true;
  }

  private void killSession() {
    elsewhere.inTransaction(tx -> {
      try (var killed = tx.connection()
          .createStatement()
          .executeQuery("SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity"
              + " WHERE query = 'LISTEN " + TOPIC + "'")) {
        assertThat(killed.next() && killed.getBoolean(1)).isTrue();
        return true;
      }
    });
  }

  @Test
  void whatIsAnnouncedOverAnotherPoolIsHeardOnce() {
    listening.renew();
    announce(elsewhere, TOPIC);
    assertThat(hearsSoon()).isTrue();
    assertThat(listening.heard()).isFalse();
  }

  @Test
  void onlyACommitAnnouncesAndOnlyToThoseWhoListenToTheTopic() {
    listening.renew();
    assertThatThrownBy(() -> elsewhere.inTransaction(tx -> {
          tx.announce(TOPIC);
          throw new IllegalStateException("planted");
        }))
        .hasMessage("planted");
    announce(elsewhere, "wx_other");
    // a round trip over the listening session brings whatever the server has for it
    renewUntilChecked();
    assertThat(listening.heard()).isFalse();
  }

  private void renewUntilChecked() {
    for (int i = 0; i < 30; i++) {
      listening.renew();
    }
  }

  @Test
  void manyAnnouncementsOfOneTransactionWakeOnce() {
    listening.renew();
    elsewhere.inTransaction(tx -> {
      tx.announce(TOPIC);
      tx.announce(TOPIC);
      return true;
    });
    assertThat(hearsSoon()).isTrue();
    renewUntilChecked();
    assertThat(listening.heard()).isFalse();
  }

  @Test
  void beforeTheFirstRenewalNoConnectionIsHeld() {
    assertThat(listening.heard()).isFalse();
    assertThat(connections.out()).isZero();
    listening.renew();
    listening.renew();
    assertThat(connections.out()).isEqualTo(1);
  }

  @Test
  void closingGivesTheConnectionBackForGood() {
    listening.renew();
    listening.close();
    listening.close();
    listening.renew();
    assertThat(connections.out()).isZero();
    assertThat(listening.heard()).isFalse();
  }

  @Test
  void aSessionThatWasKilledIsReplacedByTheNextRenewal() {
    listening.renew();
    killSession();
    assertThat(listening.heard()).isFalse();
    assertThat(connections.out()).isZero();
    listening.renew();
    announce(elsewhere, TOPIC);
    assertThat(hearsSoon()).isTrue();
  }

  @Test
  void whileNoConnectionCanBeHadNothingFails() {
    connections.refuse(true);
    listening.renew();
    assertThat(listening.heard()).isFalse();
    connections.refuse(false);
    listening.renew();
    announce(elsewhere, TOPIC);
    assertThat(hearsSoon()).isTrue();
  }

  @Test
  void aPoolThatHidesTheDriverIsLeftAlone() {
    LentConnections opaque = LentConnections.opaque(unpooled());
    try (Listening deaf = Database.on(opaque.dataSource()).listen(TOPIC).orElseThrow()) {
      deaf.renew();
      deaf.renew();
      assertThat(opaque.out()).isZero();
      assertThat(deaf.heard()).isFalse();
    }
  }

  /** The session goes back to the pool, where its next user must not be sent what was meant for us. */
  @Test
  void thePooledSessionDoesNotListenAnyMore() {
    Listening pooled = elsewhere.listen(TOPIC).orElseThrow();
    pooled.renew();
    pooled.close();
    elsewhere.inTransaction(tx -> {
      try (var channels =
          tx.connection().createStatement().executeQuery("SELECT pg_listening_channels()")) {
        assertThat(channels.next()).isFalse();
        return true;
      }
    });
  }

  @Test
  void onSqliteNobodyListensAndAnnouncingDoesNothing() {
    Database sqlite = Database.inMemory();
    assertThat(sqlite.listen(TOPIC)).isEmpty();
    announce(sqlite, TOPIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a'; DROP TABLE t; --", "Wx", "_a", "a b", "a\n"})
  void aTopicThatCouldBeMoreThanANameIsRefused(String topic) {
    assertThatThrownBy(() -> here.listen(topic)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> announce(here, topic)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTransactionThatHasEndedAnnouncesNothing() {
    Transaction ended = here.inTransaction(tx -> tx);
    assertThatThrownBy(() -> ended.announce(TOPIC)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aProgramWithoutTheDriverDoesNotListen() throws Exception {
    assertThat(driverPresentIn(ListeningTest.class.getClassLoader())).isTrue();
    ClassLoader bare = new ClassLoader(ListeningTest.class.getClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("org.postgresql.")) {
          throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
      }
    };
    assertThat(driverPresentIn(bare)).isFalse();
  }

  /** The class is defined anew, so that it sees what this loader sees. */
  private static boolean driverPresentIn(ClassLoader parent) throws Exception {
    URL classes = Database.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader own = new URLClassLoader(new URL[] {classes}, parent) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.equals(PostgresqlDriver.class.getName())
            ? findClass(name)
            : super.loadClass(name, resolve);
      }
    }) {
      var asked = own.loadClass(PostgresqlDriver.class.getName()).getDeclaredMethod("isPresent");
      asked.setAccessible(true);
      return (boolean) asked.invoke(null);
    }
  }
}
