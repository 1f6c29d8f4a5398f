package io.waxseal.benchmarks;

import io.waxseal.send.Accepted;
import io.waxseal.send.SendResult;
import java.io.IOException;
import java.sql.SQLException;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The way out on each store, through a connection that has no kernel. */
@State(Scope.Benchmark)
public class SendBenchmark {
  /** As long as a row of the journal. */
  private static final byte[] INTENT = new byte[48];

  @Param
  Store store = Store.MEMORY;

  private OpenStore open;
  private Host host;
  private BareOkHttp okHttp;
  private BareInserts inserts;

  @Setup
  public void check() throws IOException, SQLException {
    open = store.open();
    OkHttpClient client = Host.pipeClient();
    host = new Host(open, client, Host.PIPE);
    host.sendOneToRepeat();
    okHttp = new BareOkHttp(client);
    inserts = new BareInserts(open);
    inserts.requireDurable(store);
    Fixture.require(send() instanceof Accepted, "the message was not sent");
    Fixture.require(okHttpBetweenTwoCommits().length > 0, "the peer got no answer");
    Fixture.require(insertAndCommit() == 1, "nothing was inserted");
  }

  @Benchmark
  public SendResult send() {
    return host.send();
  }

  @Benchmark
  public byte[] okHttpBetweenTwoCommits() throws IOException, SQLException {
    inserts.pooled(INTENT);
    byte[] answer = okHttp.post();
    inserts.pooled(INTENT);
    return answer;
  }

  @Benchmark
  public int insertAndCommit() throws SQLException {
    return inserts.held(INTENT);
  }

  @TearDown
  public void close() throws SQLException {
    inserts.close();
    host.close();
    open.close();
  }
}
