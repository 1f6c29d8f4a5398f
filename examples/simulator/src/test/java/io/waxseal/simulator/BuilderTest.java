package io.waxseal.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.UncheckedIOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class BuilderTest {
  @Test
  void everyMissingSettingIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Simulator.builder().start())
        .withMessage("missing: accessToken appSecret");
  }

  @Test
  void aMissingAccessTokenIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Simulator.builder().appSecret("s").start())
        .withMessage("missing: accessToken");
  }

  @Test
  void aMissingAppSecretIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Simulator.builder().accessToken("t").start())
        .withMessage("missing: appSecret");
  }

  @Test
  void aSettingIsGivenOnce() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Caller.builder().appSecret("other"))
        .withMessage("appSecret was already given");
  }

  @Test
  void aBlankSettingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Simulator.builder().accessToken(" "));
  }

  @Test
  void aCallbackIsAnHttpAddress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Simulator.builder().callback(URI.create("file:///etc/hosts")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Simulator.builder().callback(URI.create("/hook")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Simulator.builder().callback(URI.create("http://localhost/hook#a")));
  }

  @Test
  void aPortBeyondTheRangeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Simulator.builder().port(65536));
  }

  @Test
  void aPortInUseIsAnIoProblem() {
    try (Simulator first = Caller.builder().start()) {
      Simulator.Builder second = Caller.builder().port(first.endpoint().getPort());
      assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(second::start);
    }
  }

  @Test
  void aSimulatorTakesTheIdsItIsGiven() {
    try (Simulator simulator = Caller.builder()
        .phoneNumberId("7")
        .wabaId("8")
        .displayPhoneNumber("+49 30 1234567")
        .start()) {
      SignedWebhook webhook = simulator.preference("16505551234", "stop");
      assertThat(Shape.value(webhook.body(), "entry.id")).isEqualTo("8");
      assertThat(Shape.value(webhook.body(), "entry.changes.value.metadata.phone_number_id"))
          .isEqualTo("7");
      assertThat(Shape.value(webhook.body(), "entry.changes.value.metadata.display_phone_number"))
          .isEqualTo("+49 30 1234567");
    }
  }
}
