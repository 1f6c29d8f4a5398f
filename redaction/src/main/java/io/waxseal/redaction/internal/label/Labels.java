package io.waxseal.redaction.internal.label;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import io.waxseal.redaction.internal.text.TypeNames;
import java.util.ArrayList;
import java.util.List;

/**
 * The grammar of what treatments leave in brackets, which detectors skip: the name of an entity type, {@code [IBAN]};
 * with a pseudonym, {@code [IBAN:16 consonants]}, or what is left of a generalised value, {@code [IP:203.0.113.*]}; with
 * a token, {@code [IBAN#18 consonants]}. Consonants carry a check. Anything else in brackets is text, or brackets would
 * hide what stands in them.
 */
public final class Labels {

  private static final int LONGEST = TypeNames.LONGEST + 3 + Handle.letters(Handle.TOKEN_BYTES);

  private Labels() {}

  public static String withPseudonym(EntityType type, byte[] bytes) {
    return "[" + type.name() + ":" + Handle.of(type.name(), bytes, Handle.PSEUDONYM_BYTES) + "]";
  }

  public static String withToken(EntityType type, byte[] bytes) {
    return "[" + type.name() + "#" + Handle.of(type.name(), bytes, Handle.TOKEN_BYTES) + "]";
  }

  /** The index after the label that begins at {@code start}, or {@code start}. */
  public static int end(CharSequence text, int start) {
    int length = text.length();
    if (start >= length || text.charAt(start) != '[') {
      return start;
    }
    int name = start + 1;
    int limit = Math.min(length, name + TypeNames.LONGEST + 1);
    int at = name;
    while (at < limit && TypeNames.isNameChar(text.charAt(at))) {
      at++;
    }
    if (at == limit) {
      return start;
    }
    int end = switch (text.charAt(at)) {
      case ']' -> at;
      case ':' -> pseudonymOrRest(text, name, at);
      case '#' -> handle(text, name, at, Handle.TOKEN_BYTES);
      default -> start;
    };
    return end > start && end < length && text.charAt(end) == ']' && TypeNames.knows(text, name, at)
        ? end + 1
        : start;
  }

  private static int pseudonymOrRest(CharSequence text, int name, int colon) {
    int rest = Generalised.end(text, name, colon);
    return rest > colon ? rest : handle(text, name, colon, Handle.PSEUDONYM_BYTES);
  }

  /** The index after a handle behind the name's end, or 0. */
  private static int handle(CharSequence text, int name, int nameEnd, int bytes) {
    return Handle.isAt(text, name, nameEnd, nameEnd + 1, bytes)
        ? nameEnd + 1 + Handle.letters(bytes)
        : 0;
  }

  /** The findings without those that lie inside a label, which a host's detector may report. */
  public static List<Finding> spare(CharSequence text, List<Finding> found) {
    List<Finding> kept = new ArrayList<>(found.size());
    for (Finding finding : found) {
      if (!insideLabel(text, finding)) {
        kept.add(finding);
      }
    }
    return kept;
  }

  private static boolean insideLabel(CharSequence text, Finding finding) {
    int lowest = Math.max(0, finding.start() - LONGEST);
    int i = finding.start();
    while (i > lowest && text.charAt(i) != '[') {
      i--;
    }
    int end = end(text, i);
    return end > i && end >= finding.end();
  }
}
