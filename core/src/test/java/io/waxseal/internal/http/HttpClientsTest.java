package io.waxseal.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class HttpClientsTest {
  @Test
  void aDerivedClientRepeatsNothingAndAlwaysEnds() {
    OkHttpClient derived = HttpClients.derive(new OkHttpClient(), false, List.of());
    assertThat(derived.followRedirects()).isFalse();
    assertThat(derived.followSslRedirects()).isFalse();
    assertThat(derived.retryOnConnectionFailure()).isFalse();
    assertThat(derived.callTimeoutMillis()).isPositive();
  }
}
