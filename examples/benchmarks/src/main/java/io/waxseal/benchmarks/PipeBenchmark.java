package io.waxseal.benchmarks;

import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import java.io.IOException;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The two ends of the way out: a message that the last rule refuses, and a request that no rule was asked about. */
@State(Scope.Benchmark)
public class PipeBenchmark {
  private OpenStore open;
  private Host host;
  private BareOkHttp okHttp;

  @Setup
  public void check() throws IOException {
    open = Store.MEMORY.open();
    OkHttpClient client = Host.pipeClient();
    host = new Host(open, client, Host.PIPE);
    host.sendOneToRepeat();
    okHttp = new BareOkHttp(client);
    Fixture.require(
        refused() instanceof Refused no && no.reason().code().equals("HOST_SAYS_NO"),
        "the last rule did not refuse");
    Fixture.require(okHttp().length > 0 && okHttp.bodyLength() > 200, "the peer got no answer");
  }

  @Benchmark
  public SendResult refused() {
    return host.sendUnwanted();
  }

  @Benchmark
  public byte[] okHttp() throws IOException {
    return okHttp.post();
  }

  @TearDown
  public void close() {
    host.close();
    open.close();
  }
}
