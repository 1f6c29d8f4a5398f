package io.waxseal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonPathTest {
  private static final JsonObject TREE = (JsonObject) JsonValue.parse(
      "{\"image\":{\"id\":7,\"voice\":true,\"note\":null},\"list\":[{\"a\":\"x\"},[\"y\",\"z\"]]}");

  @Test
  void aPathLeadsToATextANumberOrATruthValue() {
    assertThat(TREE.text("image.id")).contains("7");
    assertThat(TREE.text("image.voice")).contains("true");
    assertThat(TREE.text("list[0].a")).contains("x");
    assertThat(TREE.text("list[1][1]")).contains("z");
  }

  @Test
  void whatIsNotThereIsEmpty() {
    for (String path :
        new String[] {"nothing", "image.id.deeper", "image[0]", "list[9]", "list.a", "image.note"
        }) {
      assertThat(TREE.text(path)).as(path).isEmpty();
    }
  }

  @Test
  void aTreeIsReachedButIsNoText() {
    assertThat(TREE.text("image")).isEmpty();
    assertThat(TREE.at("image")).containsInstanceOf(JsonObject.class);
    assertThat(TREE.at("image.note")).contains(JsonNull.NULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a.",
        ".a",
        "a..b",
        "a[",
        "a[]",
        "a[x]",
        "a[-1]",
        "[0]",
        "a]b",
        "a[0]b",
        "a[9999999999]"
      })
  void anythingElseIsNoPath(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> TREE.at(path));
  }
}
