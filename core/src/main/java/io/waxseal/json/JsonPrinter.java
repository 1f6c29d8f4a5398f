package io.waxseal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes UTF-8 without white space. Nearly all texts of this wire are ASCII with nothing to escape, so runs of such
 * characters are copied in a loop that asks for no room.
 */
final class JsonPrinter {
  private static final int LONGEST_ESCAPE = 6;
  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);
  private static final String SHORT = "\b\t\n\f\r\"\\";
  private static final byte[] LETTERS = "btnfr\"\\".getBytes(ISO_8859_1);

  private byte[] out = new byte[512];
  private int size;

  private JsonPrinter() {}

  static byte[] print(JsonValue value) {
    JsonPrinter printer = new JsonPrinter();
    printer.write(value);
    return Arrays.copyOf(printer.out, printer.size);
  }

  private void write(JsonValue value) {
    if (value instanceof JsonString string) {
      quoted(string.value());
    } else if (value instanceof JsonObject object) {
      members(object.own());
    } else if (value instanceof JsonArray array) {
      elements(array.elements());
    } else {
      // a number keeps the digits of its document
      plain(value.scalar().orElse("null"));
    }
  }

  private void members(Map<String, JsonValue> members) {
    put('{');
    for (Map.Entry<String, JsonValue> member : members.entrySet()) {
      quoted(member.getKey());
      put(':');
      write(member.getValue());
      put(',');
    }
    close('}');
  }

  private void elements(List<JsonValue> elements) {
    put('[');
    for (JsonValue element : elements) {
      write(element);
      put(',');
    }
    close(']');
  }

  /** In the place of the last comma, if there is one; no value ends with a comma. */
  private void close(char c) {
    if (out[size - 1] == ',') {
      size--;
    }
    put(c);
  }

  private void plain(String text) {
    room(text.length());
    run(text, 0);
  }

  private void quoted(String text) {
    int length = text.length();
    room(length + 2);
    out[size++] = '"';
    int i = run(text, 0);
    while (i < length) {
      room(LONGEST_ESCAPE + length - i + 1);
      i = run(text, special(text, i));
    }
    out[size++] = '"';
  }

  /** Copies what needs no escape, for which there is room; where it stopped. */
  private int run(String text, int from) {
    byte[] to = out;
    int at = size;
    int i = from;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c > 0x7f) {
        break;
      }
      to[at++] = (byte) c;
    }
    size = at;
    return i;
  }

  /** Writes one character of another kind; where the next is. */
  private int special(String text, int i) {
    int point = text.codePointAt(i);
    int escape = SHORT.indexOf(point);
    if (escape >= 0) {
      out[size++] = '\\';
      out[size++] = LETTERS[escape];
    } else if (point < ' ' || point == '\u2028' || point == '\u2029') {
      // the last two end a line of JavaScript
      hex(point);
    } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      // without its pair it has no UTF-8 form
      out[size++] = '?';
    } else {
      utf8(point);
    }
    return i + Character.charCount(point);
  }

  private void hex(int point) {
    out[size++] = '\\';
    out[size++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      out[size++] = HEX[(point >> shift) & 15];
    }
  }

  /** For what is not ASCII. */
  private void utf8(int point) {
    if (point < 0x800) {
      out[size++] = (byte) (0xc0 | (point >> 6));
      follow(point);
    } else if (point < 0x1_0000) {
      out[size++] = (byte) (0xe0 | (point >> 12));
      follow(point >> 6);
      follow(point);
    } else {
      out[size++] = (byte) (0xf0 | (point >> 18));
      follow(point >> 12);
      follow(point >> 6);
      follow(point);
    }
  }

  private void follow(int bits) {
    out[size++] = (byte) (0x80 | (bits & 0x3f));
  }

  private void put(char c) {
    room(1);
    out[size++] = (byte) c;
  }

  private void room(int more) {
    if (out.length - size < more) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, size + more));
    }
  }
}
