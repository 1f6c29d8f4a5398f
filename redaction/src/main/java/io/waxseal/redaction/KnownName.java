package io.waxseal.redaction;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import io.waxseal.redaction.internal.text.Chars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A name that the caller knows, found as a whole and by its parts, word by word. Immutable. */
final class KnownName {

  static final EntityType PERSON = new EntityType("PERSON");

  private static final int MOST_PARTS = 8;
  private static final int LONGEST_PART = 64;

  /** Between two parts of one name: a space, a hyphen, an apostrophe, or a full stop and a space. */
  private static final int MOST_BETWEEN = 2;

  private final List<Part> parts;

  /** A part in the form by which words are compared, and whether it tells the person on its own. */
  private record Part(String folded, boolean distinct) {

    /** {@return the name of the record, nothing of the person's} */
    @Override
    public String toString() {
      return "Part";
    }
  }

  private KnownName(List<Part> parts) {
    this.parts = parts;
  }

  /** Empty if no part and no two parts together can be told from other words. */
  static Optional<KnownName> of(String name) {
    List<Part> parts = new ArrayList<>();
    int i = 0;
    while (i < name.length() && parts.size() < MOST_PARTS) {
      int end = wordEnd(name, i);
      if (end > i) {
        part(name, i, end, parts);
      }
      i = Math.max(end, i + 1);
    }
    boolean useful = parts.size() > 1 || parts.stream().anyMatch(Part::distinct);
    return useful ? Optional.of(new KnownName(List.copyOf(parts))) : Optional.empty();
  }

  private static void part(String name, int start, int end, List<Part> parts) {
    StringBuilder folded = new StringBuilder();
    for (int i = start; i < end; i++) {
      char c = Chars.fold(name.charAt(i));
      if (c != 0) {
        folded.append(c);
      }
    }
    if (!folded.isEmpty() && folded.length() <= LONGEST_PART) {
      String word = folded.toString();
      parts.add(new Part(word, word.length() > 1 && !CommonWords.contains(word)));
    }
  }

  private static int wordEnd(CharSequence text, int from) {
    int i = from;
    while (i < text.length() && Chars.isLetter(text.charAt(i))) {
      i++;
    }
    return i;
  }

  void detect(CharSequence text, Consumer<Finding> found) {
    int i = 0;
    while (i < text.length()) {
      int end = beginsWord(text, i) ? match(text, i, found) : i;
      i = Math.max(end, i + 1);
    }
  }

  /** Reports the longest row of parts that begins at {@code start}, if it tells the person, and returns its end. */
  private int match(CharSequence text, int start, Consumer<Finding> found) {
    int part = partAt(text, start);
    if (part < 0) {
      return start;
    }
    int end = partEnd(text, start, parts.get(part).folded());
    boolean tells = parts.get(part).distinct();
    int next = nextWord(text, end);
    while (next >= 0) {
      int following = partAt(text, next);
      boolean inOrder = following == part + 1;
      if (following < 0 || !(inOrder || (isDistinct(part) && isDistinct(following)))) {
        break;
      }
      end = partEnd(text, next, parts.get(following).folded());
      tells = true;
      part = following;
      next = nextWord(text, end);
    }
    if (tells) {
      found.accept(new Finding(PERSON, start, end, 1, "name.known"));
    }
    return end;
  }

  private boolean isDistinct(int part) {
    return parts.get(part).distinct();
  }

  /** The longest part that stands at {@code start} as a whole word, or -1. */
  private int partAt(CharSequence text, int start) {
    int best = -1;
    for (int i = 0; i < parts.size(); i++) {
      if (partEnd(text, start, parts.get(i).folded()) > start
          && (best < 0
              || parts.get(i).folded().length() > parts.get(best).folded().length())) {
        best = i;
      }
    }
    return best;
  }

  private static int partEnd(CharSequence text, int start, String folded) {
    int at = 0;
    int i = start;
    while (i < text.length() && at < folded.length() && i - start < LONGEST_PART * 2) {
      char c = Chars.fold(text.charAt(i));
      if (c != 0 && c != folded.charAt(at++)) {
        return start;
      }
      i++;
    }
    while (i < text.length() && Chars.isLetter(text.charAt(i)) && Chars.fold(text.charAt(i)) == 0) {
      i++;
    }
    return at == folded.length() && endsWord(text, i) ? i : start;
  }

  private static int nextWord(CharSequence text, int end) {
    for (int i = end; i < text.length() && i - end <= MOST_BETWEEN; i++) {
      char c = text.charAt(i);
      if (Chars.isLetter(c)) {
        return i;
      }
      if (!Chars.isSpace(c) && c != '-' && c != '\'' && c != '’' && c != '.') {
        return -1;
      }
    }
    return -1;
  }

  private static boolean beginsWord(CharSequence text, int i) {
    char c = text.charAt(i);
    return Chars.isLetter(c) && (i == 0 || endsWord(text, i));
  }

  /** Whether a word may end, and another begin, at {@code i}; always so in scripts without spaces. */
  private static boolean endsWord(CharSequence text, int i) {
    return i >= text.length()
        || !Chars.isLetter(text.charAt(i))
        || Chars.isUnspaced(text.charAt(i))
        || !Chars.isLetter(text.charAt(i - 1))
        || Chars.isUnspaced(text.charAt(i - 1));
  }
}
