package io.waxseal.benchmarks;

import io.waxseal.account.Tenant;
import io.waxseal.person.Person;
import io.waxseal.webhook.Inbox;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Keeping a received event: the inbox alone with 1 KB of sealed bytes, and the whole answer to a webhook. */
@State(Scope.Benchmark)
public class InboxBenchmark {
  @Param({"SQLITE", "POSTGRESQL"})
  Store store = Store.SQLITE;

  private final byte[] sealed = Fixture.webhook(new UUID(1, 1), Instant.EPOCH);
  private final Person owner = new Person(Tenant.DEFAULT, new UUID(2, 2));
  private OpenStore open;
  private Host host;
  private Inbox inbox;
  private BareInserts inserts;

  @Setup
  public void check() throws SQLException {
    open = store.open();
    host = new Host(open, Host.pipeClient(), Host.PIPE);
    inbox = Inbox.on(open.database(), Clock.systemUTC());
    inserts = new BareInserts(open);
    inserts.requireDurable(store);
    long before = inbox.waiting(Tenant.DEFAULT);
    Fixture.require(insert(), "the inbox has not kept the event");
    Delivery delivery = new Delivery();
    delivery.next();
    Fixture.require(receive(delivery) == 200, "the webhook was not answered with 200");
    Fixture.require(receive(delivery) == 200, "the second delivery was not answered with 200");
    Fixture.require(
        inbox.waiting(Tenant.DEFAULT) == before + 2, "an event is missing or taken in twice");
    Fixture.require(pooledInsert() == 1 && insertAndCommit() == 1, "nothing was inserted");
  }

  @Benchmark
  public boolean insert() {
    UUID id = UUID.randomUUID();
    byte[] dedupeKey = ByteBuffer.allocate(17)
        .put((byte) 1)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
    return open.database()
        .inTransaction(
            tx -> inbox.insert(tx, new Inbox.Row(id, owner, dedupeKey, sealed, Instant.now())));
  }

  @Benchmark
  public int receive(Delivery delivery) {
    return host.receive(delivery.body, delivery.signature);
  }

  @Benchmark
  public int pooledInsert() throws SQLException {
    return inserts.pooled(sealed);
  }

  @Benchmark
  public int insertAndCommit() throws SQLException {
    return inserts.held(sealed);
  }

  @TearDown
  public void close() throws SQLException {
    inserts.close();
    host.close();
    open.close();
  }

  /** A webhook that was never delivered before, made and signed outside the time that is measured. */
  @State(Scope.Thread)
  public static class Delivery {
    private byte[] body = new byte[0];
    private String signature = "";

    @Setup(Level.Invocation)
    public void next() {
      body = Fixture.webhook(UUID.randomUUID(), Instant.now());
      signature = Fixture.signature(body);
    }
  }
}
