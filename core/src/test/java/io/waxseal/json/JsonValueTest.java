package io.waxseal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.waxseal.account.MalformedPayloadException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonValueTest {
  @Test
  void aDocumentIsWrittenAsItWasRead() {
    for (String text : List.of(
        "{\"b\":1,\"a\":[true,false,null,\"x\"],\"c\":{}}",
        "[]",
        "\"text\"",
        "-0",
        "0.10",
        "1E+2",
        "12345678901234567890123456789",
        "true",
        "null",
        "\"caf\u00e9 \ud83d\ude00 \u2028\"")) {
      assertThat(JsonValue.parse(JsonValue.parse(text).toBytes())).isEqualTo(JsonValue.parse(text));
    }
    assertThat(JsonValue.parse("{\"b\":1.50,\"a\":[12345678901234567890]}").toText())
        .isEqualTo("{\"b\":1.50,\"a\":[12345678901234567890]}");
  }

  @Test
  void escapesAreResolved() {
    assertThat(JsonValue.parse("\"caf\\u00e9 \\ud83d\\ude00 a\\/b \\\"q\\\" \\n\""))
        .isEqualTo(new JsonString("caf\u00e9 \ud83d\ude00 a/b \"q\" \n"));
  }

  @Test
  void whatHasToBeIsEscapedAndTheRestIsUtf8() {
    String text = "a\u0000\u001f\b\t\n\f\r\"\\/\u007f \u00e9 \u20ac \ud83d\ude00 \u2028\u2029";
    assertThat(JsonObject.builder().put(text, text).build().toText())
        .isEqualTo(
            "{X:X}"
                .replace(
                    "X",
                    "\"a\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\u007f \u00e9 \u20ac \ud83d\ude00 \\u2028\\u2029\""));
    assertThat(new JsonString("\ud83d \ude00").toText()).isEqualTo("\"? ?\"");
  }

  @Test
  void aTextOfAnyLengthAndKindFindsRoom() {
    for (String unit : List.of("a", "\u0001", "\u00e9", "\u20ac", "\ud83d\ude00", "a\n")) {
      for (int times = 0; times < 1_100; times++) {
        JsonString text = new JsonString(unit.repeat(times));
        assertThat(JsonValue.parse(text.toBytes())).isEqualTo(text);
      }
    }
  }

  @Test
  void aBuilderThatGoesOnLeavesAloneWhatItBuilt() {
    JsonObject.Builder builder = JsonObject.builder().put("a", 1);
    JsonObject first = builder.build();
    JsonObject second = builder.put("b", 2).build();
    assertThat(first.toText()).isEqualTo("{\"a\":1}");
    assertThat(second.toText()).isEqualTo("{\"a\":1,\"b\":2}");
    assertThatThrownBy(() -> first.members().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void membersKeepTheirOrder() {
    JsonObject object = (JsonObject) JsonValue.parse("{\"z\":1,\"a\":2,\"m\":3}");
    assertThat(object.members().keySet()).containsExactly("z", "a", "m");
    assertThat(object.with("a", new JsonBoolean(true)).members().keySet())
        .containsExactly("z", "a", "m");
    assertThat(object.get("a")).contains(JsonNumber.of(2));
  }

  @Test
  void whatIsNotJsonIsRefused() {
    for (String text : List.of(
        "",
        " ",
        "{",
        "}",
        "[1,]",
        "{\"a\":}",
        "{a:1}",
        "{'a':1}",
        "[1 2]",
        "01",
        "1.",
        ".5",
        "+1",
        "NaN",
        "Infinity",
        "tru",
        "nul",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "// c\n1",
        "/* c */ 1",
        "# c\n1",
        "[1;2]",
        "{\"a\"=1}",
        "{\"a\":1,}",
        "[,]",
        "\ufeff{}")) {
      assertThatThrownBy(() -> JsonValue.parse(text))
          .as(text)
          .isInstanceOf(MalformedPayloadException.class)
          .hasNoCause();
    }
  }

  @Test
  void nothingButWhiteSpaceFollowsADocument() {
    assertThat(JsonValue.parse("{} \n\r\t")).isEqualTo(JsonObject.EMPTY);
    for (String text : List.of("{}{}", "{} x", "1 2", "[]]", "{}\u0000", "\"a\"\"b\"")) {
      assertThatThrownBy(() -> JsonValue.parse(text)).isInstanceOf(MalformedPayloadException.class);
    }
  }

  @Test
  void aNameStandsOnceEvenIfItIsSpeltAnotherWay() {
    for (String text :
        List.of("{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":2}", "[{\"b\":{\"\":1,\"\":2}}]")) {
      assertThatThrownBy(() -> JsonValue.parse(text))
          .isInstanceOf(MalformedPayloadException.class)
          .hasMessageContaining("once");
    }
  }

  @Test
  void theDeepestNestingIsReadAndADeeperOneIsNot() {
    int most = JsonValue.MAX_DEPTH;
    assertThat(JsonValue.parse("[".repeat(most) + "]".repeat(most))).isInstanceOf(JsonArray.class);
    for (int depth : new int[] {most + 1, 255, 256, 257, 100_000}) {
      assertThatThrownBy(() -> JsonValue.parse("[".repeat(depth) + "]".repeat(depth)))
          .isInstanceOf(MalformedPayloadException.class);
      assertThatThrownBy(() -> JsonValue.parse("{\"a\":".repeat(depth)))
          .isInstanceOf(MalformedPayloadException.class);
    }
  }

  @Test
  void eachKindOfValueIsWrittenAsItWasReadAtEachDepth() {
    for (String value : List.of("8", "-1.50e+3", "\"a\"", "true", "null", "{}", "[]")) {
      for (int depth = 0; depth < JsonValue.MAX_DEPTH; depth++) {
        String list = "[".repeat(depth) + value + "]".repeat(depth);
        String object = "{\"a\":".repeat(depth) + value + "}".repeat(depth);
        assertThat(new String(JsonValue.parse(list).toBytes(), UTF_8)).isEqualTo(list);
        assertThat(new String(JsonValue.parse(object).toBytes(), UTF_8)).isEqualTo(object);
      }
    }
  }

  @Test
  void whatIsJsonButNotReadIsToldFromWhatIsNone() {
    int tooMany = JsonValue.MAX_DEPTH + 1;
    for (String json : List.of("{\"a\":1,\"a\":2}", "[".repeat(tooMany) + "]".repeat(tooMany))) {
      assertThat(refusal(json).isJson()).as(json).isTrue();
    }
    for (String other : List.of("", "{a:1}", "{\"a\":1}}", "[1", "\"\\x\"")) {
      assertThat(refusal(other).isJson()).as(other).isFalse();
    }
  }

  private static MalformedPayloadException refusal(String text) {
    return catchThrowableOfType(MalformedPayloadException.class, () -> JsonValue.parse(text));
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[][] all = {
      "\"caf\u00e9\"".getBytes(ISO_8859_1),
      {'"', (byte) 0xc0, (byte) 0xaf, '"'},
      {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
      {'"', (byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80, '"'},
      {'"', (byte) 0x80, '"'}
    };
    for (byte[] bytes : all) {
      assertThatThrownBy(() -> JsonValue.parse(bytes))
          .isInstanceOf(MalformedPayloadException.class)
          .hasMessageContaining("UTF-8");
    }
  }

  @Test
  void theExceptionQuotesNothingOfTheDocument() {
    String secret = "4111111111111111";
    for (String text : List.of(
        "{\"" + secret + "\":1,\"" + secret + "\":2}",
        "{\"" + secret + "\":" + secret + "x}",
        "[\"" + secret + "\"" + secret + "]",
        secret + secret + "." + secret + "}")) {
      assertThatThrownBy(() -> JsonValue.parse(text))
          .isInstanceOf(MalformedPayloadException.class)
          .hasNoCause()
          .hasMessageNotContaining(secret.substring(0, 6));
    }
  }

  @Test
  void noToStringShowsContent() {
    JsonObject object =
        (JsonObject) JsonValue.parse("{\"name\":[\"Maria\",4111111111111111,{\"a\":\"Maria\"}]}");
    JsonArray array = (JsonArray) object.get("name").orElseThrow();
    assertThat(object.toString() + array + array.elements())
        .doesNotContain("Maria")
        .doesNotContain("4111")
        .doesNotContain("name");
  }

  @Test
  void mapTextChangesTextsAndNumbersButNoNames() {
    JsonValue mapped = JsonValue.parse(
            "{\"a\":\"x\",\"n\":12,\"t\":true,\"z\":[null,\"y\",{\"a\":7}]}")
        .mapText(text -> "<" + text + ">");
    assertThat(mapped)
        .isEqualTo(JsonValue.parse(
            "{\"a\":\"<x>\",\"n\":\"<12>\",\"t\":true,\"z\":[null,\"<y>\",{\"a\":\"<7>\"}]}"));
  }

  @Test
  void aNumberThatIsNotChangedStaysANumber() {
    JsonValue document = JsonValue.parse("[1.50,-0,12345678901234567890]");
    assertThat(document.mapText(text -> text)).isEqualTo(document);
  }

  @Test
  void aTreeCannotBeChangedFromOutside() {
    JsonObject object = JsonObject.builder().put("a", 1).build();
    assertThatThrownBy(() -> object.members().put("b", JsonNumber.of(2)))
        .isInstanceOf(UnsupportedOperationException.class);
    JsonArray array = JsonArray.of(List.of(JsonNumber.of(1)));
    assertThatThrownBy(() -> array.elements().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(JsonObject.of(Map.of("a", JsonNumber.of(1)))).isEqualTo(object);
  }

  @Test
  void aBuilderRefusesANameTwice() {
    JsonObject.Builder builder = JsonObject.builder().put("a", "x");
    assertThatThrownBy(() -> builder.put("a", true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a");
  }

  @Test
  void aBuilderThatGoesOnDoesNotChangeWhatItMade() {
    JsonObject.Builder builder = JsonObject.builder().put("a", "x");
    JsonObject made = builder.build();
    builder.put("b", 2);
    assertThat(made.members()).containsOnlyKeys("a");
  }

  @Test
  void controlAndQuoteCharactersSurviveWriting() {
    JsonString odd = new JsonString("\u0000\u001f\"\\\u2028\u2029</script>\u007f");
    assertThat(JsonValue.parse(odd.toText())).isEqualTo(odd);
    assertThat(new String(odd.toBytes(), UTF_8)).isEqualTo(odd.toText());
  }
}
