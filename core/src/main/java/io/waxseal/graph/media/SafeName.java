package io.waxseal.graph.media;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name under which a file can be kept anywhere: no path, nothing invisible, nothing that an operating system reserves,
 * the ending that its type has.
 */
final class SafeName {
  private static final int LONGEST = 100;
  private static final String UNNAMED = "media";
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d|conin\\$|conout\\$)(\\..*)?");
  private static final Pattern TRAILING = Pattern.compile("[. ]+$");
  private static final Pattern LEADING = Pattern.compile("^[. ~-]+");
  private static final String FORBIDDEN = "<>:\"|?*%$&;`'\\/";

  private SafeName() {}

  /** The name; whoever chose {@code claimed} decides nothing but letters. */
  static String of(String claimed, String mimeType) {
    String last =
        claimed.substring(Math.max(claimed.lastIndexOf('/'), claimed.lastIndexOf('\\')) + 1);
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(last, Normalizer.Form.NFC)
        .codePoints()
        .map(c -> isPlain(c) ? c : '_')
        .forEach(kept::appendCodePoint);
    return withEnding(kept.toString(), mimeType);
  }

  private static boolean isPlain(int c) {
    int kind = Character.getType(c);
    return FORBIDDEN.indexOf(c) < 0
        && (c == ' ' || Character.isLetterOrDigit(c) || isMark(kind) || (c < 0x7f && c > ' '));
  }

  private static boolean isMark(int kind) {
    return kind == Character.NON_SPACING_MARK || kind == Character.COMBINING_SPACING_MARK;
  }

  private static String withEnding(String name, String mimeType) {
    List<String> endings = MimeType.endings(mimeType);
    int dot = name.lastIndexOf('.');
    String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    boolean fits = dot > 0 && endings.contains(ending);
    String ours = fits ? ending : endings.isEmpty() ? "bin" : endings.get(0);
    String stem = dot > 0 && (fits || !endings.isEmpty()) ? name.substring(0, dot) : name;
    return trimmed(stem) + "." + ours;
  }

  private static String trimmed(String stem) {
    String cut = stem.codePoints()
        .limit(LONGEST)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
    String clean = LEADING.matcher(TRAILING.matcher(cut).replaceAll("")).replaceAll("");
    while (clean.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 2 * LONGEST) {
      clean = clean.substring(0, clean.offsetByCodePoints(clean.length(), -1));
    }
    if (clean.isBlank()) {
      return UNNAMED;
    }
    return RESERVED.matcher(clean).matches() ? UNNAMED + "_" + clean : clean;
  }
}
