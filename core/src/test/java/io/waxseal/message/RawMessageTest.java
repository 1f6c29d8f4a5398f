package io.waxseal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.MessageId;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.person.ContactPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawMessageTest {
  private static final ContactPoint TO = ContactPoint.phone("+12025550143");
  private static final JsonObject PART =
      (JsonObject) JsonValue.parse("{\"title\":\"hello\",\"at\":{\"n\":3}}");

  @Test
  void aKindThatIsNotKnownTravelsAsItWasWritten() {
    RawMessage raw = RawMessage.to(TO, "hologram", PART).inReplyTo(new MessageId("wamid.A"));
    assertThat(raw.content().toText())
        .isEqualTo("{\"context\":{\"message_id\":\"wamid.A\"},\"type\":\"hologram\","
            + "\"hologram\":{\"title\":\"hello\",\"at\":{\"n\":3}}}");
    assertThat(raw.purpose()).contains("service.reply");
  }

  @Test
  void everyTextInItIsRead() {
    assertThat(
            RawMessage.to(TO, "hologram", PART).mapText(text -> "~").content().toText())
        .doesNotContain("hello")
        .contains("\"title\":\"~\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "to",
        "recipient",
        "recipient_type",
        "messaging_product",
        "type",
        "context",
        "status",
        "biz_opaque_callback_data",
        "recipient_identity_key_hash",
        "template",
        "",
        "Image",
        "im age"
      })
  void itTakesTheNameOfNothingElseInTheRequest(String type) {
    assertThatThrownBy(() -> RawMessage.to(TO, type, PART))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCorrelationHasALength() {
    RawMessage raw = RawMessage.to(TO, "hologram", PART);
    assertThat(raw.correlation("é".repeat(200)).correlation()).isPresent();
    assertThatThrownBy(() -> raw.correlation("é".repeat(200) + "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("401");
    assertThatThrownBy(() -> raw.correlation(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
