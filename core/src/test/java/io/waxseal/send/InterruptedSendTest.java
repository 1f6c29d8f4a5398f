package io.waxseal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.send.SendFixture.MarkFence;
import io.waxseal.store.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A thread that is interrupted while it sends, over a pool that gives such a thread no connection. */
class InterruptedSendTest {
  @TempDir
  private Path folder;

  private final MarkFence fence = new MarkFence("f");
  private SendFixture fixture;

  @BeforeEach
  void open() {
    SQLiteDataSource pool = new SQLiteDataSource() {
      @Override
      public Connection getConnection() throws SQLException {
        if (Thread.currentThread().isInterrupted()) {
          throw new SQLException("interrupted while waiting for a connection");
        }
        return super.getConnection();
      }
    };
    pool.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
    fixture = new SendFixture(Database.on(pool)).rules(SendFixture.fenced(fence));
  }

  @AfterEach
  void close() {
    Thread.interrupted();
    fixture.close();
  }

  @Test
  void beforeTheFenceNothingLeavesAndTheMessageMayBeSentAgain() throws Exception {
    fixture.whileConnecting(() -> Thread.currentThread().interrupt());
    RawServer server = new RawServer(RawServer.Exchange::drain);
    SendResult result = fixture.send(server);
    assertThat(Thread.interrupted()).isTrue();
    fixture.client().connectionPool().evictAll();
    server.close();
    assertThat(result)
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.retryable()).isTrue());
    assertThat(fence.asked).isEmpty();
    assertThat(server.bytes()).isZero();
    assertThat(fixture.journalStates()).containsExactly("FAILED");
  }

  @Test
  void behindTheFenceTheOutcomeIsUndeterminedAndWrittenDown() throws Exception {
    Thread sender = Thread.currentThread();
    RawServer server = new RawServer(exchange -> {
      exchange.readRequest();
      sender.interrupt();
    });
    SendResult result = fixture.send(server);
    assertThat(Thread.interrupted()).isTrue();
    server.close();
    assertThat(result).isInstanceOf(Undetermined.class);
    assertThat(fixture.journalStates()).containsExactly("UNDETERMINED");
    assertThat(fixture.audited("send.undetermined")).isEqualTo(1);
    assertThat(fence.settled).hasSize(1);
    assertThat(fixture.count("test_mark")).isZero();
  }

  @Test
  void beforeTheRulesTheMessageIsRefused() throws Exception {
    RawServer server = new RawServer(RawServer.accepting());
    SendGate gate = fixture.gate(server.uri());
    Thread.currentThread().interrupt();
    SendResult result = gate.send(SendFixture.text(), SendFixture.BY);
    assertThat(Thread.interrupted()).isTrue();
    server.close();
    assertThat(result).isInstanceOf(Refused.class);
    assertThat(server.connections()).isZero();
  }
}
