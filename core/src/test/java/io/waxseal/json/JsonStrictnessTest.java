package io.waxseal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.MalformedPayloadException;
import org.junit.jupiter.api.Test;

final class JsonStrictnessTest {
  @Test
  void aNullMemberIsWrittenBack() {
    assertThat(JsonValue.parse("{\"a\":null,\"b\":1}").toText()).isEqualTo("{\"a\":null,\"b\":1}");
  }

  @Test
  void aLoneSurrogateSurvivesWritingOrIsRefused() {
    JsonValue value = null;
    try {
      value = JsonValue.parse("\"a\\ud83d b\"");
    } catch (MalformedPayloadException e) {
      return;
    }
    assertThat(JsonValue.parse(value.toBytes())).isEqualTo(value);
  }

  @Test
  void whatWasReadCanBeReadAgain() {
    JsonValue value = null;
    try {
      value = JsonValue.parse("{\"\\ud800\":1,\"?\":2}");
    } catch (MalformedPayloadException e) {
      return;
    }
    assertThat(JsonValue.parse(value.toBytes())).isEqualTo(value);
  }

  @Test
  void aRawControlCharacterInAStringIsNotJson() {
    assertThatThrownBy(() -> JsonValue.parse("\"a\nb\""))
        .isInstanceOf(MalformedPayloadException.class);
    assertThatThrownBy(() -> JsonValue.parse("\"a\u0000b\""))
        .isInstanceOf(MalformedPayloadException.class);
  }

  @Test
  void aBackslashBeforeALineBreakIsNotJson() {
    assertThatThrownBy(() -> JsonValue.parse("\"a\\\nb\""))
        .isInstanceOf(MalformedPayloadException.class);
  }

  @Test
  void aBackslashBeforeAnApostropheIsNotJson() {
    assertThatThrownBy(() -> JsonValue.parse("\"\\'\""))
        .isInstanceOf(MalformedPayloadException.class);
  }
}
