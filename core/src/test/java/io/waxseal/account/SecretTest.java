package io.waxseal.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

final class SecretTest {
  private static final SecretAccess ACCESS = SecretAccess.granted();

  @Test
  void itsTextIsAlwaysTheSameMask() {
    assertThat(Secret.of("hunter2").toString())
        .isEqualTo(Secret.of("another one").toString())
        .doesNotContain("hunter2");
    assertThat(String.format("%s", Secret.of("hunter2"))).doesNotContain("hunter2");
  }

  @Test
  void equalContentsAreEqualSecretsAndTheHashTellsNothing() {
    assertThat(Secret.of("a")).isEqualTo(Secret.of(new byte[] {'a'})).isNotEqualTo(Secret.of("b"));
    assertThat(Secret.of("a")).isNotEqualTo(Secret.of("aa")).isNotEqualTo("a");
    assertThat(Secret.of("a").hashCode()).isEqualTo(Secret.of("b").hashCode());
  }

  @Test
  void nobodyChangesItThroughTheArrayItWasMadeOf() {
    byte[] content = "token".getBytes(UTF_8);
    Secret secret = Secret.of(content);
    content[0] = 'x';
    assertThat(secret.text(ACCESS)).isEqualTo("token");
  }

  @Test
  void nobodyChangesItThroughTheArrayItGave() {
    Secret secret = Secret.of("token");
    secret.bytes(ACCESS)[0] = 'x';
    assertThat(secret.bytes(ACCESS)).isEqualTo("token".getBytes(UTF_8));
  }

  @Test
  void anEmptySecretIsNone() {
    assertThatThrownBy(() -> Secret.of("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Secret.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutAccessThereIsNoContent() {
    assertThatThrownBy(() -> Secret.of("token").bytes(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("access");
    assertThatThrownBy(() -> Secret.of("token").text(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("access");
  }

  @Test
  void itCannotBeSerialised() {
    assertThatThrownBy(() ->
            new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(Secret.of("token")))
        .isInstanceOf(NotSerializableException.class)
        .hasMessageNotContaining("token");
  }
}
