package io.waxseal.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.graph.GraphEndpoint;
import io.waxseal.internal.http.GraphTransport;
import io.waxseal.internal.http.HostHttp;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which clients and endpoints are let near the token. */
class HostClientTest {
  private static void refused(Consumer<OkHttpClient.Builder> change, String name) {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    change.accept(builder);
    assertThatThrownBy(() -> new HostHttp(builder.build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void whatSeesOrRepeatsRequestsIsRefusedByName(@TempDir File folder) {
    refused(b -> b.addInterceptor(chain -> chain.proceed(chain.request())), "interceptors");
    refused(
        b -> b.addNetworkInterceptor(chain -> chain.proceed(chain.request())),
        "network interceptors");
    refused(b -> b.authenticator((route, response) -> null), "authenticator");
    refused(b -> b.cookieJar(new Jar()), "cookies");
    refused(b -> b.cache(new Cache(folder, 1_000)), "cache");
  }

  @Test
  void poolProxyTlsAndDnsAreTheHostsToChoose() {
    OkHttpClient client = new OkHttpClient.Builder()
        .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", 9)))
        .proxyAuthenticator(Authenticator.NONE)
        .retryOnConnectionFailure(true)
        .build();
    assertThat(new HostHttp(client).client()).isSameAs(client);
  }

  @Test
  void aClientOfTheHostsLivesOnWhenTheGateIsClosed() throws Exception {
    RawServer server = new RawServer(RawServer.accepting());
    try (SendFixture fixture = new SendFixture()) {
      fixture.gate(server.uri()).close();
      assertThat(fixture.client().dispatcher().executorService().isShutdown()).isFalse();
      assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Accepted.class);
    }
  }

  @Test
  void aGateWithAClientOfItsOwnHangsUpWhenItIsClosed() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (SendFixture fixture = new SendFixture();
        RawServer server = new RawServer(exchange -> {
          RawServer.accepting().run(exchange);
          hungUp.countDown();
        })) {
      SendGate gate = SendGate.builder()
          .accounts(fixture.accounts())
          .stores(fixture.database, fixture.people, fixture.vault, fixture.trail)
          .ungated("a test of the client alone")
          .graph(GraphTransport.to(null, URI.create(server.uri() + "/v25.0"), true))
          .build();
      assertThat(gate.send(SendFixture.text(), SendFixture.BY)).isInstanceOf(Accepted.class);
      gate.close();
      assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** After the fence has granted nobody knows whether a byte has left, whatever the host's own code throws. */
  @Test
  void aSocketOfTheHostsThatThrowsBehindTheFenceLeavesTheOutcomeUndetermined() throws Exception {
    SendFixture.MarkFence fence = new SendFixture.MarkFence("f");
    try (SendFixture fixture = new SendFixture()) {
      fixture
          .rules(SendFixture.fenced(fence))
          .client(fixture.client().newBuilder().socketFactory(new Broken()).build());
      assertThat(fixture.sendAndHangUp(new RawServer(RawServer.Exchange::drain)))
          .isInstanceOf(Undetermined.class);
      assertThat(fixture.journalStates()).containsExactly("UNDETERMINED");
    }
    assertThat(fence.settled).isEqualTo(fence.asked).hasSize(1);
  }

  @Test
  void aListenerOfTheHostSeesNoToken() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (SendFixture fixture = new SendFixture()) {
      fixture.client(fixture
          .client()
          .newBuilder()
          .eventListener(new EventListener() {
            @Override
            public void requestHeadersEnd(Call call, Request request) {
              seen.add(String.valueOf(request.header("Authorization")));
            }
          })
          .build());
      RawServer server = new RawServer(RawServer.accepting());
      assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Accepted.class);
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void aSimulatorIsNeverReachedThroughTheHostsProxy() throws Exception {
    try (SendFixture fixture = new SendFixture();
        RawServer proxy = new RawServer(RawServer.accepting())) {
      URI at = proxy.uri();
      fixture.client(fixture
          .client()
          .newBuilder()
          .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", at.getPort())))
          .build());
      RawServer server = new RawServer(RawServer.accepting());
      assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Accepted.class);
      assertThat(proxy.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"407 Proxy Authentication Required", "502 Bad Gateway", "200 OK"})
  void aProxyInFrontOfMetaSeesNoTokenAndAConnectionItDoesNotMakeAsksNoFence(String status)
      throws Exception {
    SendFixture.MarkFence fence = new SendFixture.MarkFence("f");
    RawServer proxy = new RawServer(exchange -> {
      exchange.readHead();
      exchange.answer(status, "Proxy-Authenticate: Basic realm=\"x\"\r\n", "");
    });
    Proxy way = new Proxy(
        Proxy.Type.HTTP,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.uri().getPort()));
    try (SendFixture fixture = new SendFixture()) {
      fixture
          .rules(SendFixture.fenced(fence))
          .client(fixture.client().newBuilder().proxy(way).build())
          .endpoint(GraphEndpoint.META);
      assertThat(fixture.sendAndHangUp(proxy)).isInstanceOf(Failed.class);
      assertThat(fixture.journalStates()).containsExactly("FAILED");
    }
    assertThat(proxy.head())
        .startsWith("CONNECT graph.facebook.com:443 ")
        .doesNotContainIgnoringCase("authorization")
        .doesNotContain(SendFixture.TOKEN);
    assertThat(fence.asked).isEmpty();
  }

  @Test
  void aNameThatLeadsOffThisMachineGetsNoByte() throws Exception {
    RawServer server = new RawServer(RawServer.Exchange::drain);
    SocketAddress real =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.uri().getPort());
    try (SendFixture fixture = new SendFixture()) {
      fixture.client(fixture
          .client()
          .newBuilder()
          .dns(host -> List.of(InetAddress.getByAddress(host, new byte[] {(byte) 192, 0, 2, 1})))
          .socketFactory(new Detour(real))
          .build());
      assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Failed.class);
    }
    assertThat(server.connections()).isEqualTo(1);
    assertThat(server.bytes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://graph.facebook.com",
        "https://evil.example",
        "http://evil.example",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "http://localhost@evil.example",
        "http://user@localhost:80",
        "http://user:secret@127.0.0.1:80",
        "http://127.0.0.2:80",
        "http://0.0.0.0:80",
        "http://10.0.0.1:80",
        "http://[::]:80",
        "http://[::ffff:10.0.0.1]:80",
        "https://localhost:80",
        "ftp://localhost:80",
        "file:///etc/passwd",
        "http://localhost:65536",
        "localhost:80",
        "//localhost:80",
        "mailto:localhost"
      })
  void onlyThisMachineStandsInForMeta(String uri) {
    assertThatThrownBy(() -> GraphEndpoint.simulator(URI.create(uri)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080",
        "http://LOCALHOST",
        "http://127.0.0.1:1",
        "http://[::1]:2",
        "http://localhost:65535"
      })
  void thisMachineMayStandIn(String uri) {
    HttpUrl url = HttpUrl.get(GraphEndpoint.simulator(URI.create(uri)).uri().toString());
    assertThat(url.encodedPath()).isEqualTo("/v25.0");
    assertThat(url.host()).isIn("localhost", "127.0.0.1", "::1");
  }

  @Test
  void aSimulatorStandsAtThePortThatIsNamedOrAtEighty() {
    assertThat(GraphEndpoint.simulator(URI.create("http://localhost:8080")))
        .hasToString("GraphEndpoint[http://localhost:8080/v25.0]");
    assertThat(GraphEndpoint.simulator(URI.create("http://localhost")))
        .hasToString("GraphEndpoint[http://localhost:80/v25.0]");
    assertThat(GraphEndpoint.simulator(URI.create("http://localhost:0")))
        .hasToString("GraphEndpoint[http://localhost:0/v25.0]");
  }

  @Test
  void metaIsReachedOverTlsAtOneHost() {
    HttpUrl url = HttpUrl.get(GraphEndpoint.META.version("v26.0").uri().toString());
    assertThat(url.toString()).isEqualTo("https://graph.facebook.com/v26.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "25.0",
        "v25",
        "v25.0/..",
        "v25.0@evil",
        "v25.0?x",
        "V25.0",
        "v1234.0",
        "v25.0\n"
      })
  void aVersionReadsLikeAVersion(String version) {
    assertThatThrownBy(() -> GraphEndpoint.META.version(version))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static final class Jar implements CookieJar {
    @Override
    public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {}

    @Override
    public List<Cookie> loadForRequest(HttpUrl url) {
      return List.of();
    }
  }

  /** Sockets that go to one place whatever they are told. */
  private static final class Detour extends Sockets {
    private final SocketAddress real;

    Detour(SocketAddress real) {
      this.real = real;
    }

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
          super.connect(real, timeout);
        }
      };
    }
  }

  /** Sockets that connect and then throw what nobody declared. */
  private static final class Broken extends Sockets {
    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public OutputStream getOutputStream() {
          return new OutputStream() {
            @Override
            public void write(int b) {
              throw new IllegalStateException("a socket of the host's is broken");
            }
          };
        }
      };
    }
  }

  private abstract static class Sockets extends SocketFactory {
    @Override
    public abstract Socket createSocket();

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
