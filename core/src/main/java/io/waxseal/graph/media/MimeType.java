package io.waxseal.graph.media;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Types by name: the part that counts, the endings a file of it may have. Source: Meta, Cloud API, supported media. */
final class MimeType {
  private static final Map<String, List<String>> ENDINGS = new LinkedHashMap<>();

  static {
    ENDINGS.put("image/jpeg", List.of("jpg", "jpeg"));
    ENDINGS.put("image/png", List.of("png"));
    ENDINGS.put("image/webp", List.of("webp"));
    ENDINGS.put("image/gif", List.of("gif"));
    ENDINGS.put("video/mp4", List.of("mp4"));
    ENDINGS.put("video/3gpp", List.of("3gp", "3gpp"));
    ENDINGS.put("video/quicktime", List.of("mov"));
    ENDINGS.put("audio/aac", List.of("aac"));
    ENDINGS.put("audio/amr", List.of("amr"));
    ENDINGS.put("audio/mpeg", List.of("mp3"));
    ENDINGS.put("audio/mp4", List.of("m4a"));
    ENDINGS.put("audio/ogg", List.of("ogg", "oga", "opus"));
    ENDINGS.put("application/pdf", List.of("pdf"));
    ENDINGS.put("text/plain", List.of("txt"));
    ENDINGS.put("text/csv", List.of("csv"));
    ENDINGS.put("application/zip", List.of("zip"));
    ENDINGS.put("application/msword", List.of("doc"));
    ENDINGS.put("application/vnd.ms-excel", List.of("xls"));
    ENDINGS.put("application/vnd.ms-powerpoint", List.of("ppt"));
    String office = "application/vnd.openxmlformats-officedocument.";
    ENDINGS.put(office + "wordprocessingml.document", List.of("docx"));
    ENDINGS.put(office + "spreadsheetml.sheet", List.of("xlsx"));
    ENDINGS.put(office + "presentationml.presentation", List.of("pptx"));
  }

  private MimeType() {}

  /** The type without parameters, in lower case: {@code audio/ogg} of {@code audio/ogg; codecs=opus}. */
  static String essence(String type) {
    String essence = type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    return switch (essence) {
      case "image/jpg" -> "image/jpeg";
      case "audio/mp3" -> "audio/mpeg";
      case "audio/m4a", "audio/x-m4a" -> "audio/mp4";
      case "audio/opus" -> "audio/ogg";
      default -> essence;
    };
  }

  /** The endings of a type's files, the usual one first; none for a type that is not Meta's. */
  static List<String> endings(String type) {
    return ENDINGS.getOrDefault(essence(type), List.of());
  }

  /** The type of a file by its ending. */
  static Optional<String> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return ENDINGS.entrySet().stream()
        .filter(type -> type.getValue().contains(ending))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
