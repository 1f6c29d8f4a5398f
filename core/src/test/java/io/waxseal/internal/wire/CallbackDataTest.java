package io.waxseal.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackDataTest {
  private static final UUID OURS = UUID.fromString("0b8f1c1e-9f1d-4a6c-8a55-0c0a5f0e2b11");

  @ParameterizedTest
  @ValueSource(strings = {"order-17", "a.b.c", ".", "täglich 8 Uhr", "wx1.x"})
  void whatTheHostGaveComesBack(String correlation) {
    CallbackData data = new CallbackData(OURS, Optional.of(correlation));
    assertThat(CallbackData.read(data.text())).contains(data);
  }

  @Test
  void withoutAnIdOfTheHostOursTravelsAlone() {
    CallbackData data = new CallbackData(OURS, Optional.empty());
    assertThat(data.text()).isEqualTo("wx1." + OURS);
    assertThat(CallbackData.read(data.text())).contains(data);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "wx1", "wx1.", "wx2.", "wx1.x", "wx1.0-0-0-0-0x", "mine"})
  void whatOthersSentAlongIsNotOurs(String text) {
    assertThat(CallbackData.read(text)).isEmpty();
  }
}
