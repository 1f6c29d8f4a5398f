package io.waxseal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.waxseal.account.MalformedPayloadException;

/** Whatever the bytes: the documented exception, or a tree that says the same when it is written and read again. */
class JsonValueFuzzTest {
  @FuzzTest
  void aDocumentIsMalformedOrKeepsItsMeaning(byte[] document) {
    JsonValue tree;
    try {
      tree = JsonValue.parse(document);
    } catch (MalformedPayloadException e) {
      assertThat(e).hasNoCause();
      return;
    }
    assertThat(JsonValue.parse(tree.toBytes())).isEqualTo(tree);
    assertThat(tree.mapText(text -> text)).isEqualTo(tree);
  }
}
