package io.waxseal.json;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import okio.Buffer;

final class JsonPrinter {
  private final Buffer buffer = new Buffer();
  private final JsonWriter writer = JsonWriter.of(buffer);

  private JsonPrinter() {
    writer.setSerializeNulls(true);
  }

  static byte[] print(JsonValue value) {
    JsonPrinter printer = new JsonPrinter();
    try {
      printer.write(value);
      printer.writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory does not fail", e);
    }
    return printer.buffer.readByteArray();
  }

  private void write(JsonValue value) throws IOException {
    if (value instanceof JsonObject object) {
      writer.beginObject();
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        writer.name(member.getKey());
        write(member.getValue());
      }
      writer.endObject();
    } else if (value instanceof JsonArray array) {
      writer.beginArray();
      for (JsonValue element : array.elements()) {
        write(element);
      }
      writer.endArray();
    } else if (value instanceof JsonString string) {
      writer.value(string.value());
    } else if (value instanceof JsonNumber number) {
      writer.value(new Literal(number.literal()));
    } else if (value instanceof JsonBoolean bool) {
      writer.value(bool.value());
    } else {
      writer.nullValue();
    }
  }

  /** What the writer prints as it stands, so that a number keeps the digits of its document. */
  private static final class Literal extends Number {
    private static final long serialVersionUID = 1;

    private final String digits;

    Literal(String digits) {
      this.digits = digits;
    }

    @Override
    public String toString() {
      return digits;
    }

    @Override
    public int intValue() {
      return (int) longValue();
    }

    @Override
    public long longValue() {
      return (long) doubleValue();
    }

    @Override
    public float floatValue() {
      return (float) doubleValue();
    }

    @Override
    public double doubleValue() {
      return Double.parseDouble(digits);
    }
  }
}
