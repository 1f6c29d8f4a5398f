package io.waxseal.simulator;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okio.Buffer;

/** Reads request bodies strictly and writes ASCII-only JSON, as Meta does. */
final class Json {
  private Json() {}

  static Map<?, ?> object(byte[] body) throws Refused {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text));
      Object value = reader.readJsonValue();
      if (value instanceof Map<?, ?> object && reader.peek() == JsonReader.Token.END_DOCUMENT) {
        return object;
      }
      throw new Refused(GraphError.malformedBody());
    } catch (IOException | JsonDataException e) {
      throw new Refused(GraphError.malformedBody());
    }
  }

  static byte[] bytes(Map<String, ?> object) {
    Buffer buffer = new Buffer();
    try (JsonWriter writer = JsonWriter.of(buffer)) {
      writer.jsonValue(object);
    } catch (IOException e) {
      throw new IllegalStateException("a buffer in memory does not fail", e);
    }
    return escapeNonAscii(buffer.readUtf8()).getBytes(StandardCharsets.US_ASCII);
  }

  private static String escapeNonAscii(String json) {
    StringBuilder ascii = new StringBuilder(json.length() + 16);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c < 0x80) {
        ascii.append(c);
      } else {
        ascii.append(String.format("\\u%04x", (int) c));
      }
    }
    return ascii.toString();
  }
}
