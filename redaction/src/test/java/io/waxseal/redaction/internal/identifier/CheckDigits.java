package io.waxseal.redaction.internal.identifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks about a value in which some characters are open, written as asterisks: which of all digits and letters (one open
 * place, and a kind that has letters), or of all digits, make it a number of the kind.
 */
final class CheckDigits {

  private static final Map<String, List<Identifier>> KINDS =
      IdentifierTable.STANDARD.identifiers().stream()
          .collect(Collectors.groupingBy(kind -> kind.type().name() + "|" + kind.country()));
  private static final String DIGITS = "0123456789";
  private static final String CHARACTERS = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private static final Pattern LETTERED = Pattern.compile("[A-Zax]");

  private CheckDigits() {}

  static Set<String> kinds() {
    return KINDS.keySet();
  }

  static List<Identifier> ofKind(String kind) {
    return KINDS.get(kind);
  }

  /** What may stand at the open places; the empty string if there is none and the value is admitted. */
  static List<String> admitted(String kind, String value) {
    List<Identifier> kinds = ofKind(kind);
    boolean single = value.indexOf('*') == value.lastIndexOf('*');
    boolean lettered = single
        && kinds.stream().anyMatch(each -> LETTERED.matcher(each.spelledForms()).find());
    List<String> admitted = new ArrayList<>();
    collect(kinds, value, "", admitted, lettered ? CHARACTERS : DIGITS);
    return admitted;
  }

  private static void collect(
      List<Identifier> kinds, String value, String chosen, List<String> admitted, String open) {
    int place = value.indexOf('*');
    if (place < 0) {
      if (kinds.stream().anyMatch(kind -> kind.admits(value))) {
        admitted.add(chosen);
      }
      return;
    }
    for (char c : open.toCharArray()) {
      String next = value.substring(0, place) + c + value.substring(place + 1);
      collect(kinds, next, chosen + c, admitted, open);
    }
  }

  /** {@code true} or {@code false} where no place is open, else what may stand there. */
  static String answer(String value, List<String> admitted) {
    if (value.indexOf('*') < 0) {
      return String.valueOf(!admitted.isEmpty());
    }
    boolean single = value.indexOf('*') == value.lastIndexOf('*');
    return admitted.isEmpty() ? "none" : String.join(single ? "" : " ", admitted);
  }
}
