package io.waxseal.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/webhook",
        "https://LOCALHOST",
        "http://app.localhost",
        "http://127.0.0.1:1",
        "http://[::1]:8080/"
      })
  void thisMachineNeedsNoRequest(String address) {
    URI callback = URI.create(address);

    assertThat(CallbackAddress.local(callback)).isEqualTo(callback);
    assertThat(CallbackAddress.container(callback)).isEqualTo(callback);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://host.docker.internal:8080/webhook",
        "http://host.containers.internal",
        "http://app:8080/webhook",
        "http://my_app:8080/webhook"
      })
  void aContainerIsReachedOnRequestOnly(String address) {
    URI callback = URI.create(address);

    assertThat(CallbackAddress.container(callback)).isEqualTo(callback);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Simulator.builder().callback(callback))
        .withMessageContaining("containerCallback");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/webhook",
        "http://localhost.example.com",
        "http://internal.example.com",
        "http://user@app:8080",
        "http://10.0.0.5",
        "http://2130706433",
        "http://[2001:db8::1]",
        "http://app/#a",
        "ftp://app",
        "/webhook"
      })
  void noOtherAddressIsEverCalled(String address) {
    URI callback = URI.create(address);

    assertThatIllegalArgumentException().isThrownBy(() -> CallbackAddress.local(callback));
    assertThatIllegalArgumentException().isThrownBy(() -> CallbackAddress.container(callback));
  }

  @Test
  void aCallbackIsGivenOnceInEitherWay() {
    Simulator.Builder builder = Simulator.builder().callback(URI.create("http://localhost"));

    assertThatIllegalStateException()
        .isThrownBy(() -> builder.containerCallback(URI.create("http://app")));
  }
}
