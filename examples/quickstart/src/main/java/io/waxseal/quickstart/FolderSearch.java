package io.waxseal.quickstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Searches every file of a folder for texts, in each spelling in which bytes of them could lie there. */
final class FolderSearch {
  private final Path folder;

  FolderSearch(Path folder) {
    this.folder = folder;
  }

  /** A text in UTF-8, UTF-16, hexadecimal, and base64 at its three alignments. */
  static Map<String, byte[]> spellings(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    String hex = HexFormat.of().formatHex(utf8);
    Map<String, byte[]> spellings = new LinkedHashMap<>();
    spellings.put("UTF-8", utf8);
    spellings.put("UTF-16LE", text.getBytes(UTF_16LE));
    spellings.put("UTF-16BE", text.getBytes(UTF_16BE));
    spellings.put("hex", hex.getBytes(ISO_8859_1));
    spellings.put("HEX", hex.toUpperCase(Locale.ROOT).getBytes(ISO_8859_1));
    for (int alignment = 0; alignment < 3; alignment++) {
      spellings.put("base64 at " + alignment, base64(utf8, alignment));
    }
    return spellings;
  }

  /** The characters that depend on the text alone, whatever stands before and behind it. */
  private static byte[] base64(byte[] text, int alignment) {
    byte[] padded = new byte[alignment + text.length];
    System.arraycopy(text, 0, padded, alignment, text.length);
    byte[] encoded = Base64.getEncoder().withoutPadding().encode(padded);
    int first = (alignment * 8 + 5) / 6;
    int last = (padded.length * 8) / 6;
    return Arrays.copyOfRange(encoded, first, last);
  }

  /** The files and spellings in which one of the texts was found. */
  List<String> find(List<String> texts) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String content = Files.readString(file, ISO_8859_1);
        for (String text : texts) {
          spellings(text).forEach((name, bytes) -> {
            if (content.contains(new String(bytes, ISO_8859_1))) {
              found.add(folder.relativize(file) + " (" + name + ")");
            }
          });
        }
      }
    }
    return found;
  }

  /** Writes a file that holds every spelling of the texts, to see that the search would find them. */
  Path plant(List<String> texts) throws IOException {
    Path control = folder.resolve("control.bin");
    StringBuilder content = new StringBuilder();
    for (String text : texts) {
      spellings(text)
          .values()
          .forEach(bytes -> content.append(new String(bytes, ISO_8859_1)).append('|'));
    }
    return Files.writeString(control, content, ISO_8859_1);
  }
}
