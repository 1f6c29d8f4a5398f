package io.waxseal.benchmarks;

import io.waxseal.send.Accepted;
import io.waxseal.send.SendResult;
import java.io.IOException;
import java.net.Socket;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The way out over a real socket on loopback, the store in memory. The peer is measured twice: its own noise. */
@State(Scope.Benchmark)
public class LoopbackBenchmark {
  private LoopbackGraph graph;
  private OpenStore open;
  private Host host;
  private BareOkHttp okHttp;
  private Socket socket;
  private byte[] request;

  @Setup
  public void check() throws IOException {
    graph = new LoopbackGraph();
    open = Store.MEMORY.open();
    OkHttpClient client = new OkHttpClient();
    host = new Host(open, client, graph.uri());
    host.sendOneToRepeat();
    okHttp = new BareOkHttp(client);
    request = request();
    socket = graph.connect();
    socket.setTcpNoDelay(true);
    Fixture.require(send() instanceof Accepted, "the message was not sent");
    Fixture.require(okHttp().length > 0, "the peer got no answer");
    Fixture.require(rawSocket() == CannedGraph.answerLength(), "the socket got no answer");
  }

  private static byte[] request() {
    byte[] head =
        CannedGraph.LastRequest.head().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    byte[] body = CannedGraph.LastRequest.body();
    byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  @Benchmark
  public SendResult send() {
    return host.send();
  }

  @Benchmark
  public byte[] okHttp() throws IOException {
    return okHttp.post();
  }

  @Benchmark
  public byte[] okHttpAgain() throws IOException {
    return okHttp.post();
  }

  @Benchmark
  public int rawSocket() throws IOException {
    socket.getOutputStream().write(request);
    return socket.getInputStream().readNBytes(CannedGraph.answerLength()).length;
  }

  @TearDown
  public void close() throws IOException {
    socket.close();
    host.close();
    open.close();
    graph.close();
  }
}
