package io.waxseal.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a download may connect to. */
final class PublicAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "192.0.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1"
      })
  void thisIsNotPublic(String address) throws Exception {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"157.240.1.1", "31.13.64.1", "100.128.0.1", "2a03:2880:f001::1", "2606:4700::1"})
  void thisIs(String address) throws Exception {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  private static void refused(MockWebServer inside, String host, OkHttpClient client) {
    DownloadRoad road = DownloadRoad.over(client, false);
    URI address = URI.create("http://" + host + ":" + inside.getPort() + "/admin");
    assertThatThrownBy(() -> road.open(address, Optional.empty(), Duration.ofSeconds(10)))
        .isInstanceOfSatisfying(
            IOException.class, e -> assertThat(DownloadRoad.notPublic(e)).isTrue());
    assertThat(inside.getRequestCount()).isZero();
  }

  @Test
  void aNameThatResolvesToTheInsideIsNotAsked() throws Exception {
    try (MockWebServer inside = new MockWebServer()) {
      inside.start();
      inside.enqueue(new MockResponse.Builder().build());
      OkHttpClient rebinding = new OkHttpClient.Builder()
          .dns(name -> List.of(InetAddress.getLoopbackAddress()))
          .build();
      refused(inside, "lookaside.fbsbx.com", rebinding);
    }
  }

  @Test
  void aNameThatNoHostCanHaveIsNotAskedNorQuoted() {
    DownloadRoad road = DownloadRoad.over(new OkHttpClient(), false);
    for (String name : List.of("a".repeat(64), "xn--a", "xn--0")) {
      URI address = URI.create("https://" + name + ".invalid/PLANTED");
      assertThatThrownBy(() -> road.open(address, Optional.empty(), Duration.ofSeconds(10)))
          .isInstanceOf(IOException.class)
          .hasMessageNotContaining("PLANTED");
    }
  }

  @Test
  void anAddressThatNoLookUpSeesIsCheckedAtTheConnection() throws Exception {
    try (MockWebServer inside = new MockWebServer()) {
      inside.start();
      inside.enqueue(new MockResponse.Builder().build());
      refused(inside, "127.0.0.1", new OkHttpClient());
    }
  }
}
