package io.waxseal.graph.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Says by its first bytes whether a file can be of the type that it claims. Nothing is parsed beyond them. */
final class Sniffer {
  /** As many bytes as it looks at. */
  static final int HEAD = 512;

  private static final Pattern MARKUP = Pattern.compile(
      "^(\u00ef\u00bb\u00bf)?\\s*<(!--|!doctype|html|head|body|script|iframe|svg|style|title|meta|link|table|div|"
          + "h1|p>|a |img|br|b>|font|form|object|embed|\\?xml|\\?php).*",
      Pattern.DOTALL);

  private static final List<Predicate<String>> PROGRAMS = List.of(
      starts("MZ"),
      starts("\u007fELF"),
      starts("\u00fe\u00ed\u00fa\u00ce"),
      starts("\u00fe\u00ed\u00fa\u00cf"),
      starts("\u00ce\u00fa\u00ed\u00fe"),
      starts("\u00cf\u00fa\u00ed\u00fe"),
      starts("\u00ca\u00fe\u00ba\u00be"),
      starts("\0asm"),
      starts("L\0\0\0\u0001\u0014\u0002\0"),
      starts("dex\n"),
      head -> head.startsWith("#!") && !head.startsWith("#!AMR"));

  private static final Predicate<String> ZIP =
      starts("PK\u0003\u0004").or(starts("PK\u0005\u0006"));
  private static final Predicate<String> OLE =
      starts("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
  private static final Predicate<String> MP3 = starts("ID3")
      .or(head -> head.length() > 1
          && head.charAt(0) == 0xff
          && (head.charAt(1) & 0xe0) == 0xe0
          && (head.charAt(1) & 0x06) != 0);

  private static final Map<String, Predicate<String>> KNOWN = Map.ofEntries(
      Map.entry("image/jpeg", starts("\u00ff\u00d8\u00ff")),
      Map.entry("image/png", starts("\u0089PNG\r\n\u001a\n")),
      Map.entry("image/gif", starts("GIF8")),
      Map.entry("image/webp", head -> head.startsWith("RIFF") && head.startsWith("WEBP", 8)),
      Map.entry("video/mp4", Sniffer::isIsoFile),
      Map.entry("video/3gpp", Sniffer::isIsoFile),
      Map.entry("video/quicktime", Sniffer::isIsoFile),
      Map.entry("audio/mp4", Sniffer::isIsoFile),
      Map.entry("audio/aac", head -> isAdts(head) || isIsoFile(head)),
      Map.entry("audio/amr", starts("#!AMR")),
      Map.entry("audio/mpeg", MP3),
      Map.entry("audio/ogg", starts("OggS")),
      Map.entry("application/ogg", starts("OggS")),
      Map.entry("application/pdf", starts("%PDF-")),
      Map.entry("application/zip", ZIP),
      Map.entry("application/msword", OLE.or(ZIP)),
      Map.entry("application/vnd.ms-excel", OLE.or(ZIP)),
      Map.entry("application/vnd.ms-powerpoint", OLE.or(ZIP)));

  private static final Set<String> WRITTEN_IN_MARKUP =
      Set.of("text/html", "application/xhtml+xml", "text/xml", "application/xml");

  private static final Pattern PICTURE_OR_SOUND = Pattern.compile("(image|video|audio)/.*");

  private Sniffer() {}

  private static Predicate<String> starts(String magic) {
    return head -> head.startsWith(magic);
  }

  private static boolean isIsoFile(String head) {
    return head.startsWith("ftyp", 4);
  }

  private static boolean isAdts(String head) {
    return head.length() > 1 && head.charAt(0) == 0xff && (head.charAt(1) & 0xf6) == 0xf0;
  }

  /** Whether a file that begins so can be of the type. A program never is, whatever it claims. */
  static boolean fits(String type, byte[] head, int length) {
    String essence = MimeType.essence(type);
    String start = new String(head, 0, Math.min(length, HEAD), ISO_8859_1);
    if (PROGRAMS.stream().anyMatch(program -> program.test(start))) {
      return false;
    }
    Predicate<String> known = KNOWN.get(essence);
    if (known != null) {
      return known.test(start);
    }
    if (essence.startsWith("application/vnd.openxmlformats-officedocument.")) {
      return ZIP.test(start);
    }
    boolean markup = MARKUP.matcher(start.toLowerCase(Locale.ROOT)).matches();
    if (markup) {
      return WRITTEN_IN_MARKUP.contains(essence);
    }
    boolean text = isText(start);
    return PICTURE_OR_SOUND.matcher(essence).matches()
        ? !text && !start.startsWith("%PDF-") && !ZIP.test(start)
        : !essence.startsWith("text/") || text;
  }

  /** UTF-16 has zero bytes, and a mark at its beginning that says so. */
  private static boolean isText(String start) {
    return start.startsWith("\u00ff\u00fe")
        || start.startsWith("\u00fe\u00ff")
        || start
            .chars()
            .allMatch(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f');
  }
}
