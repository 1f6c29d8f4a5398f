package io.waxseal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.waxseal.account.MalformedPayloadException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import okio.Buffer;

/** Reads strictly. Messages of the reader underneath are dropped, since they quote the document. */
final class JsonParser {
  private static final int REPLACEMENT = 0xfffd;

  private final JsonReader reader;
  private final Buffer source;
  private final long size;
  private final int mostDepth;

  private JsonParser(byte[] utf8, int mostDepth) {
    size = utf8.length;
    this.mostDepth = mostDepth;
    source = new Buffer().write(utf8);
    reader = JsonReader.of(source);
  }

  static JsonValue parse(byte[] utf8, int mostDepth) {
    requireUtf8(utf8);
    JsonParser parser = new JsonParser(utf8, mostDepth);
    parser.requireStrictStrings(utf8);
    try {
      JsonValue value = parser.value(0);
      if (parser.reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw parser.malformed("a document is one JSON value and nothing after it");
      }
      return value;
    } catch (IOException | JsonDataException e) {
      throw parser.malformed("the document is not JSON");
    }
  }

  /** A plain loop, since each text and name of a document passes here. */
  private static boolean hasSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** A surrogate without its pair has no UTF-8 form; it becomes U+FFFD here, before names are compared. */
  private static String paired(String text) {
    if (!hasSurrogate(text)) {
      return text;
    }
    StringBuilder paired = new StringBuilder();
    text.codePoints()
        .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
            ? REPLACEMENT
            : point)
        .forEach(paired::appendCodePoint);
    return paired.toString();
  }

  /** What the reader underneath would let pass in a string: raw control characters and escapes that are none. */
  private void requireStrictStrings(byte[] json) {
    boolean inString = false;
    for (int i = 0; i < json.length; i++) {
      byte b = json[i];
      if (b == '"') {
        inString = !inString;
      } else if (inString && b >= 0 && b < ' ') {
        throw malformed("a control character in a string is escaped");
      } else if (inString && b == '\\') {
        i++;
        if (i < json.length && "\"\\/bfnrtu".indexOf(json[i]) < 0) {
          throw malformed("an escape is one of RFC 8259");
        }
      }
    }
  }

  private static void requireUtf8(byte[] bytes) {
    if (isAscii(bytes)) {
      return;
    }
    try {
      // a fresh decoder reports what String would silently replace
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw new MalformedPayloadException("the document", "the document is not UTF-8");
    }
  }

  /** Most documents of this wire are, since Meta escapes what is not. */
  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private JsonValue value(int depth) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(deeper(depth));
      case BEGIN_ARRAY -> array(deeper(depth));
      case STRING -> new JsonString(paired(reader.nextString()));
      case NUMBER -> new JsonNumber(reader.nextString());
      case BOOLEAN -> new JsonBoolean(reader.nextBoolean());
      case NULL -> {
        reader.<Object>nextNull();
        yield JsonNull.NULL;
      }
      case NAME, END_OBJECT, END_ARRAY, END_DOCUMENT -> throw malformed("the document is not JSON");
    };
  }

  private int deeper(int depth) {
    if (depth == mostDepth) {
      throw refused("a document nests at most " + mostDepth + " levels");
    }
    return depth + 1;
  }

  private JsonObject object(int depth) throws IOException {
    LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = paired(reader.nextName());
      if (members.put(name, value(depth)) != null) {
        throw refused("a name stands once in an object");
      }
    }
    reader.endObject();
    return JsonObject.wrap(members);
  }

  private JsonArray array(int depth) throws IOException {
    List<JsonValue> elements = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      elements.add(value(depth));
    }
    reader.endArray();
    return new JsonArray(elements);
  }

  private MalformedPayloadException malformed(String rule) {
    return new MalformedPayloadException(place(), rule);
  }

  private MalformedPayloadException refused(String rule) {
    return MalformedPayloadException.ofJson(place(), rule);
  }

  private String place() {
    return "about byte " + (size - source.size());
  }
}
