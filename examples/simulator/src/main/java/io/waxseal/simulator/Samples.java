package io.waxseal.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Map;
import okio.ByteString;

/** What simulated customers send when a test does not say what: a few bytes that begin as files of their type do. */
final class Samples {
  private static final String FIRST_ID = "1003383421387256";
  private static final Map<String, StoredFile> BY_TYPE = new LinkedHashMap<>();

  static {
    add("image/jpeg", "\u00ff\u00d8\u00ff\u00e0\0\20JFIF\0");
    add("application/pdf", "%PDF-1.7\n");
    add("video/mp4", "\0\0\0\30ftypmp42\0\0\0\0");
    add("audio/mpeg", "ID3\4\0\0\0\0\0\0");
    add("audio/ogg; codecs=opus", "OggS\0\2");
    add("image/webp", "RIFF\32\0\0\0WEBPVP8L");
  }

  private Samples() {}

  private static void add(String mimeType, String start) {
    String id = Long.toString(Long.parseLong(FIRST_ID) + BY_TYPE.size());
    ByteString content = ByteString.of((start + " a sample").getBytes(ISO_8859_1));
    BY_TYPE.put(mimeType, new StoredFile(id, mimeType, content));
  }

  /** The sample of a type; of one that has none, some bytes. */
  static StoredFile of(String mimeType) {
    StoredFile known = BY_TYPE.get(mimeType);
    return known != null
        ? known
        : new StoredFile("1003383421387299", mimeType, ByteString.encodeUtf8("a sample"));
  }

  static Iterable<StoredFile> all() {
    return BY_TYPE.values();
  }
}
